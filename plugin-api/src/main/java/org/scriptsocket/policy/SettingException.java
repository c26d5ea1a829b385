package org.scriptsocket.policy;

/** A setting that can not be had; the message names the file, if there is one, and the key, and shows no secret. */
public final class SettingException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final String key;
    private final String why;

    SettingException(String source, String key, String why, Throwable cause) {
        super(source + key + ": " + why, cause);
        this.key = key;
        this.why = why;
    }

    /** Its name in a properties file. */
    public String key() {
        return key;
    }

    /** The message without file and key. */
    public String why() {
        return why;
    }
}
