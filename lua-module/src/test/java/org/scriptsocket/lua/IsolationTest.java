package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Evaluations with bindings of their own see nothing of one another, then and later. */
final class IsolationTest {

    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");
    private final Bindings one = new SimpleBindings();
    private final Bindings other = new SimpleBindings();

    @Test
    void a_function_keeps_the_bindings_it_was_made_in() throws Exception {
        String counter = "n = 0 function count() n = n + 1 return n end return count";
        LuaFunctionObject first = (LuaFunctionObject) engine.eval(counter, one);
        LuaFunctionObject second = (LuaFunctionObject) engine.eval(counter, other);
        first.call();
        first.call();
        second.call();
        assertThat(one).containsEntry("n", 2);
        assertThat(other).containsEntry("n", 1);
        assertThat(engine.get("n")).isNull();
    }

    @Test
    void a_function_of_one_called_in_another_works_with_its_own() throws ScriptException {
        engine.eval("x = 'one' function get() return x end", one);
        other.put("get", one.get("get"));
        other.put("x", "other");
        assertThat(engine.eval("return get() .. ' ' .. x", other)).isEqualTo("one other");
    }

    @Test
    void what_is_loaded_later_by_a_callback_is_loaded_where_that_was_made() throws Exception {
        engine.eval("""
                function later() loadstring('loaded = true')() end
                routine = coroutine.create(function() coroutine.yield() load('resumed = true')() end)
                coroutine.resume(routine)
                function resume() assert(coroutine.resume(routine)) end
                """, one);
        engine.eval("x = 1");
        ((LuaFunctionObject) one.get("later")).call();
        ((LuaFunctionObject) one.get("resume")).call();
        assertThat(one).containsKeys("loaded", "resumed");
        assertThat(engine.eval("return loaded == nil and resumed == nil")).isEqualTo(true);
    }

    @Test
    void a_coroutine_goes_on_in_its_own_wherever_it_is_resumed() throws ScriptException {
        Object routine = engine.eval(
                "return coroutine.wrap(function() while true do n = (n or 0) + 1 loadstring('m = n')() coroutine.yield() end end)",
                one);
        other.put("step", routine);
        engine.eval("step() step() assert(n == nil)", other);
        assertThat(one).containsEntry("n", 2).containsEntry("m", 2);
        assertThat(other).containsOnlyKeys("step");
    }

    @Test
    void setfenv_changes_one_function_or_one_scope_only() throws Exception {
        engine.eval("""
                box = {}
                function set() x = 1 end
                setfenv(set, box)
                setfenv(0, box)
                loadstring('y = 2')()
                """, one);
        ((LuaFunctionObject) one.get("set")).call();
        engine.eval("loadstring('z = 3')()", other);
        engine.eval("loadstring('z = 4')()");
        LuaTableObject box = (LuaTableObject) one.get("box");
        assertThat(box).isEqualTo(Map.of("x", 1, "y", 2));
        assertThat(other).containsOnly(Map.entry("z", 3));
        assertThat(engine.get("z")).isEqualTo(4);
    }

    @Test
    void a_module_is_loaded_for_each_and_sees_its_globals(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("who.lua"), "loads = (loads or 0) + 1 return {name = function() return name end}");
        String script = "package.path = '" + folder + "/?.lua' local who = require('who') return require('who').name()";
        one.put("name", "one");
        other.put("name", "other");
        engine.put("name", "engine");
        assertThat(engine.eval(script, one)).isEqualTo("one");
        assertThat(engine.eval(script, other)).isEqualTo("other");
        assertThat(engine.eval(script)).isEqualTo("engine");
        assertThat(one).containsEntry("loads", 1);
        assertThat(other).containsEntry("loads", 1);
        assertThat(engine.get("loads")).isEqualTo(1);
        assertThat(engine.eval("return package.loaded.string == string and package.loaded._G == _G", one))
                .isEqualTo(true);
    }

    @Test
    void the_callbacks_of_a_connection_run_where_connect_was_called() throws Exception {
        try (Stage stage = new Stage()) {
            stage.engine.eval("""
                    websocket.connect('nothing', {}, function(self, conn, data)
                      loadstring("seen = (seen or 0) + 1")()
                    end)
                    """, one);
            stage.update();
            stage.update();
            assertThat(one).containsEntry("seen", 2);
            assertThat(stage.engine.get("seen")).isNull();
        }
    }

    @Test
    void the_globals_of_a_script_are_a_table_of_its_bindings() throws ScriptException {
        one.put("given", 1);
        Object names = engine.eval("""
                local names = {}
                for name in pairs(_G) do names[name] = true end
                rawset(_G, 'raw', 2)
                _G[7], _G[true] = 'seven', 'yes'
                assert(_G == getfenv(1) and _G == getfenv(0) and _G._G == _G)
                assert(rawget(_G, 'raw') == 2 and _G[7] == 'seven' and _G[true] == 'yes')
                return names.given and names.print and names._G and names.raw == nil
                """, one);
        assertThat(names).isEqualTo(true);
        assertThat(one).containsOnly(Map.entry("given", 1), Map.entry("raw", 2));
        assertThat(engine.eval("return _G[7] == nil and rawget(_G, 'raw') == nil"))
                .isEqualTo(true);
    }

    @Test
    void the_same_bindings_are_the_same_globals() throws ScriptException {
        engine.eval("mine = _G", one);
        assertThat(engine.eval("return mine == _G", one)).isEqualTo(true);
        engine.setBindings(one, ScriptContext.ENGINE_SCOPE);
        assertThat(engine.eval("return mine == _G")).isEqualTo(true);
    }

    @Test
    void bytes_that_are_no_text_survive_in_the_bindings_of_a_host() throws ScriptException {
        engine.eval(
                "local all = {} for i = 0, 255 do all[#all + 1] = string.char(i) end data = table.concat(all)", one);
        assertThat((byte[]) one.get("data")).hasSize(256).startsWith(0, 1).endsWith(254, 255);
        assertThat(engine.eval("return #data == 256 and data:byte(129) == 128", one))
                .isEqualTo(true);
    }

    @Test
    void a_global_that_is_nil_is_no_binding() throws ScriptException {
        engine.eval("x = 1 x = nil y = nil", one);
        assertThat(one).isEmpty();
        one.put("z", null);
        engine.getContext().setBindings(new SimpleBindings(Map.of("z", 1)), ScriptContext.GLOBAL_SCOPE);
        assertThat(engine.eval("return z", one)).isNull();
    }
}
