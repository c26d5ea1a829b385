package org.scriptsocket.lua;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the corpus, which consist of sections that each begin with a line {@code --- name}. */
final class Corpus {

    private static final String MARK = "--- ";

    private Corpus() {}

    /** The sections of a file, by name. */
    static Map<String, String> sections(String file) {
        Map<String, String> sections = new LinkedHashMap<>();
        String name = null;
        for (String line : text(file).split("(?<=\n)", -1)) {
            if (line.startsWith(MARK)) {
                name = line.strip().substring(MARK.length());
                if (sections.put(name, "") != null) {
                    throw new IllegalStateException(file + " has two cases named " + name);
                }
            } else if (name != null) {
                sections.merge(name, line, String::concat);
            }
        }
        return sections;
    }

    static String text(String file) {
        try (@Nullable InputStream in = Corpus.class.getResourceAsStream("corpus/" + file)) {
            if (in == null) {
                throw new IllegalStateException("The corpus has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
