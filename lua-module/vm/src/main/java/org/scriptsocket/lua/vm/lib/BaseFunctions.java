package org.scriptsocket.lua.vm.lib;

import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.CurrentBudget;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Basic functions as Lua 5.1 has them, in place of those of {@link BaseLib}. */
@NullMarked
public final class BaseFunctions extends TwoArgFunction {

    private static final String[] COLLECTOR = {"stop", "restart", "collect", "count", "step", "setpause", "setstepmul"};

    /** About the bytes that one takes. */
    private static final int PROXY = 100;

    /** The metatables that {@code newproxy} made. */
    private final Set<LuaValue> proxies = Collections.newSetFromMap(new WeakHashMap<>());
    /** Accepted and told, but without effect: the JVM's collector sets its own pace. */
    private int pause = 200;

    private int stepMultiplier = 200;

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable base = globals.checktable();
        base.rawset(LuaValue.valueOf("_VERSION"), LuaValue.valueOf("Lua 5.1"));
        LibraryFunction.define(base, "collectgarbage", this::collect);
        LibraryFunction.define(base, "gcinfo", args -> LuaValue.valueOf((int) used()));
        LibraryFunction.define(base, "newproxy", this::proxy);
        LibraryFunction.define(base, "select", BaseFunctions::select);
        LibraryFunction.define(
                base,
                "type",
                args -> LuaValue.valueOf(Arguments.any(args, 1, "type").typename()));
        return base;
    }

    private Varargs collect(Varargs args) {
        int option = Arguments.option(args, 1, "collectgarbage", "collect", COLLECTOR);
        int number = (int) Arguments.integer(args, 2, "collectgarbage", 0);
        return switch (COLLECTOR[option]) {
            case "collect" -> collect();
            case "count" -> LuaValue.valueOf(used());
            case "step" -> LuaValue.TRUE;
            case "setpause" -> setPause(number);
            case "setstepmul" -> setStepMultiplier(number);
            default -> LuaValue.ZERO;
        };
    }

    @SuppressWarnings("PMD.DoNotCallGarbageCollectionExplicitly")
    private static LuaValue collect() {
        if (!CurrentBudget.isOn()) {
            System.gc();
        }
        return LuaValue.ZERO;
    }

    /** In KiB, of the whole JVM, of which a script with a budget learns nothing. */
    private static double used() {
        if (CurrentBudget.isOn()) {
            return 0;
        }
        Runtime jvm = Runtime.getRuntime();
        return (jvm.totalMemory() - jvm.freeMemory()) / 1024.0;
    }

    private LuaValue setPause(int next) {
        int before = pause;
        pause = next;
        return LuaValue.valueOf(before);
    }

    private LuaValue setStepMultiplier(int next) {
        int before = stepMultiplier;
        stepMultiplier = next;
        return LuaValue.valueOf(before);
    }

    private Varargs proxy(Varargs args) {
        CurrentBudget.memory(PROXY);
        LuaUserdata proxy = new LuaUserdata(new Object());
        LuaValue like = args.arg1();
        if (!like.toboolean()) {
            return proxy;
        }
        LuaValue metatable = like.isboolean() ? new LuaTable() : like.getmetatable();
        if (like.isboolean()) {
            proxies.add(metatable);
        } else if (metatable == null || !proxies.contains(metatable)) {
            throw Arguments.error(1, "newproxy", "boolean or proxy expected");
        }
        return proxy.setmetatable(metatable);
    }

    private static Varargs select(Varargs args) {
        int count = args.narg() - 1;
        if (args.arg1() instanceof LuaString text && text.m_length > 0 && text.luaByte(0) == '#') {
            return LuaValue.valueOf(count);
        }
        long position = Arguments.integer(args, 1, "select");
        long from = position < 0 ? count + 1 + position : Math.min(position, count + 1L);
        if (from < 1) {
            throw Arguments.error(1, "select", "index out of range");
        }
        return args.subargs((int) from + 1);
    }
}
