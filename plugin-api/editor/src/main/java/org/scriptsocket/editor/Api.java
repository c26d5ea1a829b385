package org.scriptsocket.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What scripts see of one part of ScriptSocket.
 *
 * @param name of the files that are made of it
 * @param defold whether Defold's editor has a use for it
 * @param classes what the types that have no global are called in annotations
 */
record Api(String name, boolean defold, List<Entry> classes, List<Entry> globals) {

    /** @throws ApiException if the file is no description; says where and why */
    static Api read(Path file) throws IOException {
        return new ApiReader(String.valueOf(file.getFileName())).read(Files.readString(file));
    }
}
