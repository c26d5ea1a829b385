package org.scriptsocket.specs;

import java.nio.charset.StandardCharsets;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;

/** Texts between Java and Lua, as UTF-8. */
final class Texts {

    private Texts() {}

    static LuaString of(String text) {
        return LuaString.valueUsing(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for nil. */
    static String of(LuaValue value) {
        if (value.isnil()) {
            return "";
        }
        LuaString text = value.checkstring();
        return new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.UTF_8);
    }

    /** A message, and the calls that led to it beneath. */
    static String withCalls(LuaValue message, LuaValue traceback) {
        return withCalls(of(message), of(traceback));
    }

    static String withCalls(String message, String traceback) {
        return traceback.isEmpty() ? message : message + "\nstack traceback:\n\t" + traceback.replace("\n", "\n\t");
    }
}
