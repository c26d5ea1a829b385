package org.scriptsocket.lua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** The loader of a sandbox's {@code require}: only what is in the folders of the host, whatever {@code package.path} is, and no word of where they are. */
final class AllowedModules {

    private static final Pattern NAME = Pattern.compile("[\\w-]+([./][\\w-]+)*");

    private final ChunkFunctions chunks;
    private final ModuleFolders folders;

    AllowedModules(ChunkFunctions chunks, ModuleFolders folders) {
        this.chunks = chunks;
        this.folders = folders;
    }

    /** In place of the loaders of files; that of {@code package.preload} stays. */
    void define(LuaTable modules) {
        LuaTable loaders = modules.get("loaders").checktable();
        for (int i = loaders.length(); i > 2; i--) {
            loaders.set(i, LuaValue.NIL);
        }
        loaders.set(2, LibraryFunction.of("lua", this::load));
        modules.set("path", LuaValue.EMPTYSTRING);
        modules.set("cpath", LuaValue.EMPTYSTRING);
    }

    private Varargs load(Varargs args) {
        LuaString name = Arguments.string(args, 1, "require");
        String relative = LuaText.string(name);
        if (NAME.matcher(relative).matches()) {
            for (Path folder : folders.folders()) {
                for (String suffix : new String[] {".lua", "/init.lua"}) {
                    String file = relative.replace('.', '/') + suffix;
                    byte[] source = source(folder.resolve(file));
                    if (source != null) {
                        return chunk(LuaString.valueUsing(source), file);
                    }
                }
            }
        }
        return LuaText.of("\n\tno such module");
    }

    private LuaValue chunk(LuaString source, String file) {
        try {
            return chunks.file(source, LuaText.of("@" + file));
        } catch (LuaError error) {
            throw new LuaError(error.value(), 0);
        }
    }

    private static byte @Nullable [] source(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            return null;
        }
    }
}
