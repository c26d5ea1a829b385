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
        return sectionsOf("corpus/" + file);
    }

    /** The sections of any resource. */
    static Map<String, String> sectionsOf(String file) {
        Map<String, String> sections = new LinkedHashMap<>();
        String name = null;
        for (String line : resource(file).split("(?<=\n)", -1)) {
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
        return resource("corpus/" + file);
    }

    private static String resource(String file) {
        try (@Nullable InputStream in = Corpus.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("There is no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
