package org.scriptsocket.lua.vm;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;

/** The name of a chunk as messages show it, cut as Lua 5.1 cuts it. */
@NullMarked
final class ChunkName {

    /** How much fits into a message, in bytes, with C's zero at the end. */
    private static final int ROOM = 60;

    private ChunkName() {}

    /** @param source {@code @file}, {@code =name} or the source itself */
    static String shown(LuaString source) {
        byte[] all = new byte[source.m_length];
        System.arraycopy(source.m_bytes, source.m_offset, all, 0, all.length);
        int end = first(all, (byte) 0, (byte) 0);
        if (end > 0 && all[0] == '=') {
            return text(all, 1, Math.min(end, ROOM));
        }
        return end > 0 && all[0] == '@' ? file(all, end) : string(all, end);
    }

    private static String file(byte[] all, int end) {
        int room = ROOM - " '...' ".length() - 1;
        return end - 1 > room ? "..." + text(all, end - room, end) : text(all, 1, end);
    }

    private static String string(byte[] all, int end) {
        int room = ROOM - " [string \"...\"] ".length() - 1;
        int shown = Math.min(Math.min(first(all, (byte) '\n', (byte) '\r'), end), room);
        return "[string \"" + text(all, 0, shown) + (shown < end ? "..." : "") + "\"]";
    }

    /** Where one of two bytes is first, or the end. */
    private static int first(byte[] all, byte one, byte other) {
        int at = 0;
        while (at < all.length && all[at] != one && all[at] != other) {
            at++;
        }
        return at;
    }

    private static String text(byte[] all, int from, int to) {
        return new String(all, from, to - from, StandardCharsets.UTF_8);
    }
}
