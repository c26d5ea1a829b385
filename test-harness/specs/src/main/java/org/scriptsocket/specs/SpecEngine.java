package org.scriptsocket.specs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.lua.LuaFunctionObject;
import org.scriptsocket.lua.LuaScriptEngineFactory;
import org.scriptsocket.lua.LuaTableObject;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** A script engine with the language of specs, and the calls of its scripts. */
final class SpecEngine {

    private static final List<String> PARTS = List.of("failures", "language", "running", "waiting");
    private static final String LAST_PART = "prelude";

    private final ScriptInstance instance;
    private final Overtime overtime;

    /** @param specs what our scripts know of Java; they add to it */
    SpecEngine(ScriptHost host, SpecScript script, LuaTable specs, LuaTable harness, long limitMillis) {
        ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
        Globals globals = (Globals) table(engine, "_G");
        overtime = new Overtime(globals, limitMillis);
        globals.budget = overtime;
        watch(specs);
        engine.put("specs", specs);
        engine.put("harness", harness);
        table(engine, "package").set("path", Texts.of(script.path()));
        ClassPathModules.install(table(engine, "package"), function(engine, "loadstring"));
        try {
            for (String part : PARTS) {
                host.load(engine, text(part), chunk(part));
            }
            replaceConnect(table(engine, "websocket"), specs, overtime);
            AssertionLibrary.install(engine);
            instance = host.load(engine, text(LAST_PART), chunk(LAST_PART)).start();
        } catch (ScriptException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        engine.put("specs", null);
    }

    /** Lets our scripts say when code of the spec runs. */
    private void watch(LuaTable specs) {
        LibraryFunction.define(specs, "watch", args -> {
            overtime.begin(args.arg1().todouble());
            return LuaValue.NONE;
        });
        LibraryFunction.define(specs, "unwatch", args -> {
            overtime.end();
            return LuaValue.NONE;
        });
    }

    private static LuaTable table(ScriptEngine engine, String name) {
        return ((LuaTableObject) engine.get(name)).table();
    }

    private static LuaFunction function(ScriptEngine engine, String name) {
        return ((LuaFunctionObject) engine.get(name)).function();
    }

    private static void replaceConnect(LuaTable websocket, LuaTable specs, Overtime overtime) {
        websocket.set("connect", new SpecConnect(websocket.get("connect"), specs, overtime));
    }

    /** Frames of these names are left out of what a spec's failure shows. */
    private static String chunk(String part) {
        return "scriptsocket/" + part + ".lua";
    }

    private static String text(String part) {
        String source = read(part);
        if (source == null) {
            throw new IllegalStateException("the resource " + part + ".lua is missing");
        }
        return source;
    }

    private static @Nullable String read(String part) {
        try (InputStream in = SpecEngine.class.getResourceAsStream(part + ".lua")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Evaluates a spec.
     *
     * @throws Overrun if it does not end
     */
    LuaTable evaluate(LuaValue text) {
        overtime.begin();
        try {
            return call("evaluate", text).checktable();
        } finally {
            overtime.end();
        }
    }

    /**
     * Asks a function of the spec about a message: {@code met}, and what it threw.
     *
     * @throws Overrun if it does not end
     */
    LuaTable wants(LuaFunction function, Frame message) {
        LuaValue kind = Texts.of(message.opcode() == Frame.TEXT ? "text" : "binary");
        overtime.begin();
        try {
            return call(
                            "wants",
                            function,
                            LuaString.valueUsing(message.payload().clone()),
                            kind)
                    .checktable();
        } finally {
            overtime.end();
        }
    }

    /** Calls a function of our scripts that gives a table or nothing. */
    LuaValue call(String function, LuaValue... arguments) {
        return result(function, arguments) instanceof LuaTableObject value ? value.table() : LuaValue.NIL;
    }

    /** The same for a function that gives a whole number. */
    int number(String function) {
        return result(function) instanceof Number number ? number.intValue() : 0;
    }

    private @Nullable Object result(String function, LuaValue... arguments) {
        @Nullable Object[] all = new Object[arguments.length + 1];
        all[0] = function;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            return instance.call("update", all);
        } catch (ScriptException e) {
            throw new IllegalStateException("the runner of the specs failed: " + e.getMessage(), e);
        }
    }

    /** The same for a function that gives a list of texts. */
    List<String> texts(String function, LuaValue... arguments) {
        LuaTable table = call(function, arguments).checktable();
        return IntStream.rangeClosed(1, table.length())
                .mapToObj(i -> Texts.of(table.get(i)))
                .toList();
    }
}
