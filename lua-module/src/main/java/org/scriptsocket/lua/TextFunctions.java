package org.scriptsocket.lua;

import java.io.IOException;
import java.io.OutputStream;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.NumberText;
import org.scriptsocket.lua.vm.Varargs;

/** {@code tostring}, {@code print} and {@code getmetatable}. */
final class TextFunctions {

    private final LuaVm vm;
    private final OutputStream out;

    TextFunctions(LuaVm vm, OutputStream out) {
        this.vm = vm;
        this.out = out;
    }

    void define(LuaTable globals) {
        Builtin.define(globals, "tostring", args -> text(Builtin.value(args, 1, "tostring")));
        Builtin.define(globals, "print", args -> print(globals.get("tostring"), args));
        Builtin.define(globals, "getmetatable", args -> metatable(Builtin.value(args, 1, "getmetatable")));
    }

    /** As {@code tostring} gives it, metamethods honoured. */
    static LuaValue text(LuaValue value) {
        if (value instanceof LuaString) {
            return value;
        }
        LuaValue tag = value.metatag(LuaValue.TOSTRING);
        if (!tag.isnil()) {
            return tag.call(value);
        }
        if (value.type() == LuaValue.TNUMBER) {
            return LuaValue.valueOf(NumberText.of(value.todouble()));
        }
        boolean named = !value.isfunction() && value.getClass() != LuaUserdata.class;
        return named ? LuaText.of(value.tojstring()) : LuaValue.valueOf(identity(value));
    }

    /** No name and no content of a Java object for scripts. */
    private static String identity(LuaValue value) {
        return String.format("%s: 0x%08x", value.typename(), System.identityHashCode(value));
    }

    private Varargs print(LuaValue tostring, Varargs args) {
        try {
            for (int i = 1; i <= args.narg(); i++) {
                if (i > 1) {
                    out.write('\t');
                }
                if (!(tostring.call(args.arg(i)) instanceof LuaString text)) {
                    throw new LuaError("'tostring' must return a string to 'print'");
                }
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
