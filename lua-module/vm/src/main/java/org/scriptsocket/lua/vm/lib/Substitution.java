package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.TextBuilder;
import org.scriptsocket.lua.vm.Varargs;

/** One call of {@code string.gsub}. */
@NullMarked
final class Substitution {

    private final LuaString source;
    private final PatternMatcher matcher;
    private final LuaValue replacement;
    private final TextBuilder result;

    private Substitution(LuaString source, LuaString pattern, LuaValue replacement) {
        this.source = source;
        this.matcher = new PatternMatcher(source, pattern, true);
        this.replacement = replacement;
        this.result = new TextBuilder(source.m_length + 16);
    }

    /** For the arguments of {@code string.gsub}. */
    static Varargs call(Varargs args) {
        LuaString source = Arguments.string(args, 1, "gsub");
        LuaString pattern = Arguments.string(args, 2, "gsub");
        LuaValue replacement = args.arg(3);
        int most = (int) Arguments.integer(args, 4, "gsub", source.m_length + 1);
        switch (replacement.type()) {
            case LuaValue.TNUMBER, LuaValue.TSTRING:
                replacement = replacement.strvalue();
                break;
            case LuaValue.TFUNCTION, LuaValue.TTABLE:
                break;
            default:
                throw Arguments.error(3, "gsub", "string/function/table expected");
        }
        return new Substitution(source, pattern, replacement).run(most);
    }

    private Varargs run(int most) {
        int count = 0;
        int kept = 0;
        int next = 0;
        while (count < most && next <= source.m_length && matcher.find(next)) {
            count++;
            keep(kept, matcher.matchStart());
            replace();
            kept = matcher.matchEnd();
            boolean empty = kept == matcher.matchStart();
            next = matcher.isAnchored() ? Integer.MAX_VALUE : empty ? kept + 1 : kept;
        }
        if (count == 0) {
            return LuaValue.varargsOf(source, LuaValue.ZERO);
        }
        keep(kept, source.m_length);
        return LuaValue.varargsOf(result.string(), LuaValue.valueOf(count));
    }

    private void keep(int from, int to) {
        result.add(source.m_bytes, source.m_offset + from, to - from);
    }

    private void replace() {
        if (replacement instanceof LuaString text) {
            fill(text);
            return;
        }
        LuaValue value = replacement.istable()
                ? replacement.get(matcher.capture(0))
                : replacement.invoke(matcher.capturesOrMatch()).arg1();
        if (value.isstring()) {
            result.add(value.strvalue());
        } else if (value.toboolean()) {
            throw new LuaError("invalid replacement value (a " + value.typename() + ")");
        } else {
            keep(matcher.matchStart(), matcher.matchEnd());
        }
    }

    /** Adds the text with what was captured in place of {@code %1}. A lone {@code %} at its end gives a NUL, as in C. */
    private void fill(LuaString text) {
        int percent = text.indexOf((byte) '%', 0);
        int from = 0;
        for (; percent >= 0; percent = text.indexOf((byte) '%', from)) {
            result.add(text.m_bytes, text.m_offset + from, percent - from);
            from = percent + 2;
            int escaped = percent + 1 < text.m_length ? text.luaByte(percent + 1) : 0;
            if (escaped == '0') {
                keep(matcher.matchStart(), matcher.matchEnd());
            } else if (escaped > '0' && escaped <= '9') {
                result.add(matcher.capture(escaped - '1').strvalue());
            } else {
                result.add(escaped);
            }
        }
        if (from < text.m_length) {
            result.add(text.m_bytes, text.m_offset + from, text.m_length - from);
        }
    }
}
