package org.scriptsocket.specs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.platform.commons.io.Resource;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** Lets {@code require} find modules on the class path too, by the same {@code package.path}, after the files. */
final class ClassPathModules {

    private final LuaTable modules;
    private final LuaValue loadstring;

    private ClassPathModules(LuaTable modules, LuaValue loadstring) {
        this.modules = modules;
        this.loadstring = loadstring;
    }

    static void install(LuaTable modules, LuaValue loadstring) {
        LuaTable loaders = modules.get("loaders").checktable();
        ClassPathModules found = new ClassPathModules(modules, loadstring);
        loaders.set(loaders.length() + 1, LibraryFunction.of("classpath", found::loader));
    }

    /** The module as a function, or where it was looked for. */
    private Varargs loader(Varargs arguments) {
        String name = Texts.of(arguments.arg1()).replace('.', '/');
        StringBuilder tried = new StringBuilder();
        for (String template : Texts.of(modules.get("path")).split(";", -1)) {
            String resource = template.replace("?", name);
            Resource found = ClassPath.find(resource).orElse(null);
            if (found != null) {
                return checked(loadstring.invoke(text(found), Texts.of("@" + resource)));
            }
            tried.append("\n\tno resource '").append(resource).append('\'');
        }
        return Texts.of(tried.toString());
    }

    private static Varargs checked(Varargs loaded) {
        if (loaded.arg1().isnil()) {
            throw new LuaError(loaded.arg(2));
        }
        return loaded;
    }

    private static LuaString text(Resource resource) {
        try (InputStream in = resource.getInputStream()) {
            return LuaString.valueUsing(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
