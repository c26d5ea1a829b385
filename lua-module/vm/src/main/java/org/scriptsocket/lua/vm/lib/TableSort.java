package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;

/** Lua 5.1's quicksort, which compares the same elements in the same order, so that equal ones end in the same places. */
@NullMarked
final class TableSort {

    private final LuaTable list;
    private final @Nullable LuaFunction order;

    private int compared;

    /** @param order null for {@code <} */
    TableSort(LuaTable list, @Nullable LuaFunction order) {
        this.list = list;
        this.order = order;
    }

    void sort(int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            if (settled(low, high)) {
                return;
            }
            int middle = partition(low, high);
            // The smaller part first: so the depth stays logarithmic.
            if (middle - low < high - middle) {
                sort(low, middle - 1);
                low = middle + 1;
            } else {
                sort(middle + 1, high);
                high = middle - 1;
            }
        }
    }

    /** Brings the ends and the middle in order; true if that was all. */
    private boolean settled(int low, int high) {
        order(low, high);
        if (high - low == 1) {
            return true;
        }
        int middle = (low + high) >>> 1;
        if (!order(low, middle)) {
            order(middle, high);
        }
        return high - low == 2;
    }

    /** Swaps two if the second is less. */
    private boolean order(int first, int second) {
        LuaValue one = list.rawget(first);
        LuaValue other = list.rawget(second);
        boolean swapped = isLess(other, one);
        if (swapped) {
            list.rawset(first, other);
            list.rawset(second, one);
        }
        return swapped;
    }

    /** @return where the pivot came to stand */
    private int partition(int low, int high) {
        int middle = (low + high) >>> 1;
        LuaValue pivot = list.rawget(middle);
        swap(middle, high - 1);
        int i = low;
        int j = high - 1;
        while (true) {
            i = up(i, high, pivot);
            j = down(j, low, pivot);
            if (j < i) {
                swap(high - 1, i);
                return i;
            }
            swap(i, j);
        }
    }

    private int up(int from, int high, LuaValue pivot) {
        int i = from + 1;
        while (isLess(list.rawget(i), pivot)) {
            check(i <= high);
            i++;
        }
        return i;
    }

    private int down(int from, int low, LuaValue pivot) {
        int j = from - 1;
        while (isLess(pivot, list.rawget(j))) {
            check(j >= low);
            j--;
        }
        return j;
    }

    private static void check(boolean inside) {
        if (!inside) {
            throw new LuaError("invalid order function for sorting");
        }
    }

    private void swap(int i, int j) {
        LuaValue one = list.rawget(i);
        list.rawset(i, list.rawget(j));
        list.rawset(j, one);
    }

    private boolean isLess(LuaValue one, LuaValue other) {
        CurrentBudget.loop(++compared);
        return order == null
                ? LuaValue.less(one, other)
                : order.call(one, other).toboolean();
    }
}
