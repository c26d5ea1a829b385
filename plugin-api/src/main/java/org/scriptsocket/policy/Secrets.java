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
    private static final Pattern QUERY =
            Pattern.compile("((?:wss?|https?)://[^\\s?#'\"]{0,2000}+\\?)[^\\s#'\"]+", Pattern.CASE_INSENSITIVE);

    private Secrets() {}

    /** The same with {@code ***} for the value after each name of a secret, up to the end of the value or the line, and for the user and the query of a url. */
    public static String hide(String text) {
        String named = NAMED.matcher(text).replaceAll("$1***");
        return named.contains("://") ? hideInUrls(named) : named;
    }

    private static String hideInUrls(String text) {
        return QUERY.matcher(USER.matcher(text).replaceAll("$1***@")).replaceAll("$1***");
    }
}
