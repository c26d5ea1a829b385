package org.scriptsocket.lua;

import java.nio.charset.StandardCharsets;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaString;

/** Texts between Java and Lua, as UTF-8. LuaJ's own way writes surrogates as three bytes each, and garbles them on the way back. */
final class LuaText {

    private LuaText() {}

    static LuaString of(String text) {
        return LuaString.valueUsing(text.getBytes(StandardCharsets.UTF_8));
    }

    static String string(LuaString text) {
        CurrentBudget.bulk(text.m_length);
        return new String(text.m_bytes, text.m_offset, text.m_length, StandardCharsets.UTF_8);
    }
}
