package org.scriptsocket.lua;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaInteger;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A {@link List} or an array of Java as a table: position 1 is the first. */
final class HeldList extends HeldTable {

    /** Bytes. */
    private static final int KEY = 24;

    private final List<@Nullable Object> list;

    @SuppressWarnings("unchecked")
    HeldList(Object held, List<?> list, JavaValues values) {
        super(held, values);
        this.list = (List<@Nullable Object>) list;
    }

    @Override
    public LuaValue rawget(LuaValue key) {
        int index = index(key);
        return index >= 0 && index < list.size() ? values.toLua(list.get(index)) : NIL;
    }

    @Override
    public void rawset(LuaValue key, LuaValue value) {
        int index = index(key);
        int size = list.size();
        if (index < 0 || index > size) {
            throw new LuaError("a Java list has no place for this key: its positions are 1 to " + size);
        }
        change(() -> put(index, size, value));
    }

    private void put(int index, int size, LuaValue value) {
        if (index < size - 1 || index < size && !value.isnil()) {
            list.set(index, values.toJava(value));
        } else if (index < size) {
            list.remove(index);
        } else if (!value.isnil()) {
            list.add(values.toJava(value));
        }
    }

    /** From 0; negative if it is no position. */
    private static int index(LuaValue key) {
        return key.isinttype() ? key.toint() - 1 : -1;
    }

    @Override
    public int rawlen() {
        return list.size();
    }

    @Override
    public int keyCount() {
        return list.size();
    }

    /** A list may be long, and need not be in memory. */
    @Override
    public Varargs next(LuaValue key) {
        if (!key.isnil() && index(key) < 0) {
            throw new LuaError("invalid key to 'next'");
        }
        for (int i = key.isnil() ? 0 : key.toint(); i < list.size(); i++) {
            LuaValue value = values.toLua(list.get(i));
            if (!value.isnil()) {
                return LuaValue.varargsOf(LuaInteger.valueOf(i + 1), value);
            }
            CurrentBudget.loop(i);
        }
        return NIL;
    }

    @Override
    public LuaValue[] keys() {
        CurrentBudget.memory((long) KEY * list.size());
        return IntStream.rangeClosed(1, list.size())
                .mapToObj(LuaInteger::valueOf)
                .toArray(LuaValue[]::new);
    }
}
