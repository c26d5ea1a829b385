package org.scriptsocket.script;

/**
 * A value of a script that is neither text nor number nor binary nor a table.
 *
 * @param type what error texts call its type
 * @param text the value as its language writes it
 * @param nil whether it stands for nothing
 */
record Foreign(String type, String text, boolean nil) {

    @Override
    public String toString() {
        return text;
    }
}
