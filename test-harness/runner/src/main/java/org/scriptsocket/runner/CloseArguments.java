package org.scriptsocket.runner;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.transport.CloseStatus;

/** The code and the reason of a Close as a script gives them. */
final class CloseArguments {

    private static final int MAX_REASON = 123;

    private CloseArguments() {}

    static CloseStatus read(Varargs arguments) {
        int code = arguments.checkint(1);
        if (!CloseStatus.isValid(code)) {
            throw new LuaError(
                    "1000 to 1003, 1007 to 1014 or 3000 to 4999 expected as the code of a Close, got " + code);
        }
        return new CloseStatus(code, reason(arguments.checkstring(2)));
    }

    private static String reason(LuaString bytes) {
        if (bytes.m_length > MAX_REASON) {
            throw new LuaError("a reason of at most " + MAX_REASON + " bytes expected, got " + bytes.m_length);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.m_bytes, bytes.m_offset, bytes.m_length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new LuaError("the reason of a Close must be UTF-8");
        }
    }
}
