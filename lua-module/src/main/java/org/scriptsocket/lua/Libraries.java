package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.lib.BaseFunctions;
import org.scriptsocket.lua.vm.lib.Bit32Lib;
import org.scriptsocket.lua.vm.lib.BitLib;
import org.scriptsocket.lua.vm.lib.IoLib;
import org.scriptsocket.lua.vm.lib.OsLib;
import org.scriptsocket.lua.vm.lib.TableLib;
import org.scriptsocket.lua.vm.lib.jse.JseBaseLib;
import org.scriptsocket.lua.vm.lib.jse.JseMathLib;
import org.scriptsocket.lua.vm.lib.jse.LuajavaLib;

/** Lua's standard library: LuaJ's, and ours where that is wrong. */
final class Libraries {

    private final LuaVm vm;
    private final Globals globals;
    private final ModuleFunctions modules;

    Libraries(LuaVm vm) {
        this.vm = vm;
        this.globals = vm.globals();
        this.modules = new ModuleFunctions(vm);
    }

    /** Knows how modules are found. */
    ModuleFunctions modules() {
        return modules;
    }

    void install(EngineStreams streams, ModulePath path, boolean luajava) {
        globals.load(new JseBaseLib());
        globals.load(new BaseFunctions());
        ChunkFunctions chunks = new ChunkFunctions(vm);
        chunks.define(globals);
        modules.define(new ModuleLoaders(chunks), path);
        StringMetatable.install(vm);
        globals.load(new BitLib());
        globals.load(new Bit32Lib());
        globals.load(new TableLib());
        globals.load(new JseMathLib());
        globals.load(new OsLib());
        if (luajava) {
            globals.load(new LuajavaLib());
            LuaTable loaders = globals.get("package").get("loaders").checktable();
            loaders.insert(0, JavaModules.loader());
        }
        own(streams);
    }

    private void own(EngineStreams streams) {
        globals.STDIN = streams.in();
        globals.STDOUT = new FlushedStream(streams.out());
        globals.STDERR = new FlushedStream(streams.error());
        globals.load(new IoLib(globals));
        new ErrorFunctions(globals).define(globals);
        new TextFunctions(vm, streams.out()).define(globals);
        new DebugFunctions(vm).define(globals);
        new EnvironmentFunctions(globals).define(globals);
        new Proxies().define(globals);
        add("coroutine", new CoroutineFunctions(vm).table());
    }

    private void add(String name, LuaTable table) {
        globals.rawset(name, table);
        globals.get("package").get("loaded").set(name, table);
    }
}
