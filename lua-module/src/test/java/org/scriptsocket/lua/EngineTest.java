package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import javax.script.SimpleScriptContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EngineTest {

    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("lua-websocket");

    @Test
    void theManagerFindsTheEngineByName() {
        assertThat(engine).isInstanceOf(LuaScriptEngine.class);
        assertThat(new ScriptEngineManager().getEngineByName("lua-ws")).isInstanceOf(LuaScriptEngine.class);
        assertThat(engine.getFactory().getEngineName()).isEqualTo("lua-websocket");
        assertThat(engine.getFactory().getParameter("THREADING")).isNull();
        assertThat(engine.getFactory().getParameter(ScriptEngine.LANGUAGE)).isEqualTo("Lua");
    }

    @Test
    void bindingsAreTheGlobals() throws ScriptException {
        engine.put("name", "Ann");
        engine.eval("greeting = 'Hello ' .. name; gone = nil; count = 3; ratio = 0.5; yes = true");
        assertThat(engine.get("greeting")).isEqualTo("Hello Ann");
        assertThat(engine.get("count")).isEqualTo(3);
        assertThat(engine.get("ratio")).isEqualTo(0.5);
        assertThat(engine.get("yes")).isEqualTo(true);
        assertThat(engine.get("gone")).isNull();
        Bindings globals = engine.getBindings(ScriptContext.ENGINE_SCOPE);
        assertThat(globals.keySet())
                .contains("greeting", "name", "print", "websocket")
                .doesNotContain("gone");
        globals.remove("name");
        assertThat(engine.eval("return name")).isNull();
        engine.put("print", 5);
        assertThat(engine.eval("return print")).isEqualTo(5);
    }

    @Test
    void javaCollectionsArriveAsTables() throws ScriptException {
        engine.put("map", Map.of("a", 1, "b", List.of("x", "y")));
        assertThat(engine.eval("return map.a .. map.b[2] .. #map.b")).isEqualTo("1y2");
    }

    @Test
    void evaluationInOtherBindingsLeavesTheGlobalsAlone() throws ScriptException {
        Bindings own = new SimpleBindings();
        own.put("x", 20);
        engine.put("x", 1);
        assertThat(engine.eval("y = x + 1 return y .. type(print)", own)).isEqualTo("21function");
        assertThat(own).containsEntry("y", 21);
        assertThat(engine.get("y")).isNull();
        assertThat(engine.eval("return x")).isEqualTo(1);
    }

    @Test
    void theManagersGlobalScopeIsVisible() throws ScriptException {
        ScriptEngineManager manager = new ScriptEngineManager();
        manager.put("shared", "all");
        ScriptEngine lua = manager.getEngineByName("lua-websocket");
        assertThat(lua.eval("return shared")).isEqualTo("all");
    }

    @Test
    void printGoesToTheContextsWriter() throws ScriptException {
        StringWriter out = new StringWriter();
        engine.getContext().setWriter(out);
        engine.eval("print('a\u00e9', 12.5, nil) io.write('b', 3)");
        assertThat(out.toString()).isEqualTo("a\u00e9\t12.5\tnil\nb3");
        SimpleScriptContext other = new SimpleScriptContext();
        StringWriter second = new StringWriter();
        other.setWriter(second);
        other.setReader(new StringReader("line\u00e9\nmore"));
        engine.eval("print(io.read())", other);
        assertThat(second.toString()).isEqualTo("line\u00e9\n");
    }

    @Test
    void functionsAndMethodsAreInvoked() throws Exception {
        engine.eval("function add(a, b) return a + b end obj = {n = 4, get = function(self, k) return self.n + k end}");
        Invocable invocable = (Invocable) engine;
        assertThat(invocable.invokeFunction("add", 2, 3)).isEqualTo(5);
        assertThat(invocable.invokeMethod(engine.get("obj"), "get", 1)).isEqualTo(5);
        assertThatThrownBy(() -> invocable.invokeFunction("nothing")).isInstanceOf(NoSuchMethodException.class);
        assertThatThrownBy(() -> invocable.invokeFunction("add", "x", 3))
                .isInstanceOf(ScriptException.class)
                .hasMessageStartingWith("script:1: ");
    }

    /** Implemented by a script. */
    public interface Adder {
        double add(int a, int b);
    }

    @Test
    void aScriptImplementsAnInterface() throws ScriptException {
        engine.eval("function add(a, b) return a + b + 0.5 end");
        Adder adder = ((Invocable) engine).getInterface(Adder.class);
        assertThat(adder.add(1, 2)).isEqualTo(3.5);
        @Nullable Comparable<?> missing = ((Invocable) engine).getInterface(Comparable.class);
        assertThat(missing).isNull();
    }

    @Test
    void compiledScriptsRunAgainAndAgain() throws ScriptException {
        CompiledScript script = ((Compilable) engine).compile("n = (n or 0) + 1 return n");
        assertThat(script.eval()).isEqualTo(1);
        assertThat(script.eval()).isEqualTo(2);
    }

    @Test
    void twoEnginesShareNothing() throws ScriptException {
        ScriptEngine other = new LuaScriptEngineFactory().getScriptEngine();
        engine.eval("x = 1 math.pi = 3 websocket.mine = true");
        assertThat(other.eval("return x")).isNull();
        assertThat(other.eval("return math.pi > 3 and websocket.mine == nil")).isEqualTo(true);
    }
}
