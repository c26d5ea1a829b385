package org.scriptsocket.lua;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaDouble;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.jse.CoerceJavaToLua;
import org.scriptsocket.script.ScriptFunction;

/** Values between Java and Lua. Strings cross as UTF-8, {@code byte[]} byte for byte. */
final class JavaValues {

    /** Whether scripts may reach into Java objects. */
    private final boolean luajava;

    JavaValues(boolean luajava) {
        this.luajava = luajava;
    }

    Varargs toLua(@Nullable Object[] values) {
        LuaValue[] all = new LuaValue[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = toLua(values[i]);
        }
        return LuaValue.varargsOf(all);
    }

    LuaValue toLua(@Nullable Object value) {
        if (value == null) {
            return LuaValue.NIL;
        }
        if (value instanceof LuaValue known) {
            return known;
        }
        if (value instanceof Number number) {
            return LuaDouble.valueOf(number.doubleValue());
        }
        if (value instanceof Boolean truth) {
            return LuaValue.valueOf(truth);
        }
        return structured(value);
    }

    private LuaValue structured(Object value) {
        if (value instanceof CharSequence || value instanceof Character) {
            return LuaText.of(value.toString());
        }
        if (value instanceof byte[] bytes) {
            return LuaString.valueUsing(bytes.clone());
        }
        if (value instanceof Map<?, ?> map) {
            return table(map);
        }
        if (value instanceof List<?> list) {
            return LuaValue.listOf(list.stream().map(this::toLua).toArray(LuaValue[]::new));
        }
        if (value instanceof ScriptFunction function) {
            return Builtin.of("function", args -> call(function, args));
        }
        return luajava ? CoerceJavaToLua.coerce(value) : new LuaUserdata(value);
    }

    private LuaTable table(Map<?, ?> map) {
        LuaTable table = new LuaTable();
        map.forEach((key, each) -> table.rawset(toLua(key), toLua(each)));
        return table;
    }

    /** Null for nil, String, Integer, Double, Boolean, the object that a userdata stands for; all else as LuaJ has it. */
    @Nullable Object toJava(LuaValue value) {
        return switch (value.type()) {
            case LuaValue.TNIL, LuaValue.TNONE -> null;
            case LuaValue.TBOOLEAN -> value.toboolean();
            case LuaValue.TINT, LuaValue.TNUMBER -> number(value);
            case LuaValue.TSTRING -> LuaText.string(value.checkstring());
            case LuaValue.TUSERDATA -> value instanceof ConnectionValue ? value : value.touserdata();
            default -> value;
        };
    }

    private static Object number(LuaValue value) {
        if (value.isinttype()) {
            return value.toint();
        }
        return value.todouble();
    }

    private Varargs call(ScriptFunction function, Varargs args) {
        @Nullable Object[] all = new Object[args.narg()];
        for (int i = 0; i < all.length; i++) {
            all[i] = toJava(args.arg(i + 1));
        }
        try {
            return toLua(function.call(all));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
