package org.scriptsocket.lua;

import java.io.PrintStream;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.BaseFunctions;
import org.scriptsocket.lua.vm.lib.Bit32Lib;
import org.scriptsocket.lua.vm.lib.BitLib;
import org.scriptsocket.lua.vm.lib.PackageLib;
import org.scriptsocket.lua.vm.lib.TableLib;
import org.scriptsocket.lua.vm.lib.jse.JseBaseLib;
import org.scriptsocket.lua.vm.lib.jse.JseIoLib;
import org.scriptsocket.lua.vm.lib.jse.JseMathLib;
import org.scriptsocket.lua.vm.lib.jse.JseOsLib;
import org.scriptsocket.lua.vm.lib.jse.LuajavaLib;

/** Lua's standard library: LuaJ's, and ours where that is wrong. */
final class Libraries {

    private final LuaVm vm;
    private final Globals globals;

    Libraries(LuaVm vm) {
        this.vm = vm;
        this.globals = vm.globals();
    }

    void install(EngineStreams streams, boolean luajava) {
        globals.load(new JseBaseLib());
        globals.load(new BaseFunctions());
        globals.load(new PackageLib());
        StringMetatable.install(vm);
        globals.load(new BitLib());
        globals.load(new Bit32Lib());
        globals.load(new TableLib());
        globals.load(new JseMathLib());
        globals.load(new JseIoLib());
        globals.load(new JseOsLib());
        if (luajava) {
            globals.load(new LuajavaLib());
        } else {
            forgetJava();
        }
        own(streams);
    }

    private void own(EngineStreams streams) {
        globals.STDIN = streams.in();
        globals.STDOUT = new PrintStream(streams.out(), true);
        globals.STDERR = new PrintStream(streams.error(), true);
        new ErrorFunctions(globals).define(globals);
        new TextFunctions(vm, streams.out()).define(globals);
        new DebugFunctions(vm).define(globals);
        new ChunkFunctions(vm).define(globals);
        new EnvironmentFunctions(globals).define(globals);
        new Proxies().define(globals);
        add("coroutine", new CoroutineFunctions(vm).table());
        Lua51Names.define(globals);
        LuaTable io = globals.get("io").checktable();
        LuaValue read = io.get("read");
        Builtin.define(io, "read", args -> read.invoke(args.narg() == 0 ? LuaValue.valueOf("*l") : args));
        Builtin.define(globals.get("os").checktable(), "exit", args -> {
            throw new LuaError("os.exit is not available here");
        });
    }

    private void add(String name, LuaTable table) {
        globals.rawset(name, table);
        globals.get("package").get("loaded").set(name, table);
    }

    /** LuaJ's last searcher makes Java classes out of module names. */
    private void forgetJava() {
        LuaTable searchers = globals.get("package").get("searchers").checktable();
        searchers.rawset(3, LuaValue.NIL);
    }
}
