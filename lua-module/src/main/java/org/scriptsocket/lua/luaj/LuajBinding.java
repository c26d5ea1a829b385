package org.scriptsocket.lua.luaj;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import org.jspecify.annotations.Nullable;
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

/** Joins LuaJ's own engine, as it comes, to the websocket module. Where there is no LuaJ it is found too, and supports nothing. */
public final class LuajBinding implements ScriptBinding {

    @Override
    public boolean supports(ScriptEngine engine) {
        return engine.getFactory().getEngineName().equals("Luaj");
    }

    @Override
    public BoundEngine install(ScriptEngine engine, WebSocketModule module) {
        Globals globals = ((LuajContext) engine.getContext()).globals;
        globals.set("websocket", Bound.lua(WebSocketModule.CONSTANTS));
        GenericValues.functions(module)
                .forEach((name, body) -> globals.get("websocket").set(name, Bound.lua(body)));
        return new Bound(engine, globals);
    }

    private record Bound(ScriptEngine engine, Globals globals) implements BoundEngine {

        @Override
        public Object newSelf() {
            return new LuaTable();
        }

        @Override
        public Map<String, ScriptFunction> load(byte[] source, String file) {
            engine.getBindings(ScriptContext.ENGINE_SCOPE).forEach((name, value) -> globals.set(name, lua(value)));
            globals.load(new ByteArrayInputStream(source), file, "t", globals).call();
            return BoundEngine.lifecycle(name -> {
                ScriptFunction function = function(name);
                globals.set(name, LuaValue.NIL);
                return function;
            });
        }

        @Override
        public @Nullable ScriptFunction function(String name) {
            LuaValue found = globals.get(name);
            return found.isfunction() ? given -> call(found, given) : null;
        }

        @Override
        public void define(String name, ScriptFunction function) {
            globals.set(name, lua(function));
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

        private static @Nullable Object call(LuaValue function, @Nullable Object... given) {
            LuaValue[] values = Stream.of(given).map(each -> lua(each)).toArray(LuaValue[]::new);
            return java(function.invoke(values).arg1());
        }

        private static @Nullable Object java(LuaValue value) {
            if (value instanceof LuaFunction function) {
                return (ScriptCallback) (self, conn, event) -> call(function, self, conn, EventData.of(event));
            }
            if (value instanceof LuaTable table) {
                Map<String, @Nullable Object> fields = new HashMap<>();
                for (LuaValue key : table.keys()) {
                    fields.put(key.tojstring(), table.get(key).istable() ? key : java(table.get(key)));
                }
                return fields;
            }
            Object other = CoerceLuaToJava.coerce(value, value instanceof LuaString ? byte[].class : Object.class);
            return other instanceof byte[] octets ? GenericValues.textOrBinary(octets) : other;
        }

        private static LuaValue lua(@Nullable Object value) {
            if (value instanceof Map<?, ?> fields) {
                LuaTable table = new LuaTable();
                fields.forEach((name, field) -> table.set(lua(name), lua(field)));
                return table;
            }
            return CoerceJavaToLua.coerce(value instanceof String text ? text.getBytes(StandardCharsets.UTF_8) : value);
        }
    }
}
