package org.scriptsocket.lua;

import java.lang.reflect.Array;
import java.util.AbstractList;
import org.jspecify.annotations.Nullable;

/** An array of whatever type as a list of fixed size. */
final class ArrayElements extends AbstractList<@Nullable Object> {

    private final Object array;

    ArrayElements(Object array) {
        this.array = array;
    }

    @Override
    public @Nullable Object get(int index) {
        return Array.get(array, index);
    }

    @Override
    public @Nullable Object set(int index, @Nullable Object value) {
        Object before = get(index);
        Array.set(array, index, JavaTypes.fit(value, array.getClass().getComponentType()));
        return before;
    }

    @Override
    public int size() {
        return Array.getLength(array);
    }
}
