package org.scriptsocket.lua;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.luaj.vm2.lib.jse.JsePlatform;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/**
 * Measures this engine against stock LuaJ without its debug library, in turns, in one JVM. No test: run it by hand, see docs/ARCHITECTURE.md.
 *
 * <p>Arguments: how many rounds (11), and the names of the cases (all). With {@code sandbox} among them it is this engine in a sandbox against
 * this engine without.
 */
final class LuaSpeed {

    private static final int WARM_UP = 6;
    /** Processor time: what else the machine does matters less. */
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final LuaSandbox AMPLE = LuaSandbox.restricted()
            .withInstructions(1_000_000_000)
            .withTime(Duration.ofMinutes(10))
            .withString(64 << 20);

    private static final Map<String, String> CASES = new LinkedHashMap<>();

    static {
        CASES.put("fib", """
                local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
                return function() return fib(27) end""");
        CASES.put("loop", """
                return function()
                  local s = 0
                  for i = 1, 2000000 do if i % 3 == 0 then s = s + i * 2 else s = s - 0.5 end end
                  return s
                end""");
        CASES.put("while", """
                return function() local i, n = 0, 0 while i < 2000000 do i = i + 1 if i > 1000 then n = n + 1 end end return n end""");
        CASES.put("strings", """
                return function()
                  local t = {}
                  for i = 1, 40000 do t[#t + 1] = 'item ' .. i .. ',' .. (i / 4) end
                  local s = table.concat(t)
                  return #s:upper() + select(2, s:gsub('%d+', ''))
                end""");
        CASES.put("tables", """
                return function()
                  local t, sum = {}, 0
                  for i = 1, 200000 do t[i] = i; t['k' .. (i % 100)] = i end
                  for k, v in pairs(t) do sum = sum + v end
                  for i, v in ipairs(t) do sum = sum + t[i] end
                  local p = {x = 1, y = 2}
                  for i = 1, 500000 do p.x = p.x + p.y end
                  return sum + p.x
                end""");
        CASES.put("methods", """
                local Point = {}
                Point.__index = Point
                function Point.new(x) return setmetatable({x = x}, Point) end
                function Point:add(n) self.x = self.x + n return self end
                function Point:get() return self.x end
                return function() local p = Point.new(0) for i = 1, 400000 do p:add(i) p:get() end return p:get() end""");
        CASES.put("closures", """
                local function counter() local n = 0 return function(by) n = n + by return n end end
                return function() local s = 0 for i = 1, 200000 do local c = counter() c(i) s = s + c(1) end return s end""");
        CASES.put("pcall", """
                local function f(a, b) return a + b end
                return function()
                  local s = 0
                  for i = 1, 300000 do local ok, v = pcall(f, i, 1) s = s + v end
                  for i = 1, 20000 do if not pcall(error, 'x') then s = s + 1 end end
                  return s
                end""");
        CASES.put("calls in pcall", """
                local function f(a, b) return a + b end
                return function() local s = 0 for i = 1, 300000 do local ok, v = pcall(f, i, 1) s = s + v end return s end""");
        CASES.put("errors in pcall", """
                local function f(a) error('x') end
                return function() local s = 0 for i = 1, 20000 do if not pcall(f, i) then s = s + 1 end end return s end""");
        CASES.put("varargs", """
                local function sum(...) local s = 0 for i = 1, select('#', ...) do s = s + (select(i, ...)) end return s end
                return function() local s = 0 for i = 1, 100000 do s = s + sum(i, 1, 2, 3) end return s end""");
        CASES.put("callback", """
                return function(self, conn, data)
                  if data.event == 2 then
                    self.count = (self.count or 0) + 1
                    self.last = data.message
                  elseif data.event == 1 then
                    self.gone = true
                  end
                end""");
    }

    private LuaSpeed() {}

    /** One of the two. */
    private interface Subject {
        void run();
    }

    public static void main(String[] args) {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 11;
        List<String> chosen = Arrays.asList(args);
        PrintStream out = System.out;
        out.printf("%-16s %10s %10s %7s   (medians of %d)%n", "case", "stock ms", "ours ms", "ratio", rounds);
        for (Map.Entry<String, String> each : CASES.entrySet()) {
            if (CASES.keySet().stream().noneMatch(chosen::contains) || chosen.contains(each.getKey())) {
                measure(out, each.getKey(), each.getValue(), rounds, chosen.contains("sandbox"));
            }
        }
    }

    private static void measure(PrintStream out, String name, String source, int rounds, boolean sandbox) {
        LuaVm plain = vm(new LuaScriptEngineFactory());
        LuaVm bounded = sandbox ? vm(new LuaScriptEngineFactory().withSandbox(AMPLE)) : plain;
        boolean callback = name.equals("callback");
        Subject stock = callback
                ? sandbox ? ourCallback(plain, source) : stockCallback(source)
                : sandbox ? ours(plain, source) : stock(source);
        Subject ours = callback ? ourCallback(bounded, source) : ours(bounded, source);
        double[] stockTimes = new double[rounds];
        double[] ourTimes = new double[rounds];
        for (int i = -WARM_UP; i < rounds; i++) {
            double first = millis(stock);
            double second = millis(ours);
            if (i >= 0) {
                stockTimes[i] = first;
                ourTimes[i] = second;
            }
        }
        double stockTime = median(stockTimes);
        double ourTime = median(ourTimes);
        out.printf(Locale.ROOT, "%-16s %10.1f %10.1f %7.2f%n", name, stockTime, ourTime, ourTime / stockTime);
    }

    private static double millis(Subject subject) {
        long begin = THREADS.getCurrentThreadCpuTime();
        subject.run();
        return (THREADS.getCurrentThreadCpuTime() - begin) / 1e6;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static Subject stock(String source) {
        org.luaj.vm2.LuaValue function =
                JsePlatform.standardGlobals().load(source, "speed").call();
        return function::call;
    }

    private static Subject ours(LuaVm vm, String source) {
        LuaValue function = function(vm, source);
        return () -> vm.call(function, LuaValue.NONE);
    }

    private static LuaVm vm(LuaScriptEngineFactory factory) {
        return ((LuaScriptEngine) factory.getScriptEngine()).vm();
    }

    private static LuaValue function(LuaVm vm, String source) {
        LuaValue chunk = vm.closure(vm.compile(source.getBytes(StandardCharsets.UTF_8), "@speed"), vm.globals());
        return vm.call(chunk, LuaValue.NONE).arg1();
    }

    /** An event as our module makes it: a fresh table of three fields for each call. */
    private static Subject ourCallback(LuaVm vm, String source) {
        LuaValue function = function(vm, source);
        LuaTable self = new LuaTable();
        LuaTable connection = new LuaTable();
        LuaString message = LuaValue.valueOf("a message");
        return () -> {
            for (int i = 0; i < 200_000; i++) {
                LuaTable data = new LuaTable(0, 4);
                data.rawset("event", LuaValue.valueOf(2));
                data.rawset("message", message);
                data.rawset("type", LuaValue.valueOf(1));
                Varargs arguments = LuaValue.varargsOf(self, connection, data);
                vm.call(function, arguments);
            }
        };
    }

    private static Subject stockCallback(String source) {
        org.luaj.vm2.LuaValue function =
                JsePlatform.standardGlobals().load(source, "speed").call();
        org.luaj.vm2.LuaTable self = new org.luaj.vm2.LuaTable();
        org.luaj.vm2.LuaTable connection = new org.luaj.vm2.LuaTable();
        org.luaj.vm2.LuaString message = org.luaj.vm2.LuaValue.valueOf("a message");
        return () -> {
            for (int i = 0; i < 200_000; i++) {
                org.luaj.vm2.LuaTable data = new org.luaj.vm2.LuaTable(0, 4);
                data.rawset("event", org.luaj.vm2.LuaValue.valueOf(2));
                data.rawset("message", message);
                data.rawset("type", org.luaj.vm2.LuaValue.valueOf(1));
                function.invoke(org.luaj.vm2.LuaValue.varargsOf(self, connection, data));
            }
        };
    }
}
