package org.scriptsocket.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the editor files of one description: {@code library/NAME.lua}, and for Defold {@code NAME.script_api}. */
public final class Main {

    private Main() {}

    /** @param args the description and the folder to write to */
    public static void main(String[] args) throws IOException {
        write(Api.read(Path.of(args[0])), Path.of(args[1]));
    }

    static void write(Api api, Path folder) throws IOException {
        Files.createDirectories(folder.resolve("library"));
        Files.writeString(folder.resolve("library").resolve(api.name() + ".lua"), LuaLsFile.of(api));
        if (api.defold()) {
            Files.writeString(folder.resolve(api.name() + ".script_api"), ScriptApiFile.of(api));
        }
    }
}
