package org.scriptsocket.lua;

import java.util.List;
import java.util.Random;

/** Programs of Lua that parse, and mean no good: deep, long, large, with values where nobody expects them. The same seed makes the same program. */
final class RandomProgram {

    private static final int DEEPEST = 4;

    private static final List<String> NUMBERS = List.of(
            "0", "1", "-1", "2", "3", "7", "100", "1e5", "2^20", "2^31", "-2^31", "2^31-1", "2^53", "2^63", "-2^63",
            "1e300", "0/0", "1/0", "-1/0", "0.5", "-0.0");
    private static final List<String> STRINGS = List.of(
            "''",
            "'x'",
            "'abc'",
            "'%d'",
            "'%s%s'",
            "'%5.1f'",
            "'%q'",
            "'.-b'",
            "'(a*)*'",
            "'%b()'",
            "'[^%w]+'",
            "'%f[%w]'",
            "'(.)%1'",
            "'\\0'",
            "'\\255\\254'",
            "'1e5'",
            "'0x10'",
            "'return 1'",
            "'while true do end'",
            "'k'",
            "'!*t'",
            "('a'):rep(1000)",
            "('ab'):rep(1e5)",
            "'('",
            "'%'",
            "'[a'");
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "%", "^", "..", "==", "~=", "<", "<=", ">", ">=", "and", "or");
    private static final List<String> FUNCTIONS = List.of(
            "string.rep",
            "string.format",
            "string.find",
            "string.match",
            "string.gmatch",
            "string.gsub",
            "string.byte",
            "string.char",
            "string.sub",
            "string.upper",
            "string.reverse",
            "string.len",
            "table.concat",
            "table.insert",
            "table.remove",
            "table.sort",
            "table.unpack",
            "table.pack",
            "table.maxn",
            "table.foreach",
            "table.foreachi",
            "table.getn",
            "unpack",
            "select",
            "next",
            "pairs",
            "ipairs",
            "rawget",
            "rawset",
            "rawequal",
            "rawlen",
            "setmetatable",
            "getmetatable",
            "tostring",
            "tonumber",
            "type",
            "pcall",
            "xpcall",
            "error",
            "assert",
            "load",
            "loadstring",
            "require",
            "getfenv",
            "setfenv",
            "newproxy",
            "collectgarbage",
            "gcinfo",
            "print",
            "coroutine.create",
            "coroutine.wrap",
            "coroutine.resume",
            "coroutine.yield",
            "coroutine.status",
            "coroutine.running",
            "coroutine.isyieldable",
            "math.random",
            "math.randomseed",
            "math.floor",
            "math.max",
            "math.ldexp",
            "math.fmod",
            "math.modf",
            "os.date",
            "os.time",
            "os.clock",
            "debug.traceback",
            "bit.lshift",
            "bit.tohex",
            "bit32.extract",
            "bit32.replace",
            "module",
            "package.seeall",
            "websocket.connect",
            "websocket.send",
            "websocket.disconnect");
    private static final List<String> EVENTS = List.of(
            "__index",
            "__newindex",
            "__call",
            "__concat",
            "__add",
            "__unm",
            "__len",
            "__eq",
            "__lt",
            "__le",
            "__tostring",
            "__gc",
            "__mode",
            "__metatable");
    private static final List<String> NAMES = List.of("a", "b", "c", "t", "f", "co", "_G", "string", "self");

    /** What an error of Java's own code looks like goes to the output, although the program catches it. */
    static final String ALARM = "AN EXCEPTION OF JAVA: ";

    private static final String PRELUDE = """
            local call, resume, handled, type, find, print = pcall, coroutine.resume, xpcall, type, string.find, print
            local signs = {"Cannot ", "cannot be cast", "out of bounds", "fromIndex", "toIndex", "internal error", "org%.", "java%.", "^Range ", "because "}
            local function look(ok, e, ...)
              if not ok and type(e) == "string" then
                for i = 1, #signs do if find(e, signs[i]) then print("ALARM" .. e) end end
              end
              return ok, e, ...
            end
            pcall = function(...) return look(call(...)) end
            coroutine.resume = function(...) return look(resume(...)) end
            xpcall = function(f, h, ...) return look(handled(f, function(e) look(false, e) return h(e) end, ...)) end
            """.replace("ALARM", ALARM);

    private final Random random;
    private final StringBuilder text = new StringBuilder();

    private RandomProgram(long seed) {
        this.random = new Random(seed);
    }

    static String of(long seed) {
        return new RandomProgram(seed).program();
    }

    private String program() {
        text.append(PRELUDE);
        text.append("a, b, c, t, f = 1, 'abc', {1, 2, 3}, {}, function(...) return ... end\n");
        text.append("co = coroutine.create(function(...) while true do coroutine.yield(...) end end)\n");
        text.append("self = setmetatable({}, {__index = function(s, k) return k end})\n");
        int count = 3 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            boolean guarded = random.nextInt(10) > 0;
            line(guarded ? "pcall(function(...)" : "do");
            statement(0);
            line(guarded ? "end)" : "end");
        }
        return text.toString();
    }

    private void statement(int depth) {
        boolean deep = depth >= DEEPEST;
        switch (random.nextInt(deep ? 5 : 16)) {
            case 0 -> line(name() + " = " + expression(depth));
            case 1, 2, 3 -> line("pcall(" + function(depth) + ", " + arguments(depth) + ")");
            case 4 -> line("local x = " + call(depth));
            case 5 -> block("for i = 1, " + pick(NUMBERS) + " do", depth, "end");
            case 6 -> block("while " + expression(depth) + " do", depth, random.nextInt(4) == 0 ? "break end" : "end");
            case 7 -> block("for k, v in pairs(" + expression(depth) + ") do", depth, "end");
            case 8 -> block("pcall(function(...)", depth, "end, " + arguments(depth) + ")");
            case 9 -> block("xpcall(function()", depth, "end, " + function(depth) + ")");
            case 10 ->
                block("coroutine.wrap(function(...)", depth, "coroutine.yield(...) end)(" + arguments(depth) + ")");
            case 11 -> block("f = function(...)", depth, "return f(" + arguments(depth) + ") end");
            case 12 -> block("if " + expression(depth) + " then", depth, "end");
            case 13 ->
                line("t = setmetatable({}, {" + pick(EVENTS) + " = " + expression(depth) + ", " + pick(EVENTS) + " = "
                        + function(depth) + "})");
            case 14 -> block("repeat", depth, "until " + expression(depth));
            default -> line("c[" + expression(depth) + "] = " + expression(depth));
        }
    }

    private void block(String head, int depth, String tail) {
        line(head);
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            statement(depth + 1);
        }
        line(tail);
    }

    private void line(String code) {
        text.append(code).append(" \n");
    }

    private String expression(int depth) {
        return switch (random.nextInt(depth >= DEEPEST ? 4 : 10)) {
            case 0 -> pick(NUMBERS);
            case 1 -> pick(STRINGS);
            case 2 -> name();
            case 3 -> pick(List.of("nil", "true", "false", "{}", "newproxy(true)", "print", "_G"));
            case 4 -> call(depth + 1);
            case 5 -> "(" + expression(depth + 1) + " " + pick(OPERATORS) + " " + expression(depth + 1) + ")";
            case 6 -> "{" + expression(depth + 1) + ", x = " + expression(depth + 1) + ", " + call(depth + 1) + "}";
            case 7 -> pick(List.of("- ", "#", "not ")) + expression(depth + 1);
            case 8 -> "(" + expression(depth + 1) + ")[" + expression(depth + 1) + "]";
            default -> function(depth + 1);
        };
    }

    private String call(int depth) {
        return "(" + function(depth) + ")(" + arguments(depth) + ")";
    }

    private String function(int depth) {
        return switch (random.nextInt(depth >= DEEPEST ? 4 : 6)) {
            case 4 -> "function(...) return " + expression(depth + 1) + ", ... end";
            case 5 -> name();
            default -> pick(FUNCTIONS);
        };
    }

    private String arguments(int depth) {
        StringBuilder all = new StringBuilder(expression(depth + 1));
        for (int i = random.nextInt(4); i > 0; i--) {
            all.append(", ").append(expression(depth + 1));
        }
        return all.toString();
    }

    private String name() {
        return pick(NAMES);
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
