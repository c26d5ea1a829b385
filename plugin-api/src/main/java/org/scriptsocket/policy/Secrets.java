package org.scriptsocket.policy;

import java.util.regex.Pattern;

/**
 * Hides in a text that is to be shown to people what is a secret by its name or place: credentials, cookies, tokens, the user and the query of a url.
 */
public final class Secrets {

    private static final Pattern NAMED = Pattern.compile(
            "((?:authorization|cookie|password|passwd|secret|token|api[-_]?key)\"?\\s*[:=]\\s*\"?)[^\"&\r\n]+",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern USER = Pattern.compile("(://)[^\\s/?#@]*+@");
    private static final Pattern QUERY = Pattern.compile("(://[^\\s?#'\"]{0,2000}+\\?)[^\\s#'\"]+");
    /** How our errors name a url that is wrong, which may have any form: it ends with the last quote of the line. */
    private static final Pattern WRONG_URL =
            Pattern.compile("(in the url '[^?\r\n]{0,2000}+\\?)(?:[^\r\n]*(?=')|[^\r\n]+)");

    private Secrets() {}

    /** The same with {@code ***} for the value after each name of a secret, up to the end of the value or the line, and for the user and the query of a url. */
    public static String hide(String text) {
        String named = NAMED.matcher(text).replaceAll("$1***");
        String known = WRONG_URL.matcher(named).replaceAll("$1***");
        return known.contains("://") ? hideInUrls(known) : known;
    }

    private static String hideInUrls(String text) {
        return QUERY.matcher(USER.matcher(text).replaceAll("$1***@")).replaceAll("$1***");
    }
}
