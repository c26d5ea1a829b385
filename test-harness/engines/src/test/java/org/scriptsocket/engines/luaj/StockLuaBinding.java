package org.scriptsocket.engines.luaj;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import org.luaj.vm2.Globals;
import org.luaj.vm2.LuaError;
import org.luaj.vm2.LuaFunction;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaTable;
import org.luaj.vm2.LuaValue;
import org.luaj.vm2.Varargs;
import org.luaj.vm2.lib.VarArgFunction;
import org.luaj.vm2.lib.jse.CoerceJavaToLua;
import org.luaj.vm2.lib.jse.CoerceLuaToJava;
import org.luaj.vm2.script.LuajContext;
import org.scriptsocket.script.BoundEngine;
import org.scriptsocket.script.EventData;
import org.scriptsocket.script.GenericValues;
import org.scriptsocket.script.ScriptBinding;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.websocket.ScriptCallback;
import org.scriptsocket.websocket.WebSocketModule;

/** Joins LuaJ's own engine, as it comes, to the websocket module. */
public final class StockLuaBinding implements ScriptBinding {

    @Override
    public boolean supports(ScriptEngine engine) {
        return engine.getFactory().getEngineName().equals("Luaj");
    }

    @Override
    public BoundEngine install(ScriptEngine engine, WebSocketModule module) {
        LuaValue websocket = lua(WebSocketModule.CONSTANTS);
        GenericValues.functions(module).forEach((name, function) -> websocket.set(name, lua(function)));
        Globals globals = ((LuajContext) engine.getContext()).globals;
        globals.set("websocket", websocket);
        return new Bound(globals);
    }

    private record Bound(Globals globals) implements BoundEngine {

        @Override
        public Object newSelf() {
            return new LuaTable();
        }

        @Override
        public Map<String, ScriptFunction> load(byte[] source, String file) {
            globals.load(new ByteArrayInputStream(source), file, "t", globals).call();
            return BoundEngine.lifecycle(name -> {
                ScriptFunction function = function(name);
                globals.set(name, LuaValue.NIL);
                return function;
            });
        }

        @Override
        public ScriptFunction function(String name) {
            LuaValue found = globals.get(name);
            return found.isfunction() ? given -> java(found.invoke(all(given)).arg1()) : null;
        }

        @Override
        public void define(String name, ScriptFunction function) {
            globals.set(name, lua(function));
        }
    }

    private static LuaValue lua(ScriptFunction body) {
        return new VarArgFunction() {
            @Override
            public Varargs invoke(Varargs given) {
                Object[] values = new Object[given.narg()];
                Arrays.setAll(values, i -> java(given.arg(i + 1)));
                try {
                    return lua(body.call(values));
                } catch (Exception e) {
                    throw new LuaError(e.getMessage(), 1);
                }
            }
        };
    }

    private static Object java(LuaValue value) {
        if (value instanceof LuaFunction function) {
            return (ScriptCallback) (self, connection, event) ->
                    function.call((LuaValue) self, lua(connection), lua(EventData.of(event)));
        }
        if (value instanceof LuaTable table) {
            return Stream.of(table.keys()).collect(Collectors.toMap(LuaValue::tojstring, key -> java(table.get(key))));
        }
        if (value instanceof LuaString text) {
            byte[] bytes = (byte[]) CoerceLuaToJava.coerce(text, byte[].class);
            String string = new String(bytes, StandardCharsets.UTF_8);
            return Arrays.equals(string.getBytes(StandardCharsets.UTF_8), bytes) ? string : bytes;
        }
        return value.isnumber() ? (Object) value.todouble() : value.touserdata();
    }

    private static LuaValue[] all(Object... values) {
        return Stream.of(values).map(each -> lua(each)).toArray(LuaValue[]::new);
    }

    private static LuaValue lua(Object value) {
        if (value instanceof Map<?, ?> fields) {
            LuaTable table = new LuaTable();
            fields.forEach((name, field) -> table.set(lua(name), lua(field)));
            return table;
        }
        return CoerceJavaToLua.coerce(value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : value);
    }
}
