package org.scriptsocket.policy;

import java.util.regex.Pattern;

/** Hides in a text that is to be shown to people what its name says is a secret: credentials, cookies, tokens. */
public final class Secrets {

    private static final Pattern NAMED = Pattern.compile(
            "((?:authorization|cookie|password|passwd|secret|token|api[-_]?key)\"?\\s*[:=]\\s*\"?)[^\"&\r\n]+",
            Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** The same with {@code ***} for the value after each name of a secret, up to the end of the value or the line. */
    public static String hide(String text) {
        return NAMED.matcher(text).replaceAll("$1***");
    }
}
