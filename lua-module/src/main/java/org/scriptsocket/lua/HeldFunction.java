package org.scriptsocket.lua;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.VarArgFunction;

/** An object of Java that is a function, such as a lambda. */
final class HeldFunction extends VarArgFunction implements Held {

    private final Object target;
    private final JavaCall call;
    private final JavaValues values;

    HeldFunction(Object target, Method method, JavaValues values) {
        this.name = "function";
        this.target = target;
        this.call = new JavaCall(method);
        this.values = values;
    }

    @Override
    public Object held() {
        return target;
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        return call.invoke(target, arguments, 1, values);
    }

    @Override
    public String tojstring() {
        return "function: builtin: " + name;
    }

    @Override
    public boolean raweq(LuaValue other) {
        return isTwin(other);
    }

    @Override
    public boolean eq_b(LuaValue other) {
        return isTwin(other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LuaValue value && isTwin(value);
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(target);
    }
}
