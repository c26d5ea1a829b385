package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** The loader of {@code require} that takes a module's name for that of a Java class which is a {@link LuaFunction}. Only with {@code luajava}. */
final class JavaModules {

    private JavaModules() {}

    static LibraryFunction loader() {
        return LibraryFunction.of("java", JavaModules::find);
    }

    private static Varargs find(Varargs args) {
        LuaString name = Arguments.string(args, 1, "require");
        String type = LuaText.string(name);
        try {
            Object instance = Class.forName(type).getDeclaredConstructor().newInstance();
            return instance instanceof LuaFunction function ? function : missing(type);
        } catch (ReflectiveOperationException | LinkageError e) {
            return missing(type);
        }
    }

    private static LuaValue missing(String type) {
        return LuaText.of("\n\tno class '" + type + "'");
    }
}
