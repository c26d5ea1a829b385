package org.scriptsocket.docs.editor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files for editors as the jars hold them. */
final class EditorFiles {

    private EditorFiles() {}

    static String text(String name) {
        try (InputStream in = EditorFiles.class.getResourceAsStream("/META-INF/scriptsocket/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
