package org.scriptsocket.lua.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scriptsocket.lua.vm.lib.LibraryGlobals;

class BudgetTest {

    private static final long WORK = 1_000_000;
    private static final long MEMORY = 8 << 20;
    private static final long STRING = 1 << 20;

    private final Allowance allowance = new Allowance();
    private final Globals globals = LibraryGlobals.create();

    private static final class Spent extends Error {
        private static final long serialVersionUID = 1;

        Spent(String what) {
            super(what);
        }
    }

    /** Ends what asks for too much. */
    private static final class Allowance implements Budget {

        private long steps;
        private long mostSteps = 100_000;
        private long work;
        private long mostWork = WORK;
        private long memory;
        private long largest;

        @Override
        public void step() {
            if (++steps == mostSteps) {
                throw new Spent("steps");
            }
        }

        @Override
        public void work(long amount) {
            work += amount;
            if (work > mostWork) {
                throw new Spent("work");
            }
        }

        @Override
        public void memory(long bytes) {
            memory += bytes;
            if (memory > MEMORY) {
                throw new Spent("memory");
            }
        }

        @Override
        public void string(long bytes) {
            largest = Math.max(largest, bytes);
            if (bytes > STRING) {
                throw new LuaError("a string of " + bytes + " bytes is too long");
            }
        }
    }

    @AfterEach
    void leave() {
        CurrentBudget.enter(null);
    }

    private LuaValue run(String script) {
        LuaValue chunk = globals.load(script);
        globals.budget = allowance;
        CurrentBudget.enter(allowance);
        return chunk.call();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while true do end",
                "repeat until false",
                "for i = 1, math.huge do end",
                "for i = 1, 1, 0 do end",
                "for i = 1, 0 / 0, -1 do end while true do end",
                "for i = 2 ^ 53, math.huge do end",
                "for k in function() return 1 end do end",
                "for k in next, setmetatable({1}, {}) do while true do end end",
                "local function f() return f() end f()",
                "while true do pcall(error) end",
                "while true do xpcall(error, error) end",
                "pcall(function() while true do end end)",
                "local t = setmetatable({}, {}) getmetatable(t).__index = function(_, k) return t[k + 1] end while true do pcall(function() return t[1] end) end",
                "setmetatable({}, {__eq = 1}) local t = setmetatable({}, {__lt = function(a, b) return a < b end}) while true do pcall(function() return t < t end) end",
                "::again:: goto again"
            })
    void whateverRunsForEverTakesSteps(String script) {
        allowance.mostSteps = 10_000;
        assertThatThrownBy(() -> run(script)).isInstanceOf(Spent.class).hasMessage("steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "('a'):rep(40):find(('a*'):rep(20) .. 'b')",
                "('a'):rep(40):match(('.-'):rep(20) .. 'b')",
                "for _ in ('a'):rep(1000):gmatch(('a-'):rep(8) .. 'b') do end",
                "('a'):rep(1000):gsub('.-b', 'x'); ('a'):rep(10000):gsub('.-b', 'x')",
                "('('):rep(100000):gsub('%b()', '')",
                "('x'):rep(10000):find('[' .. ('ab'):rep(10000) .. ']')",
                "('x'):rep(500000):find('(.*)%1%1b')",
                "local s = ('a'):rep(500000) return s:find(s:sub(1, 250000) .. 'b', 1, true)",
                "local t = {} for i = 1, 50000 do t[i] = i end for i = 1, 20 do table.sort(t, rawequal) end",
                "local s = ('a'):rep(100000) local t = {} for i = 1, 100 do t[i] = s .. i end table.sort(t)",
                "table.insert({}, -2^31, 1)",
                "table.insert({}, 2^31, 1)",
                "local t = {} for i = 1, 50000 do t[i] = i end for i = 1, 100 do table.insert(t, 1, 0) end",
                "local t = {} for i = 1, 50000 do t[i] = i end for i = 1, 100 do table.remove(t, 1) end",
                "local t = {} for i = 1, 50000 do t[i] = '' end for i = 1, 100 do table.concat(t) end",
                "local t = {} for i = 1, 50000 do t[i] = '' end for i = 1, 100 do table.maxn(t) end",
                "local t = {} for i = 1, 50000 do t[i] = 'no' end for i = 1, 100 do table.foreach(t, string.find) end",
                "local t = {} for i = 1, 50000 do t[i] = 'no' end for i = 1, 100 do table.foreachi(t, string.find) end",
                "local t = {} for i = 1, 30000 do t[i] = i end for i = 1, 30000 do t[i] = nil end for i = 1, 1000 do next(t) end",
                "local t = {} for i = 1, 50000 do t[i] = i end for i = 1, 100 do unpack(t) end",
                "local s = ('x'):rep(100000) for i = 1, 100 do s:byte(1, -1) end",
                "local s = ('x'):rep(100000) for i = 1, 100 do s:upper() end",
                "local s = ('x'):rep(100000) for i = 1, 100 do s:reverse() end",
                "local s = ('x'):rep(100000) for i = 1, 100 do s:sub(2) end",
                "local s = ('x'):rep(100000) for i = 1, 100 do local t = s .. i end",
                "local s, t = ('x'):rep(100000), ('x'):rep(100000) for i = 1, 100 do local x = s < t end",
                "local s, t = ('x'):rep(100000), ('x'):rep(100000) for i = 1, 100 do local x = s == t end",
                "local s = ('%d'):rep(1000) for i = 1, 10000 do pcall(string.format, s .. s, i) end",
                "local strong, weak = {}, {__mode = 'k'} local t = {} for i = 1, 5000 do t[i] = i end"
                        + " for i = 1, 500 do setmetatable(t, strong) setmetatable(t, weak) end",
                "local t, p, x = {}, ('p'):rep(16), ('x'):rep(500) for i = 1, 5000 do t[x .. ('%04d'):format(i):gsub('', p)] = i end"
            })
    void whatALibraryFunctionDoesAtLengthIsWork(String script) {
        assertThatThrownBy(() -> run(script)).isInstanceOf(Spent.class).hasMessageMatching("work|memory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return ('x'):rep(2 ^ 21)",
                "return ('x'):rep(2 ^ 62)",
                "return ('xy'):rep(2 ^ 30)",
                "return ('x'):rep(2, ('y'):rep(2 ^ 19 + 1) .. ('y'):rep(2 ^ 19))",
                "local s = ('x'):rep(2 ^ 19) return s .. s .. 'x'",
                "local s = ('x'):rep(2 ^ 19) s = s .. s return s .. 'x'",
                "local s = ('x'):rep(2 ^ 19) return table.concat({s, s, 'x'})",
                "local s = ('x'):rep(2 ^ 19) return table.concat({'', '', '', ''}, s)",
                "local s = ('x'):rep(2 ^ 19) return ('%s%s%s'):format(s, s, s)",
                "local s = ('\\n'):rep(2 ^ 19) return ('%q'):format(s .. s)",
                "local s = ('x'):rep(2 ^ 17) return (s:gsub('.', '%0%0%0%0%0%0%0%0%0%0'))",
                "local s = ('x'):rep(2 ^ 19) return (('aaaa'):gsub('a', s))",
                "local s = ('x'):rep(2 ^ 19) return (s:gsub('.*', '%0%0%0'))",
                "local s = 'x' while true do s = s .. s end"
            })
    void aStringIsNotMadeBeforeItsLengthIsAskedFor(String script) {
        allowance.mostWork = Long.MAX_VALUE;
        assertThatThrownBy(() -> run(script)).isInstanceOf(LuaError.class).hasMessageContaining("too l");
        assertThat(allowance.memory).isLessThan(8 * STRING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "local t = {} while true do t[#t + 1] = true end",
                "local t = {} while true do t[{}] = true end",
                "local i, t = 0, {} while true do i = i + 1 t[i / 3] = i end",
                "while true do string[#string + 1] = {} end",
                "local t = setmetatable({}, {__newindex = string}) local i = 0 while true do i = i + 1 t[i] = i end",
                "local t = {} while true do t = {t} end",
                "local t = {} while true do t = {x = t} end",
                "local f while true do local g = f f = function() return g end end",
                "local s = {} while true do s[#s + 1] = tostring(#s) .. 'x' end",
                "local t = {} while true do t[#t + 1] = newproxy() end",
                "local t = {} while true do t[#t + 1] = {unpack({1, 2, 3})} end",
                "local t = {} while true do rawset(t, #t + 1, 1) end",
                "local t = {} while true do table.insert(t, 1) end",
                "local function f(...) return select('#', ...) > 0 and {...} end local t = {} while true do t[#t + 1] = f(1, 2, 3) end",
                "local s = ('x'):rep(1000) local t = {} while true do t[#t + 1] = s .. #t end"
            })
    void whatIsKeptIsMemory(String script) {
        assertThatThrownBy(() -> run(script)).isInstanceOf(Spent.class).hasMessageMatching("memory|work|steps");
        assertThat(allowance.memory).isGreaterThan(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return unpack({}, 1, 2 ^ 31 - 1)",
                "return unpack({}, -2 ^ 31, 2 ^ 31 - 1)",
                "return table.unpack({}, 1, 1e7)",
                "return table.concat({}, '', 1, 2 ^ 31 - 1)",
                "return table.concat({}, 'x', -2 ^ 31, 2 ^ 31 - 1)",
                "return ('x'):rep(2, 3, 4):byte(1, 2, 3) + {}",
                "return select(-1)",
                "return select(-2 ^ 62, 1)",
                "return string.char(2 ^ 31)",
                "return ('%99999s'):format('')",
                "return ('%.99999f'):format(1)",
                "return ('%s'):format()",
                "return setmetatable({}, {__concat = function(a, b) return a .. b end}) .. 'x'",
                "local t = {} for i = 1, 1e4 do t = setmetatable({}, {__index = t}) end return t.x",
                "local t = setmetatable({}, {}) getmetatable(t).__index = t return t.x",
                "local t = setmetatable({}, {}) getmetatable(t).__newindex = t t.x = 1",
                "local a, b = setmetatable({}, {}), setmetatable({}, {}) local function e(x, y) return x == y end"
                        + " getmetatable(a).__eq = e getmetatable(b).__eq = e return a == b",
                "local t = {3, 1, 2} for i = 4, 1000 do t[i] = i % 7 end table.sort(t, function() return true end)",
                "local function f(n) return 1 + f(n + 1) end return f(1)",
                "local function f(...) return f(1, ...) + 1 end return f()"
            })
    void whatCanNotBeIsAnErrorOfLua(String script) {
        assertThatThrownBy(() -> run(script)).isInstanceOf(LuaError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return table.insert({1, 2, 3}, 2 ^ 53, 1)",
                "return table.remove({1, 2, 3}, -2 ^ 31)",
                "local t = {} t[2 ^ 30] = 1 t[2 ^ 31 - 1] = 1 t[2 ^ 31] = 1 t[-2 ^ 31] = 1 return #t",
                "local t = {} for i = 0, 30 do t[2 ^ i] = i end return #t",
                "return table.concat({}, '', 2 ^ 31 - 1, -2 ^ 31)",
                "return ('x'):byte(-2 ^ 62, 2 ^ 62)",
                "return ('x'):sub(-2 ^ 62, 2 ^ 62)",
                "return ('x'):find('', 2 ^ 62)",
                "return ('x'):find('', -2 ^ 62)",
                "return ('x'):gsub('', '', 2 ^ 62)",
                "return ('x'):rep(-2 ^ 62)",
                "return ('x'):rep(0 / 0)",
                "return tonumber(('9'):rep(1e5)), tonumber('0x' .. ('f'):rep(1e5) .. 'p1'), tonumber(('z'):rep(1e5), 36)",
                "return tonumber('1e' .. ('9'):rep(1e5)), tonumber('.' .. ('0'):rep(1e5) .. '1')",
                "for i = 1, 0 / 0 do end for i = 0 / 0, 1 do end for i = 1, 1e300, 1e299 do end",
                "return select('#', unpack({}, 1, 1e5))"
            })
    void whatIsOddButSmallIsDone(String script) {
        run(script);
        assertThat(allowance.steps).isLessThan(1000);
    }

    @Test
    void aScriptWithABudgetNeitherRunsTheGarbageCollectorNorSeesTheHeapOfTheHost() {
        assertThat(run("return collectgarbage() .. ' ' .. collectgarbage('count') .. ' ' .. gcinfo()")
                        .tojstring())
                .isEqualTo("0 0 0");
    }

    @Test
    void whatHasNoBudgetIsNotStoppedByThatOfAnother() {
        run("return 1");
        Budget before = CurrentBudget.enter(null);
        globals.budget = null;
        assertThat(globals.load("return #('x'):rep(2 ^ 22)").call().toint()).isEqualTo(1 << 22);
        assertThat(before).isSameAs(allowance);
    }
}
