package org.scriptsocket.runner;

import java.nio.file.Path;
import java.util.Optional;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.LuaSandbox;
import org.scriptsocket.lua.LuaScriptEngineFactory;
import org.scriptsocket.lua.ModuleFolders;
import org.scriptsocket.script.ScriptBindings;

/** Chooses the script engine of a run. */
final class ScriptEngines {

    private static final String LUA = "lua";

    private ScriptEngines() {}

    /** @throws UsageException if there is none, or it can not be used */
    static ScriptEngine find(
            @Nullable String name, Path script, ModuleFolders folders, boolean luajc, Optional<LuaSandbox> sandbox) {
        ScriptEngineFactory ours = lua(folders, luajc, sandbox);
        ScriptEngine engine = name == null ? byExtension(ours, extension(script)) : byName(ours, name);
        if (!(engine.getFactory() instanceof LuaScriptEngineFactory)) {
            UsageException.unless(!luajc, "--luajc is for our Lua, and this script is for another engine");
            UsageException.unless(
                    sandbox.isEmpty(), "--sandbox is for our Lua: no other engine bounds what its scripts do");
        }
        check(engine);
        return engine;
    }

    static ScriptEngine lua() {
        return new LuaScriptEngineFactory().getScriptEngine();
    }

    private static LuaScriptEngineFactory lua(ModuleFolders folders, boolean luajc, Optional<LuaSandbox> sandbox) {
        LuaScriptEngineFactory factory = new LuaScriptEngineFactory().withModules(folders);
        LuaScriptEngineFactory bounded = sandbox.map(factory::withSandbox).orElse(factory);
        try {
            return luajc ? bounded.withLuajc() : bounded;
        } catch (IllegalStateException e) {
            throw new UsageException("--luajc: " + e.getMessage());
        }
    }

    private static ScriptEngine byName(ScriptEngineFactory ours, String name) {
        ScriptEngine engine = ours.getNames().contains(name)
                ? ours.getScriptEngine()
                : new ScriptEngineManager().getEngineByName(name);
        if (engine == null) {
            throw missing("named '" + name + "'");
        }
        return engine;
    }

    private static ScriptEngine byExtension(ScriptEngineFactory ours, String extension) {
        // Without a manager, which would build stock LuaJ's engine to learn its name, and then choose that one.
        ScriptEngine engine = extension.equals(LUA)
                ? ours.getScriptEngine()
                : new ScriptEngineManager().getEngineByExtension(extension);
        if (engine == null) {
            throw missing("for ." + extension);
        }
        return engine;
    }

    private static void check(ScriptEngine engine) {
        try {
            ScriptBindings.find(engine, Thread.currentThread().getContextClassLoader());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static String extension(Path script) {
        String file = String.valueOf(script.getFileName());
        int dot = file.lastIndexOf('.');
        if (dot < 0 || dot == file.length() - 1) {
            throw new UsageException(
                    "the name " + file + " has no extension that tells the script engine; --engine can name one");
        }
        return file.substring(dot + 1);
    }

    private static UsageException missing(String which) {
        return new UsageException(
                "there is no script engine " + which + "; `scriptsocket engines` lists those that were found");
    }
}
