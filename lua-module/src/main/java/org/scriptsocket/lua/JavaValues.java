package org.scriptsocket.lua;

import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaDouble;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.jse.CoerceJavaToLua;
import org.scriptsocket.script.ScriptFunction;

/**
 * Values between Java and Lua, by the rules in the guide for {@code javax.script}. What has crossed and comes back is what it was.
 */
final class JavaValues {

    private final Scopes scopes;
    /** Whether scripts may reach into Java objects. */
    private final boolean luajava;

    JavaValues(Scopes scopes, boolean luajava) {
        this.scopes = scopes;
        this.luajava = luajava;
    }

    /** Where functions that are given to Java run. */
    Scopes scopes() {
        return scopes;
    }

    Varargs toLua(@Nullable Object[] values) {
        LuaValue[] all = new LuaValue[values.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = toLua(values[i]);
        }
        return LuaValue.varargsOf(all);
    }

    /** What {@code ARGV} holds, as the arguments of a script. */
    Varargs arguments(@Nullable Object given) {
        if (given instanceof List<?> list) {
            return toLua(list.toArray());
        }
        return given instanceof Object[] array ? toLua(array) : LuaValue.NONE;
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
        if (value instanceof CharSequence || value instanceof Character) {
            return LuaText.of(value.toString());
        }
        if (value instanceof byte[] bytes) {
            return LuaString.valueUsing(bytes.clone());
        }
        LuaValue own = own(value);
        return own == null ? held(value) : own;
    }

    /** What a script of this engine has given away, or null. */
    private @Nullable LuaValue own(Object value) {
        if (value instanceof LuaTableObject table) {
            return table.isOf(this) ? table.table() : null;
        }
        if (value instanceof LuaTableList list) {
            return list.isOf(this) ? list.table() : null;
        }
        if (value instanceof LuaFunctionObject function) {
            return function.isOf(this) ? function.function() : null;
        }
        return InterfaceCalls.origin(value, this);
    }

    /** Counts what scripts hold of a value that they have given to Java. */
    void tell(@Nullable Object value, HeldMemory held) {
        if (value instanceof CharSequence text) {
            held.add(value, text.length());
        } else if (value instanceof byte[] bytes) {
            held.add(value, bytes.length);
        } else if (value instanceof LuaValue known) {
            held.add(known);
        } else if (value != null) {
            held.add(own(value));
        }
    }

    private LuaValue held(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new HeldMap(map, this);
        }
        if (value instanceof List<?> list) {
            return new HeldList(value, list, this);
        }
        if (value.getClass().isArray()) {
            return new HeldList(value, new ArrayElements(value), this);
        }
        Method method = function(value);
        return method == null ? object(value) : new HeldFunction(value, method, this);
    }

    private @Nullable Method function(Object value) {
        boolean open = luajava
                && !(value instanceof ScriptFunction)
                && !value.getClass().isSynthetic();
        return open ? null : FunctionalInterfaces.of(value);
    }

    private LuaValue object(Object value) {
        if (!luajava) {
            return new HeldObject(value);
        }
        return value instanceof Class<?> ? CoerceJavaToLua.coerce(value) : new OpenObject(value, this);
    }

    /** For code that runs now. */
    @Nullable Object toJava(LuaValue value) {
        return toJava(value, scopes.current());
    }

    /** @param scope where functions run that are given to Java */
    @Nullable Object toJava(LuaValue value, Scope scope) {
        if (value instanceof Held held) {
            return held.held();
        }
        return switch (value.type()) {
            case LuaValue.TNIL, LuaValue.TNONE -> null;
            case LuaValue.TBOOLEAN -> value.toboolean();
            case LuaValue.TINT, LuaValue.TNUMBER -> Numeric.natural(value.todouble());
            case LuaValue.TSTRING -> text(value.checkstring());
            case LuaValue.TTABLE -> new LuaTableObject(this, (LuaTable) value, scope);
            case LuaValue.TFUNCTION -> new LuaFunctionObject(this, (LuaFunction) value, scope);
            case LuaValue.TUSERDATA -> isOfJava(value) ? value.touserdata() : value;
            default -> value;
        };
    }

    /** What {@code luajava} makes; all other userdata are scripts' own. */
    private static boolean isOfJava(LuaValue value) {
        return value.getmetatable() == null
                && value.getClass() != LuaUserdata.class
                && !(value instanceof ConnectionValue);
    }

    /** Bytes that are no UTF-8 stay bytes, lest they are lost. */
    private static Object text(LuaString text) {
        CurrentBudget.bulk(text.m_length);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text.m_bytes, text.m_offset, text.m_length))
                    .toString();
        } catch (CharacterCodingException e) {
            return Arrays.copyOfRange(text.m_bytes, text.m_offset, text.m_offset + text.m_length);
        }
    }
}
