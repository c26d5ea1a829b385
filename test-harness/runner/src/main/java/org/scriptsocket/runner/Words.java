package org.scriptsocket.runner;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words at blanks; single or double quotes keep blanks, and what else they hold, together. */
final class Words {

    private static final char NONE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NONE;

    private Words() {}

    /** @throws UsageException if a quote is left open; the message begins with the name of the line's source */
    static List<String> split(String line, String source) {
        Words words = new Words();
        line.chars().forEach(c -> words.take((char) c));
        if (words.quote != NONE) {
            throw new UsageException(source + ": the quote " + words.quote + " is left open");
        }
        words.end();
        return words.words;
    }

    private void take(char c) {
        if (quote == NONE && Character.isWhitespace(c)) {
            end();
        } else if (quote == NONE && (c == '"' || c == '\'')) {
            quote = c;
            inWord = true;
        } else if (c == quote) {
            quote = NONE;
        } else {
            word.append(c);
            inWord = true;
        }
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }
}
