package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.TextBuilder;

/** Reads what {@code *l}, {@code *a}, {@code *n} and numbers stand for. What is not there is nil. */
@NullMarked
final class FileFormats {

    private static final int LONGEST_NUMBER = 200;

    private final LuaStream stream;

    FileFormats(LuaStream stream) {
        this.stream = stream;
    }

    LuaValue line() throws IOException {
        TextBuilder line = new TextBuilder(80);
        int next = stream.read();
        boolean any = next >= 0;
        while (next >= 0 && next != '\n') {
            line.add(next);
            next = stream.read();
        }
        return any ? line.string() : LuaValue.NIL;
    }

    LuaString all() throws IOException {
        TextBuilder all = new TextBuilder(1024);
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            all.add(next);
        }
        return all.string();
    }

    LuaValue bytes(long count) throws IOException {
        if (stream.peek() < 0) {
            return LuaValue.NIL;
        }
        TextBuilder bytes = new TextBuilder((int) Math.min(count, 8192));
        while (bytes.length() < count && stream.peek() >= 0) {
            bytes.add(stream.read());
        }
        return bytes.string();
    }

    /** What C's {@code scanf} takes for a number. */
    LuaValue number() throws IOException {
        while (Character.isWhitespace(stream.peek())) {
            stream.read();
        }
        TextBuilder text = new TextBuilder(20);
        one(text, "+-");
        boolean hex = one(text, "0") && one(text, "xX");
        String digits = hex ? "0123456789abcdefABCDEF" : "0123456789";
        many(text, digits);
        if (one(text, ".")) {
            many(text, digits);
        }
        if (text.length() > 0 && one(text, hex ? "pP" : "eE")) {
            one(text, "+-");
            many(text, "0123456789");
        }
        return text.string().tonumber();
    }

    private boolean one(TextBuilder text, String characters) throws IOException {
        int next = stream.peek();
        boolean taken = next >= 0 && characters.indexOf(next) >= 0 && text.length() < LONGEST_NUMBER;
        if (taken) {
            text.add(stream.read());
        }
        return taken;
    }

    private void many(TextBuilder text, String characters) throws IOException {
        boolean more = true;
        while (more) {
            more = one(text, characters);
        }
    }
}
