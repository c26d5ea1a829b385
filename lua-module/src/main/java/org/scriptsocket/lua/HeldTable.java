package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;

/** A collection of Java as a table: what a script writes is written there. */
abstract class HeldTable extends LiveTable implements Held {

    private final Object held;
    final JavaValues values;

    /** @param held what the script is given for, and what it gives back */
    HeldTable(Object held, JavaValues values) {
        this.held = held;
        this.values = values;
    }

    @Override
    public final Object held() {
        return held;
    }

    /** Does what the collection may refuse. */
    static void change(Runnable change) {
        try {
            change.run();
        } catch (UnsupportedOperationException e) {
            throw new LuaError("attempt to change a Java collection that is read-only or has a fixed size");
        } catch (ClassCastException
                | ArrayStoreException
                | NullPointerException
                | IllegalArgumentException
                | IllegalStateException e) {
            throw new LuaError("attempt to store a value that the Java collection does not take");
        }
    }

    @Override
    public final boolean raweq(LuaValue other) {
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
        return System.identityHashCode(held);
    }
}
