package org.scriptsocket.lua;

import java.security.SecureRandom;
import java.util.Set;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** Leaves of a VM's globals what a sandbox has. All else goes, what a later version adds included. */
final class Restrictions {

    private static final Set<String> GLOBALS = Set.of(
            "_G",
            "_VERSION",
            "assert",
            "bit",
            "bit32",
            "collectgarbage",
            "coroutine",
            "debug",
            "error",
            "gcinfo",
            "getfenv",
            "getmetatable",
            "ipairs",
            "load",
            "loadstring",
            "math",
            "module",
            "newproxy",
            "next",
            "os",
            "package",
            "pairs",
            "pcall",
            "print",
            "rawequal",
            "rawget",
            "rawlen",
            "rawset",
            "require",
            "select",
            "setfenv",
            "setmetatable",
            "string",
            "table",
            "tonumber",
            "tostring",
            "type",
            "unpack",
            "websocket",
            "xpcall");

    private final LuaVm vm;
    private final Globals globals;
    private final ModuleFolders folders;
    private final Meter meter;

    Restrictions(LuaVm vm, Meter meter, ModuleFolders folders) {
        this.vm = vm;
        this.globals = vm.globals();
        this.meter = meter;
        this.folders = folders;
    }

    void apply() {
        LuaTable modules = table("package");
        vm.held().always(modules);
        vm.held().always(modules.get("loaded"));
        keep(globals, GLOBALS);
        keep(modules.get("loaded").checktable(), GLOBALS);
        keep(modules, Set.of("config", "cpath", "loaded", "loaders", "path", "preload", "searchers", "seeall"));
        keep(table("os"), Set.of("clock", "date", "time"));
        keep(table("debug"), Set.of("traceback"));
        table("string").rawset("dump", LuaValue.NIL);
        new AllowedModules(new ChunkFunctions(vm), folders).define(modules);
        tellNothingOfTheJvm();
        // Nobody gets at the metatable of strings.
        vm.stringMetatable().rawset(LuaValue.METATABLE, LuaValue.FALSE);
    }

    /** The collector and the clocks are those of the JVM, and of all who are in it. */
    private void tellNothingOfTheJvm() {
        // The seeds that the JVM draws follow from one another.
        table("math").get("randomseed").call(LuaValue.valueOf((double) (new SecureRandom().nextLong() >>> 11)));
        LuaValue collect = globals.rawget("collectgarbage");
        LibraryFunction.define(globals, "collectgarbage", args -> {
            String option = args.isstring(1) ? args.tojstring(1) : "collect";
            return switch (args.isnil(1) ? "collect" : option) {
                case "collect" -> LuaValue.ZERO;
                case "count" -> LuaValue.valueOf(meter.held() / 1024.0);
                default -> collect.invoke(args);
            };
        });
        LibraryFunction.define(globals, "gcinfo", args -> LuaValue.valueOf((int) (meter.held() / 1024)));
        long start = System.nanoTime();
        LibraryFunction.define(
                table("os"), "clock", args -> LuaValue.valueOf(Math.floor((System.nanoTime() - start) / 1e6) / 1000));
    }

    private LuaTable table(String name) {
        return globals.rawget(name).checktable();
    }

    private static void keep(LuaTable table, Set<String> names) {
        for (LuaValue key : table.keys()) {
            if (!names.contains(key.tojstring())) {
                table.rawset(key, LuaValue.NIL);
            }
        }
    }
}
