package org.scriptsocket.runner;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;

/** What the script of {@code connect} finds as {@code console}; the other half of it is {@code console.lua}. */
final class Console implements ScriptGlobals {

    private static final ScriptSource SOURCE = new ScriptSource.Shipped("console.lua");

    private final ScriptEngine engine;
    private final Map<String, Object> options;
    private final ChosenClose transport;
    private final Terminal terminal;
    private final int longestLine;
    /** Null until the script is about to be loaded. */
    private @Nullable ConsoleEvents events;

    /**
     * @param options what the script finds in {@code console}, by name
     * @param longestLine bytes of a line of the standard input at most
     */
    Console(
            ScriptEngine engine,
            Map<String, Object> options,
            ChosenClose transport,
            Terminal terminal,
            int longestLine) {
        this.engine = engine;
        this.options = options;
        this.transport = transport;
        this.terminal = terminal;
        this.longestLine = longestLine;
    }

    @Override
    public void define(ScriptHost host, Output output, Ending ending) throws ScriptException {
        new LuaGlobals(engine).define(host, output, ending);
        InputLines lines = new InputLines(terminal.in(), longestLine, host::execute);
        ConsoleEvents own = new ConsoleEvents(host, output, lines, new ErrorReport(terminal.err(), output, ending));
        Map<String, Object> bridge = new LinkedHashMap<>(options);
        bridge.put("read", new LuaCall(args -> own.read()));
        bridge.put("after", new LuaCall(args -> own.after(args.checkdouble(1), args.checkint(2))));
        bridge.put("prompt", new LuaCall(args -> output.prompt(args.checkjstring(1))));
        bridge.put("say_goodbye", new LuaCall(args -> transport.choose(CloseArguments.read(args))));
        bridge.put("time", LuaCall.giving(Trace::now));
        engine.put(ConsoleEvents.BRIDGE, bridge);
        SOURCE.load(host, engine);
        events = own;
    }

    @Override
    public void started(ScriptInstance instance) {
        if (events != null) {
            events.begin(instance);
        }
    }
}
