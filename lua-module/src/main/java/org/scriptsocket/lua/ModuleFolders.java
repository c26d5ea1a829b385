package org.scriptsocket.lua;

import java.nio.file.Path;
import java.util.List;

/**
 * Where the {@code require} of scripts looks for modules, after the folder of the script and before the current one: a module {@code a.b}
 * is the file {@code a/b.lua} or {@code a/b/init.lua} there.
 *
 * @param folders in the order in which they are searched; they need not exist
 */
public record ModuleFolders(List<Path> folders) {

    public ModuleFolders {
        folders = List.copyOf(folders);
    }

    public static ModuleFolders none() {
        return new ModuleFolders(List.of());
    }

    public static ModuleFolders of(Path... folders) {
        return new ModuleFolders(List.of(folders));
    }
}
