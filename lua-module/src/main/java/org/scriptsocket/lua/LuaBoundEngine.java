package org.scriptsocket.lua;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Prototype;
import org.scriptsocket.script.BoundEngine;
import org.scriptsocket.script.Fault;
import org.scriptsocket.script.ScriptFunction;

/** A Lua engine as its host sees it. */
final class LuaBoundEngine implements BoundEngine {

    private final LuaScriptEngine engine;
    private final LuaVm vm;
    private final Globals globals;

    LuaBoundEngine(LuaScriptEngine engine) {
        this.engine = engine;
        this.vm = engine.vm();
        this.globals = vm.globals();
    }

    @Override
    public Object newSelf() {
        return vm.heldByHost(new LuaTable());
    }

    @Override
    public void folder(Path folder) {
        engine.path().addFirst(folder);
    }

    @Override
    public Map<String, ScriptFunction> load(byte[] source, String file) throws ScriptException {
        Prototype code = engine.parseFile(source, file);
        // What was left by somebody else is not this script's.
        LIFECYCLE.forEach(this::take);
        try {
            scopes().call(engineScope(), vm.closure(code, globals), LuaValue.NONE);
        } catch (LuaError failure) {
            throw LuaScriptException.of(failure);
        }
        Map<String, ScriptFunction> defined = new LinkedHashMap<>();
        for (String name : LIFECYCLE) {
            LuaFunction function = take(name);
            if (function != null) {
                defined.put(name, scriptFunction(function));
            }
        }
        return defined;
    }

    /** Takes a function out of the globals; another value stays. */
    private @Nullable LuaFunction take(String name) {
        if (globals.rawget(name) instanceof LuaFunction function) {
            globals.rawset(name, LuaValue.NIL);
            return function;
        }
        return null;
    }

    @Override
    public @Nullable ScriptFunction function(String name) {
        return globals.rawget(LuaText.of(name)) instanceof LuaFunction function ? scriptFunction(function) : null;
    }

    @Override
    public void define(String name, ScriptFunction function) {
        engine.put(name, function);
    }

    private ScriptFunction scriptFunction(LuaFunction function) {
        vm.heldByHost(function);
        JavaValues values = engine.values();
        return arguments -> values.toJava(
                scopes().call(engineScope(), function, values.toLua(arguments)).arg1(), engineScope());
    }

    private Scopes scopes() {
        return engine.values().scopes();
    }

    /** Scripts that have instances share the engine's own globals. */
    private Scope engineScope() {
        return scopes().engine();
    }

    @Override
    public Fault fault(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            if (each instanceof BudgetSpent spent) {
                return spent.fault();
            }
            if (each instanceof LuaError failure) {
                return fault(failure);
            }
        }
        String message = thrown.getMessage();
        return new Fault(message == null ? "internal error" : message, null, -1, "");
    }

    private static Fault fault(LuaError failure) {
        String text = failure.getMessage();
        String calls = String.join("\n", failure.traceback().lines());
        Position own = Position.in(text);
        if (own != null) {
            return new Fault(own.strip(text), own.file(), own.line(), calls);
        }
        Position position = Position.innermost(failure);
        return position == null
                ? new Fault(text, null, -1, calls)
                : new Fault(text, position.file(), position.line(), calls);
    }

    @Override
    public boolean isSandbox() {
        return vm.meter() != null;
    }

    @Override
    public boolean carriesScriptCall(Thread thread) {
        return vm.coroutines().carriedBy(thread);
    }

    @Override
    public void close() {
        vm.coroutines().end();
    }
}
