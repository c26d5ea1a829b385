package org.scriptsocket.script;

/** What the module says of a call that it does not take, in Java's form. */
final class Refusal extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }
}
