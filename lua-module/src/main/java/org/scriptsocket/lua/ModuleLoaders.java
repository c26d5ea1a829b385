package org.scriptsocket.lua;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** How {@code require} finds a module: {@code package.preload}, then the files of {@code package.path}. */
final class ModuleLoaders {

    private final ChunkFunctions chunks;

    ModuleLoaders(ChunkFunctions chunks) {
        this.chunks = chunks;
    }

    /** The loaders in their order, as {@code package.loaders} has them. */
    LuaTable table(LuaTable modules) {
        LuaTable loaders = new LuaTable();
        loaders.set(1, LibraryFunction.of("preload", args -> preloaded(modules, args)));
        loaders.set(2, LibraryFunction.of("lua", args -> fromFile(modules, args)));
        loaders.set(3, LibraryFunction.of("c", args -> library(modules, name(args))));
        loaders.set(4, LibraryFunction.of("croot", args -> {
            String name = name(args);
            int dot = name.indexOf('.');
            return dot < 0 ? LuaValue.NONE : library(modules, name.substring(0, dot));
        }));
        return loaders;
    }

    private static String name(Varargs args) {
        return LuaText.string(Arguments.string(args, 1, "require"));
    }

    private static Varargs preloaded(LuaTable modules, Varargs args) {
        if (!(modules.get("preload") instanceof LuaTable preload)) {
            throw new LuaError("'package.preload' must be a table");
        }
        LuaValue loader = preload.get(args.arg1());
        return loader.isnil() ? LuaText.of("\n\tno field package.preload['" + name(args) + "']") : loader;
    }

    private Varargs fromFile(LuaTable modules, Varargs args) {
        StringBuilder tried = new StringBuilder();
        String file = find(name(args), path(modules, "path"), tried);
        if (file == null) {
            return LuaText.of(tried.toString());
        }
        try {
            return chunks.load(LuaText.of(file));
        } catch (LuaError error) {
            throw failed(name(args), file, error.value());
        }
    }

    /** There are no libraries in C: one that is found is refused. */
    private static Varargs library(LuaTable modules, String name) {
        StringBuilder tried = new StringBuilder();
        String file = find(name, path(modules, "cpath"), tried);
        if (file != null) {
            throw failed(name, file, LuaValue.valueOf("dynamic libraries not enabled"));
        }
        return LuaText.of(tried.toString());
    }

    private static LuaError failed(String name, String file, LuaValue why) {
        LuaString text = LuaText.of("error loading module '" + name + "' from file '" + file + "':\n\t");
        return new LuaError(text.concat(why));
    }

    private static String path(LuaTable modules, String which) {
        LuaValue path = modules.get(which);
        if (!path.isstring()) {
            throw new LuaError("'package." + which + "' must be a string");
        }
        return LuaText.string(path.strvalue());
    }

    /** {@code package.searchpath} of 5.2 and LuaJIT, for names with dots. */
    static Varargs search(Varargs args) {
        StringBuilder tried = new StringBuilder();
        String name = LuaText.string(Arguments.string(args, 1, "searchpath"));
        String file = find(name, LuaText.string(Arguments.string(args, 2, "searchpath")), tried);
        return file == null ? LuaValue.varargsOf(LuaValue.NIL, LuaText.of(tried.toString())) : LuaText.of(file);
    }

    private static @Nullable String find(String name, String path, StringBuilder tried) {
        String relative = name.replace('.', '/');
        for (String template : path.split(";", -1)) {
            if (!template.isEmpty()) {
                String file = template.replace("?", relative);
                if (isReadable(file)) {
                    return file;
                }
                tried.append("\n\tno file '").append(file).append('\'');
            }
        }
        return null;
    }

    private static boolean isReadable(String file) {
        try {
            return Files.isReadable(Path.of(file)) && !Files.isDirectory(Path.of(file));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
