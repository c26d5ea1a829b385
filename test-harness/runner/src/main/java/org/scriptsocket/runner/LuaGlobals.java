package org.scriptsocket.runner;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.lua.LuaTableObject;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.OneArgFunction;

/** For Lua, written in Lua over two functions of ours, so that texts are made by Lua's own {@code tostring}. */
final class LuaGlobals implements ScriptGlobals {

    private static final ScriptSource SOURCE = new ScriptSource.Shipped("globals.lua");

    private final ScriptEngine engine;

    LuaGlobals(ScriptEngine engine) {
        this.engine = engine;
    }

    @Override
    public void define(ScriptHost host, Output output, Ending ending) throws ScriptException {
        redirect(output);
        engine.put("scriptsocket_write", new Write(output));
        engine.put("scriptsocket_exit", new Exit(host, ending));
        SOURCE.load(host, engine);
    }

    /** Lets Lua's {@code io} write to the same output, where each piece is seen at once: it need not end a line. */
    private void redirect(Output output) {
        Globals globals = (Globals) ((LuaTableObject) engine.get("_G")).table();
        globals.STDOUT = new PrintStream(new OutputBytes(output), true, StandardCharsets.UTF_8);
        engine.getContext().setReader(new AskingReader(engine.getContext().getReader(), output));
    }

    private static final class Write extends OneArgFunction {

        private final Output output;

        Write(Output output) {
            this.output = output;
        }

        @Override
        public LuaValue call(LuaValue line) {
            LuaString bytes = line.checkstring();
            output.line(bytes.m_bytes, bytes.m_offset, bytes.m_length);
            return NONE;
        }
    }

    private static final class Exit extends OneArgFunction {

        private final ScriptHost host;
        private final Ending ending;

        Exit(ScriptHost host, Ending ending) {
            this.host = host;
            this.ending = ending;
        }

        @Override
        public LuaValue call(LuaValue status) {
            throw ending.exit(host, status.toint());
        }
    }
}
