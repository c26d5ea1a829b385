package org.scriptsocket.lua;

import java.io.IOException;
import java.io.OutputStream;
import org.scriptsocket.lua.vm.Budget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;
import org.scriptsocket.lua.vm.lib.ToNumber;
import org.scriptsocket.lua.vm.lib.ToString;

/** {@code tostring}, {@code tonumber}, {@code print} and {@code getmetatable}. */
final class TextFunctions {

    private final LuaVm vm;
    private final OutputStream out;

    TextFunctions(LuaVm vm, OutputStream out) {
        this.vm = vm;
        this.out = out;
    }

    void define(LuaTable globals) {
        LibraryFunction.define(globals, "tostring", args -> ToString.call(Arguments.any(args, 1, "tostring")));
        LibraryFunction.define(globals, "tonumber", ToNumber::call);
        LibraryFunction.define(globals, "print", args -> print(globals.get("tostring"), args));
        LibraryFunction.define(globals, "getmetatable", args -> metatable(Arguments.any(args, 1, "getmetatable")));
    }

    private void work(long amount) {
        Budget budget = vm.globals().budget;
        if (budget != null) {
            budget.work(amount);
        }
    }

    private Varargs print(LuaValue tostring, Varargs args) {
        try {
            for (int i = 1; i <= args.narg(); i++) {
                if (i > 1) {
                    out.write('\t');
                }
                LuaValue value = tostring.call(args.arg(i));
                if (!value.isstring()) {
                    throw new LuaError("'tostring' must return a string to 'print'");
                }
                LuaString text = value.strvalue();
                work(text.m_length);
                out.write(text.m_bytes, text.m_offset, text.m_length);
            }
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new LuaError("print: " + e.getMessage());
        }
        return LuaValue.NONE;
    }

    private LuaValue metatable(LuaValue value) {
        LuaValue metatable = value instanceof LuaString ? vm.stringMetatable() : value.getmetatable();
        return metatable == null
                ? LuaValue.NIL
                : metatable.rawget(LuaValue.METATABLE).optvalue(metatable);
    }
}
