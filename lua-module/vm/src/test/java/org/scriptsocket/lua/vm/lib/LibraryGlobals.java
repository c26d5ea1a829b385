package org.scriptsocket.lua.vm.lib;

import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.compiler.LuaC;
import org.scriptsocket.lua.vm.lib.jse.JseBaseLib;

/** Globals with the libraries of this module. */
public final class LibraryGlobals {

    private LibraryGlobals() {}

    public static Globals create() {
        Globals globals = new Globals();
        globals.load(new JseBaseLib());
        LuaTable modules = new LuaTable();
        modules.set("loaded", new LuaTable());
        globals.set("package", modules);
        globals.load(new BaseFunctions());
        globals.load(new BitLib());
        globals.load(new Bit32Lib());
        globals.load(new TableLib());
        globals.load(new StringLib());
        globals.load(new MathLib());
        LuaC.install(globals);
        // Bytecode is not loaded.
        globals.undumper = (stream, name) -> null;
        return globals;
    }
}
