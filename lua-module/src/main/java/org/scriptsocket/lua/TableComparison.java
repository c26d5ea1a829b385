package org.scriptsocket.lua;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** Whether two tables hold the same. Tables may contain themselves, and be nested as deep as memory allows. */
final class TableComparison {

    /** Which table stands for those that it is the same as, if nothing is found to be different. */
    private final IdentityHashMap<LuaTable, LuaTable> standsFor = new IdentityHashMap<>();

    private final Deque<LuaTable[]> waiting = new ArrayDeque<>();

    boolean same(LuaTable one, LuaTable other) {
        compareLater(one, other);
        while (!waiting.isEmpty()) {
            LuaTable[] pair = waiting.remove();
            if (!holdTheSame(pair[0], pair[1])) {
                return false;
            }
        }
        return true;
    }

    private boolean holdTheSame(LuaTable one, LuaTable other) {
        LuaValue[] keys = one.keys();
        if (keys.length != other.keyCount()) {
            return false;
        }
        for (LuaValue key : keys) {
            if (!same(one.rawget(key), other.rawget(key))) {
                return false;
            }
        }
        return true;
    }

    private boolean same(LuaValue one, LuaValue other) {
        if (isOpen(one) && isOpen(other)) {
            compareLater((LuaTable) one, (LuaTable) other);
            return true;
        }
        return one.raweq(other);
    }

    private static boolean isOpen(LuaValue value) {
        return value instanceof LuaTable && !(value instanceof Held);
    }

    @SuppressWarnings("ReferenceEquality")
    private void compareLater(LuaTable one, LuaTable other) {
        LuaTable first = representative(one);
        LuaTable second = representative(other);
        if (first != second) {
            standsFor.put(first, second);
            waiting.add(new LuaTable[] {one, other});
        }
    }

    @SuppressWarnings("ReferenceEquality")
    private LuaTable representative(LuaTable table) {
        LuaTable known = table;
        for (LuaTable next = standsFor.get(known); next != null; next = standsFor.get(known)) {
            known = next;
        }
        if (known != table) {
            standsFor.put(table, known);
        }
        return known;
    }
}
