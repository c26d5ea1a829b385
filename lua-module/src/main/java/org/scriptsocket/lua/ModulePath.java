package org.scriptsocket.lua;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** Where {@code require} looks for modules: beside the scripts, in the folders that the host gave, in the current one. */
final class ModulePath {

    private final Globals globals;
    private final ModuleFolders given;

    ModulePath(Globals globals, ModuleFolders given) {
        this.globals = globals;
        this.given = given;
    }

    /** What {@code package.path} is at first. */
    String initial() {
        return given.folders().stream()
                .map(folder -> templates(folder) + ";")
                .collect(Collectors.joining("", "", "./?.lua;./?/init.lua"));
    }

    /** The same for the folder of a file, if there is such a file. */
    void addFolderOf(String file) {
        try {
            Path script = Path.of(file).toAbsolutePath();
            Path folder = script.getParent();
            if (folder != null && Files.isRegularFile(script)) {
                addFirst(folder);
            }
        } catch (InvalidPathException e) {
            // the name is that of no file
        }
    }

    /** The folder of a script comes first from now on. */
    void addFirst(Path folder) {
        if (globals.rawget("package") instanceof LuaTable modules) {
            LuaValue path = modules.get("path");
            String templates = templates(folder);
            if (path.isstring() && !(";" + LuaText.string(path.strvalue()) + ";").contains(";" + templates + ";")) {
                modules.set("path", LuaText.of(templates + ";" + LuaText.string(path.strvalue())));
            }
        }
    }

    private static String templates(Path folder) {
        return folder.resolve("?.lua") + ";" + folder.resolve("?").resolve("init.lua");
    }
}
