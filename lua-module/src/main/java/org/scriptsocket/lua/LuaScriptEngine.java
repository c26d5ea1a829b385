package org.scriptsocket.lua;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Prototype;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.websocket.WebSocketModule;

/** Lua for JSR-223. Its bindings are the script's globals. For one thread at a time. */
final class LuaScriptEngine extends AbstractScriptEngine implements Invocable, Compilable, AutoCloseable {

    private static final String NO_CONTEXT = "The context must not be null";

    private final LuaScriptEngineFactory factory;
    private final LuaVm vm;
    private final JavaValues values;
    private final Scopes scopes;
    private final Environments environments;
    private final GlobalsBindings globals;
    private final Invocations invocations;
    private final ModulePath path;
    private final Consumer<ScriptEngine> hosting;
    /** That of the default context, lest it is forgotten between two evaluations; null while that has the engine's own globals. */
    private @Nullable ScopeTable standard;
    /** Null until the engine has a host. */
    private @Nullable WebSocketModule module;

    /** @param hosting gives the engine a host, which gives it a module */
    LuaScriptEngine(LuaScriptEngineFactory factory, LuaSettings settings, Consumer<ScriptEngine> hosting) {
        boolean luajava = settings.luajava();
        context.setReader(new StandardReader(System.in));
        context.setWriter(StandardWriter.over(System.out));
        context.setErrorWriter(StandardWriter.over(System.err));
        this.factory = factory;
        this.vm = new LuaVm(settings.luajc(), settings.sandbox());
        this.path = new ModulePath(vm.globals(), settings.folders());
        this.scopes = new Scopes(vm, this::getContext, this::ended);
        this.values = new JavaValues(scopes, luajava);
        this.invocations = new Invocations(values, () -> scope(context));
        this.hosting = hosting;
        vm.coroutines().limit(this::coroutineThreads);
        Libraries libraries = new Libraries(vm);
        libraries.install(new EngineStreams(scopes::context), path, luajava);
        vm.globals().rawset("websocket", new WebSocketTable(vm, scopes, this::module).table());
        Meter meter = vm.meter();
        if (meter == null) {
            vm.globals().setmetatable(new GlobalScope(scopes::ofGlobals, values).metatable());
        } else {
            new Restrictions(vm, meter, settings.folders()).apply();
        }
        this.environments = new Environments(new LibraryCopy(vm.globals()), values, libraries.modules());
        this.globals = new GlobalsBindings(vm.globals(), values, LuaScriptEngineFactory.PARAMETERS);
        context.setBindings(globals, ScriptContext.ENGINE_SCOPE);
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

    @Override
    public @Nullable Object eval(String script, ScriptContext in) throws ScriptException {
        return eval(parse(script, in), in);
    }

    @Override
    public @Nullable Object eval(Reader script, ScriptContext in) throws ScriptException {
        Objects.requireNonNull(in, NO_CONTEXT);
        return eval(text(script), in);
    }

    /** Runs compiled code in a context. */
    @Nullable Object eval(Prototype code, ScriptContext in) throws ScriptException {
        Scope scope = scope(Objects.requireNonNull(in, NO_CONTEXT));
        Varargs arguments = values.arguments(in.getAttribute(ScriptEngine.ARGV));
        LuaValue chunk = vm.closure(code, scope.environment());
        return values.toJava(scopes.callFromJava(scope, chunk, arguments).arg1(), scope);
    }

    /** Where code runs that is evaluated in a context. */
    @SuppressWarnings("ReferenceEquality")
    private Scope scope(ScriptContext in) {
        Bindings bindings = in.getBindings(ScriptContext.ENGINE_SCOPE);
        if (bindings == null || bindings == globals) {
            return in == context ? scopes.engine() : Scope.ofEngine(vm.globals(), in);
        }
        return Scope.of(in == context ? standard(bindings) : environments.of(bindings, in), in);
    }

    private ScopeTable standard(Bindings bindings) {
        ScopeTable known = standard;
        if (known == null || !known.isOf(bindings, context)) {
            known = environments.of(bindings, context);
            standard = known;
        }
        return known;
    }

    private Prototype parse(String script, ScriptContext in) throws ScriptException {
        Objects.requireNonNull(script, "The script must not be null");
        Object file = Objects.requireNonNull(in, NO_CONTEXT).getAttribute(ScriptEngine.FILENAME);
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

    private LuaScriptException ended(BudgetSpent spent) {
        if (module != null) {
            module.fail();
        }
        return LuaScriptException.of(spent);
    }

    private static String text(Reader script) throws ScriptException {
        Objects.requireNonNull(script, "The script must not be null");
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

    /** For evaluations with bindings of their own. */
    @Override
    protected ScriptContext getScriptContext(Bindings bindings) {
        return new InnerContext(context, Objects.requireNonNull(bindings, "The bindings must not be null"));
    }

    /** Those of the default context, whichever scopes that has. */
    @Override
    public Bindings getBindings(int scope) {
        return context.getBindings(scope);
    }

    @Override
    public void setBindings(Bindings bindings, int scope) {
        context.setBindings(bindings, scope);
    }

    @Override
    public @Nullable Object invokeFunction(String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        return invocations.invokeFunction(name, arguments);
    }

    @Override
    public @Nullable Object invokeMethod(Object target, String name, @Nullable Object... arguments)
            throws ScriptException, NoSuchMethodException {
        return invocations.invokeMethod(target, name, arguments);
    }

    @Override
    public <T> @Nullable T getInterface(Class<T> type) {
        return invocations.getInterface(type);
    }

    @Override
    public <T> @Nullable T getInterface(Object target, Class<T> type) {
        return invocations.getInterface(target, type);
    }
}
