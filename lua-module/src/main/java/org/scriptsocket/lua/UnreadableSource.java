package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;

/** Source that does not parse, told in one line. */
final class UnreadableSource {

    /** How far bytes are looked for that no text has. */
    private static final int LOOKED_AT = 512;

    private final byte[] source;
    private final String file;

    UnreadableSource(byte[] source, String file) {
        this.source = source;
        this.file = file;
    }

    /** @param failure what the parser says */
    LuaError explain(LuaError failure) {
        if (source.length > 1 && source[0] == 27 && source[1] == 'L') {
            return told(file + ":1: this is compiled Lua, of which only the source can be loaded");
        }
        if (isBytes()) {
            return told(file + ":1: this is a file of bytes, not a script");
        }
        String message =
                failure.value().isstring() ? LuaText.string(failure.value().strvalue()) : "";
        return message.contains("\n") ? told(message.replace("\n", "\\n")) : failure;
    }

    private static LuaError told(String message) {
        LuaString text = LuaText.of(message);
        return new LuaError(text, 0);
    }

    private boolean isBytes() {
        for (int i = 0; i < Math.min(source.length, LOOKED_AT); i++) {
            if (source[i] >= 0 && source[i] < ' ' && !Character.isWhitespace(source[i])) {
                return true;
            }
        }
        return false;
    }
}
