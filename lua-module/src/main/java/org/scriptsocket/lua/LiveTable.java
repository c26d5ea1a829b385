package org.scriptsocket.lua;

import java.util.ArrayDeque;
import java.util.Deque;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaInteger;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A table whose fields are kept elsewhere. */
abstract class LiveTable extends LuaTable {

    /** So many traversals may be under way at once. */
    private static final int DEPTH = 8;
    /** What the key of a collection of Java is to a budget. */
    private static final int KEY_WORK = 4;

    /** The keys of the traversals under way, as they were when each began, the newest first. */
    private final Deque<LuaValue[]> orders = new ArrayDeque<>(0);
    /** Where the newest one is. */
    private int at;

    @Override
    public abstract LuaValue rawget(LuaValue key);

    @Override
    public abstract void rawset(LuaValue key, LuaValue value);

    /** As they are now; values that are nil may be among them. */
    @Override
    public abstract LuaValue[] keys();

    @Override
    public LuaValue rawget(int key) {
        return rawget(LuaInteger.valueOf(key));
    }

    @Override
    public void rawset(int key, LuaValue value) {
        rawset(LuaInteger.valueOf(key), value);
    }

    @Override
    public int keyCount() {
        return keys().length;
    }

    @Override
    public int rawlen() {
        int length = 0;
        while (!rawget(length + 1).isnil()) {
            CurrentBudget.loop(++length);
        }
        return length;
    }

    @Override
    public Varargs next(LuaValue key) {
        LuaValue[] order = key.isnil() ? begin() : find(key);
        while (++at < order.length) {
            LuaValue value = rawget(order[at]);
            if (!value.isnil()) {
                return LuaValue.varargsOf(order[at], value);
            }
        }
        orders.pop();
        return LuaValue.NIL;
    }

    private LuaValue[] begin() {
        if (orders.size() == DEPTH) {
            orders.removeLast();
        }
        at = -1;
        LuaValue[] order = keys();
        CurrentBudget.work((long) KEY_WORK * order.length);
        orders.push(order);
        return order;
    }

    /** Goes on with the newest traversal that knows the key. */
    private LuaValue[] find(LuaValue key) {
        LuaValue[] newest = orders.peek();
        if (newest != null && at >= 0 && at < newest.length && newest[at].raweq(key)) {
            return newest;
        }
        if (orders.isEmpty()) {
            begin();
        }
        while (!orders.isEmpty()) {
            LuaValue[] order = orders.element();
            for (at = 0; at < order.length; at++) {
                if (order[at].raweq(key)) {
                    CurrentBudget.work(at);
                    return order;
                }
            }
            CurrentBudget.work(order.length);
            orders.pop();
        }
        throw new LuaError("invalid key to 'next'");
    }
}
