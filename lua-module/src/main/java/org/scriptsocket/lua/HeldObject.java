package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;

/** An object of Java that scripts can keep, compare and give back, and nothing else. */
class HeldObject extends LuaUserdata implements Held {

    private final Object object;

    HeldObject(Object object) {
        super(object);
        this.object = object;
    }

    @Override
    public final Object held() {
        return object;
    }

    /** Nothing of the object. */
    @Override
    public String tojstring() {
        return String.format("userdata: 0x%08x", System.identityHashCode(object));
    }

    @Override
    public final boolean raweq(LuaValue other) {
        return isTwin(other);
    }

    @Override
    public final boolean raweq(LuaUserdata other) {
        return isTwin(other);
    }

    @Override
    public final boolean eq_b(LuaValue other) {
        return isTwin(other);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof LuaValue value && isTwin(value);
    }

    @Override
    public final int hashCode() {
        return System.identityHashCode(object);
    }
}
