package org.scriptsocket.runner;

/** Which of the three standard streams are a terminal. */
record Attached(boolean in, boolean out, boolean err) {

    static final Attached NONE = new Attached(false, false, false);

    /** Set by the launcher, for the JVM can not tell one stream from the other: the numbers of those that are. */
    private static final String PROPERTY = "scriptsocket.terminals";

    static Attached detect() {
        String numbers = System.getProperty(PROPERTY, "");
        return new Attached(numbers.contains("0"), numbers.contains("1"), numbers.contains("2"));
    }

    /** Whether a person types and sees what comes. */
    boolean isDialogue() {
        return in && out;
    }
}
