package org.scriptsocket.lua;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.Compilable;
import javax.script.CompiledScript;
import javax.script.Invocable;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Prototype;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.websocket.WebSocketModule;

/** Lua for JSR-223. Its bindings are the script's globals. For one thread at a time. */
final class LuaScriptEngine extends AbstractScriptEngine implements Invocable, Compilable, AutoCloseable {

    private final LuaScriptEngineFactory factory;
    private final LuaVm vm;
    private final JavaValues values;
    private final ModulePath path;
    private final Consumer<ScriptEngine> hosting;
    /** The context of the evaluation under way, or null for the engine's own. */
    private @Nullable ScriptContext evaluating;
    /** Null until the engine has a host. */
    private @Nullable WebSocketModule module;

    /** @param hosting gives the engine a host, which gives it a module */
    LuaScriptEngine(LuaScriptEngineFactory factory, LuaSettings settings, Consumer<ScriptEngine> hosting) {
        boolean luajava = settings.luajava();
        this.factory = factory;
        this.vm = new LuaVm(settings.luajc(), settings.sandbox());
        this.path = new ModulePath(vm.globals(), settings.folders());
        this.values = new JavaValues(luajava);
        this.hosting = hosting;
        vm.coroutines().limit(this::coroutineThreads);
        new Libraries(vm).install(new EngineStreams(this::current), path, luajava);
        vm.globals().rawset("websocket", new WebSocketTable(vm, this::module).table());
        Meter meter = vm.meter();
        if (meter == null) {
            vm.globals().setmetatable(new GlobalScope(this::current, values).metatable());
        } else {
            new Restrictions(vm, meter, settings.folders()).apply();
        }
        context.setBindings(new GlobalsBindings(vm.globals(), values), ScriptContext.ENGINE_SCOPE);
    }

    LuaVm vm() {
        return vm;
    }

    JavaValues values() {
        return values;
    }

    ModulePath path() {
        return path;
    }

    void module(WebSocketModule next) {
        module = next;
    }

    private long coroutineThreads() {
        Limits limits = module == null ? factory.hostBuilder().limits() : module.limits();
        return limits.get(Limit.COROUTINE_THREADS);
    }

    /**
     * Closes the host that was made for it, connections and all, unless the application has given it to one; ends its suspended
     * coroutines, which on platform threads would keep it for ever. It stays usable, with a new host.
     */
    @Override
    public void close() {
        if (ScriptHost.closeOwn(this)) {
            module = null;
        }
        vm.coroutines().end();
    }

    private WebSocketModule module() {
        if (module == null) {
            hosting.accept(this);
        }
        if (module == null) {
            throw new IllegalStateException("The script engine has no script host");
        }
        return module;
    }

    private ScriptContext current() {
        return evaluating == null ? context : evaluating;
    }

    @Override
    public @Nullable Object eval(String script, ScriptContext in) throws ScriptException {
        return eval(parse(script, in), in);
    }

    @Override
    public @Nullable Object eval(Reader script, ScriptContext in) throws ScriptException {
        return eval(text(script), in);
    }

    /** Runs compiled code in a context. */
    @Nullable Object eval(Prototype code, ScriptContext in) throws ScriptException {
        ScriptContext before = evaluating;
        evaluating = in;
        try {
            return values.toJava(call(vm.closure(code, environment(in)), LuaValue.NONE));
        } finally {
            evaluating = before;
        }
    }

    private LuaValue environment(ScriptContext in) {
        Bindings bindings = in.getBindings(ScriptContext.ENGINE_SCOPE);
        return bindings == null || bindings instanceof GlobalsBindings
                ? vm.globals()
                : new BindingsEnvironment(bindings, vm, values).table();
    }

    private Prototype parse(String script, ScriptContext in) throws ScriptException {
        Object file = in.getAttribute(ScriptEngine.FILENAME);
        if (file != null) {
            path.addFolderOf(file.toString());
        }
        return parse(script.getBytes(StandardCharsets.UTF_8), file == null ? "script" : file.toString());
    }

    Prototype parse(byte[] script, String file) throws ScriptException {
        return parse(script, file, vm::compile);
    }

    /** The same, sharing the code with the other engines that have it. */
    Prototype parseFile(byte[] script, String file) throws ScriptException {
        return parse(script, file, vm::compileFile);
    }

    private Prototype parse(byte[] script, String file, BiFunction<byte[], String, Prototype> compiler)
            throws ScriptException {
        try {
            return compiler.apply(script, "@" + file);
        } catch (LuaError failure) {
            throw LuaScriptException.of(new UnreadableSource(script, file).explain(failure));
        } catch (BudgetSpent spent) {
            throw ended(spent);
        }
    }

    /** The first value that a function returns. */
    private LuaValue call(LuaValue function, Varargs arguments) throws ScriptException {
        try {
            return vm.call(function, arguments).arg1();
        } catch (LuaError failure) {
            throw LuaScriptException.of(failure);
        } catch (BudgetSpent spent) {
            throw ended(spent);
        }
    }

    private LuaScriptException ended(BudgetSpent spent) {
        if (module != null) {
            module.fail();
        }
        return LuaScriptException.of(spent);
    }

    private static String text(Reader script) throws ScriptException {
        try {
            StringWriter all = new StringWriter();
            script.transferTo(all);
            return all.toString();
        } catch (IOException e) {
            throw new ScriptException(e);
        }
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    @Override
    public CompiledScript compile(String script) throws ScriptException {
        return new LuaCompiledScript(this, parse(script, context));
    }

    @Override
    public CompiledScript compile(Reader script) throws ScriptException {
        return compile(text(script));
    }

    @Override
    public @Nullable Object invokeFunction(String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        LuaValue function = vm.globals().rawget(LuaText.of(name));
        return invoke(name, function, values.toLua(given(arguments)));
    }

    @Override
    public @Nullable Object invokeMethod(Object target, String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        if (!(target instanceof LuaTable table)) {
            throw new IllegalArgumentException("A method can be invoked only on a table of a script");
        }
        Varargs rest = values.toLua(given(arguments));
        return invoke(name, table.get(LuaText.of(name)), LuaValue.varargsOf(table, rest));
    }

    private @Nullable Object invoke(String name, LuaValue function, Varargs arguments)
            throws ScriptException, NoSuchMethodException {
        if (!function.isfunction()) {
            throw new NoSuchMethodException(name);
        }
        return values.toJava(call(function, arguments));
    }

    private static @Nullable Object[] given(@Nullable Object @Nullable [] arguments) {
        return arguments == null ? new Object[0] : arguments;
    }

    @Override
    public <T> @Nullable T getInterface(Class<T> type) {
        return implement(type, vm.globals());
    }

    @Override
    public <T> @Nullable T getInterface(Object target, Class<T> type) {
        if (!(target instanceof LuaTable table)) {
            throw new IllegalArgumentException("Only a table of a script can implement an interface");
        }
        return implement(type, table);
    }

    private <T> @Nullable T implement(Class<T> type, LuaTable functions) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(type.getName() + " is no interface");
        }
        boolean whole = Arrays.stream(type.getMethods())
                .allMatch(method ->
                        method.isDefault() || functions.get(method.getName()).isfunction());
        if (!whole) {
            return null;
        }
        InterfaceCalls calls = new InterfaceCalls(this, functions, !(functions instanceof Globals));
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
