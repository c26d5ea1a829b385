package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;

class CoroutineTest {

    private final ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();

    @Test
    void valuesGoBothWays() throws ScriptException {
        assertThat(engine.eval("""
                local co = coroutine.create(function(a, b)
                  local c = coroutine.yield(a + b)
                  local d, e = coroutine.yield(c * 2)
                  return d .. e
                end)
                local _, x = coroutine.resume(co, 1, 2)
                local _, y = coroutine.resume(co, 10)
                local s = coroutine.status(co)
                local _, z = coroutine.resume(co, 'p', 'q')
                local ok, why = coroutine.resume(co)
                return table.concat({x, y, s, z, coroutine.status(co), tostring(ok), why}, ' ')
                """)).isEqualTo("3 20 suspended pq dead false cannot resume dead coroutine");
    }

    @Test
    void aCoroutineMayYieldInsideAProtectedCall() throws ScriptException {
        assertThat(engine.eval("""
                local gen = coroutine.wrap(function()
                  local ok, e = pcall(function() coroutine.yield('first') error('later', 0) end)
                  return e
                end)
                return gen() .. gen()
                """)).isEqualTo("firstlater");
    }

    @Test
    void statusKnowsWhoResumedWhom() throws ScriptException {
        assertThat(engine.eval("""
                local outer
                outer = coroutine.create(function()
                  local inner = coroutine.wrap(function() return coroutine.status(outer) end)
                  return inner() .. coroutine.status(outer)
                end)
                local _, s = coroutine.resume(outer)
                return s .. select(2, pcall(coroutine.yield))
                """)).isEqualTo("normalrunningattempt to yield across metamethod/C-call boundary");
    }
}
