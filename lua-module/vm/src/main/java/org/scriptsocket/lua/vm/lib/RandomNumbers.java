package org.scriptsocket.lua.vm.lib;

import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** {@code math.random} and {@code math.randomseed}, with a state of their own in each VM. */
@NullMarked
final class RandomNumbers {

    private final Random random;

    RandomNumbers(long seed) {
        random = new Random(seed);
    }

    void define(LuaTable math) {
        LibraryFunction.define(math, "random", this::random);
        LibraryFunction.define(math, "randomseed", this::seed);
    }

    private Varargs seed(Varargs args) {
        random.setSeed(Arguments.integer(args, 1, "randomseed"));
        return LuaValue.NONE;
    }

    private Varargs random(Varargs args) {
        double fraction = random.nextDouble();
        switch (args.narg()) {
            case 0:
                return LuaValue.valueOf(fraction);
            case 1:
                return between(fraction, 1, (int) Arguments.integer(args, 1, "random"), 1);
            case 2:
                int low = (int) Arguments.integer(args, 1, "random");
                return between(fraction, low, (int) Arguments.integer(args, 2, "random"), 2);
            default:
                throw new LuaError("wrong number of arguments");
        }
    }

    private static Varargs between(double fraction, int low, int high, int position) {
        if (low > high) {
            throw Arguments.error(position, "random", "interval is empty");
        }
        return LuaValue.valueOf(low + Math.floor(fraction * ((double) high - low + 1)));
    }
}
