package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.multibindings.OptionalBinder;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.script.ScriptFunction;
import org.scriptsocket.transport.Transport;

/** What becomes of coroutines that are not finished. */
class CoroutineLifeTest {

    private static final boolean VIRTUAL = CoroutineThreads.ofThisJvm().virtual();
    private static final String SUSPENDED =
            "co = coroutine.create(function() here() pcall(coroutine.yield) end) coroutine.resume(co)";

    private final LuaScriptEngine engine = (LuaScriptEngine) new LuaScriptEngineFactory().getScriptEngine();

    /** In a JVM of its own, whose main method leaves behind what is suspended, what was abandoned, and what waits inside another one. */
    @Test
    void a_suspended_coroutine_does_not_keep_the_JVM_alive() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Leaving.class.getName())
                .inheritIO()
                .start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** What the other JVM runs. */
    static final class Leaving {

        private Leaving() {}

        public static void main(String[] arguments) throws ScriptException {
            ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();
            Object seen = engine.eval("""
                    co = coroutine.wrap(function() for i = 1, 10 do coroutine.yield(i) end end)
                    coroutine.wrap(function() coroutine.yield() end)()
                    return co()""");
            if (!Double.valueOf(1).equals(((Number) seen).doubleValue())) {
                throw new AssertionError(seen);
            }
        }
    }

    @Test
    void thousands_that_nobody_can_resume_are_reclaimed() throws ScriptException {
        List<WeakReference<Object>> stacks = new ArrayList<>();
        engine.put("here", (ScriptFunction) arguments -> tracked(stacks));
        engine.eval("""
                for i = 1, 1900 do
                  local co = coroutine.create(function() local mine = here() pcall(coroutine.yield) return mine end)
                  coroutine.resume(co)
                end
                for i = 1, 100 do
                  coroutine.wrap(function() coroutine.wrap(function() local mine = here() coroutine.yield() return mine end)() end)()
                end""");
        assertThat(stacks).hasSize(2000);
        awaitCollection(() -> stacks.stream().allMatch(stack -> stack.get() == null));
        awaitCollection(() -> engine.vm().coroutines().holding() == 0);
        assertThat(engine.eval("return select(2, pcall(function() error('x') end))"))
                .isEqualTo("script:1: x");
    }

    private static Object tracked(List<WeakReference<Object>> stacks) {
        Object onStack = new Object();
        stacks.add(new WeakReference<>(onStack));
        return onStack;
    }

    /** A thread that ends while the script runs must not touch what the script still uses. */
    @Test
    void what_an_abandoned_one_shared_with_others_stays_as_it_was() throws ScriptException {
        assumeFalse(VIRTUAL);
        engine.eval("""
                steps = {}
                for i = 1, 500 do
                  coroutine.wrap(function()
                    local count = 0
                    steps[i] = function() count = count + 1 return count end
                    coroutine.yield()
                  end)()
                end
                function step() for i = 1, 500 do last = steps[i]() end return last end""");
        int[] steps = new int[1];
        awaitCollection(() -> {
            steps[0]++;
            assertThat(((Number) eval("return step()")).intValue()).isEqualTo(steps[0]);
            return engine.vm().coroutines().holding() == 0;
        });
        assertThat(((Number) eval("return step()")).intValue()).isEqualTo(steps[0] + 1);
    }

    private Object eval(String script) {
        try {
            return engine.eval(script);
        } catch (ScriptException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ten_thousand_suspended_ones_bring_nothing_down() throws ScriptException {
        Object made = engine.eval("""
                all = {}
                for i = 1, 10000 do
                  local co = coroutine.create(function() return coroutine.yield(i) end)
                  local ok, e = coroutine.resume(co)
                  if not ok then why = e break end
                  all[i] = co
                end
                return #all""");
        if (VIRTUAL) {
            assertThat(made).hasToString("10000");
        } else {
            assertThat(made).hasToString("2000");
            assertThat(engine.get("why"))
                    .isEqualTo(
                            "cannot start the coroutine: the limit of 2000 unfinished ones, which hold a thread each, is reached"
                                    + " (coroutine-threads)");
        }
        engine.eval("for i = 1, #all do local ok, v = coroutine.resume(all[i], -i) assert(ok and v == -i) end");
        assertThat(engine.vm().coroutines().holding()).isZero();
        assertThat(engine.eval("return coroutine.wrap(function() coroutine.yield('on') end)()"))
                .isEqualTo("on");
    }

    @Test
    void the_limit_is_the_hosts_and_what_can_not_be_resumed_does_not_count() throws Exception {
        assumeFalse(VIRTUAL);
        try (Stage stage = new Stage(Limits.standard().with("coroutine-threads", "20"))) {
            stage.load("""
                    for i = 1, 100 do coroutine.wrap(coroutine.yield)() end
                    kept = {}
                    for i = 1, 20 do kept[i] = coroutine.wrap(coroutine.yield) kept[i]() end
                    local co = coroutine.create(coroutine.yield)
                    log(select(2, coroutine.resume(co)))
                    log(coroutine.status(co))
                    log(select(2, pcall(function() coroutine.wrap(print)() end)))
                    kept[1]()
                    log(coroutine.resume(co))""");
            String why =
                    "cannot start the coroutine: the limit of 20 unfinished ones, which hold a thread each, is reached"
                            + " (coroutine-threads)";
            assertThat(stage.trace()).containsExactly(why, "suspended", "test.lua:7: " + why, "true");
        }
    }

    @Test
    void the_limit_can_be_set_by_Guice_for_an_engine_without_a_host_too() throws ScriptException {
        assumeFalse(VIRTUAL);
        Injector injector = Guice.createInjector(new LuaModule(), new AbstractModule() {
            @Override
            protected void configure() {
                bind(Transport.class).toInstance(new MemoryTransport());
                OptionalBinder.newOptionalBinder(binder(), Limits.class)
                        .setBinding()
                        .toInstance(Limits.standard().with("coroutine-threads", "1"));
            }
        });
        ScriptEngine lua = injector.getInstance(ScriptEngineManager.class).getEngineByName("lua");
        assertThat(lua.eval("""
                one = coroutine.wrap(coroutine.yield) one()
                return (select(2, coroutine.resume(coroutine.create(coroutine.yield))))""")).asString().contains("the limit of 1 unfinished");
    }

    @Test
    void a_host_that_was_closed_is_collected_although_one_is_suspended() throws Exception {
        WeakReference<ScriptHost> host = host(ScriptHost::close);
        awaitCollection(() -> host.get() == null);
    }

    @Test
    void a_host_that_was_aborted_is_collected_although_one_is_suspended() throws Exception {
        WeakReference<ScriptHost> host = host(ScriptHost::abort);
        awaitCollection(() -> host.get() == null);
    }

    /** A platform thread is a root for the garbage collector, and its stack refers to the engine: there a host has to be closed. */
    @Test
    void a_host_that_was_dropped_without_close_is_collected_although_one_is_suspended() throws Exception {
        assumeTrue(VIRTUAL);
        WeakReference<ScriptHost> host = host(nothing -> {});
        awaitCollection(() -> host.get() == null);
    }

    @Test
    void an_engine_without_a_host_that_was_closed_is_collected_although_one_is_suspended() throws Exception {
        List<WeakReference<Object>> stacks = new ArrayList<>();
        WeakReference<ScriptEngine> dropped = dropped(stacks);
        awaitCollection(() -> dropped.get() == null && stacks.get(0).get() == null);
    }

    private static WeakReference<ScriptEngine> dropped(List<WeakReference<Object>> stacks) throws Exception {
        ScriptEngine lua = new LuaScriptEngineFactory().getScriptEngine();
        lua.put("here", (ScriptFunction) arguments -> tracked(stacks));
        lua.eval(SUSPENDED);
        ((AutoCloseable) lua).close();
        return new WeakReference<>(lua);
    }

    private interface End {
        void end(ScriptHost host);
    }

    private static WeakReference<ScriptHost> host(End end) throws ScriptException {
        ScriptHost host =
                ScriptHost.builder().transport(MemoryTransport.recording()).build();
        ScriptEngine lua = new LuaScriptEngineFactory().getScriptEngine();
        lua.put("here", (ScriptFunction) arguments -> null);
        host.load(lua, SUSPENDED + " self = websocket", "a.lua");
        assertThat(lua.eval("return coroutine.status(co)")).isEqualTo("suspended");
        end.end(host);
        return new WeakReference<>(host);
    }

    @Test
    void what_was_suspended_when_its_host_was_closed_is_dead_and_the_engine_goes_on() throws Exception {
        engine.put("here", (ScriptFunction) arguments -> null);
        MemoryTransport transport = new MemoryTransport();
        try (ScriptHost host = ScriptHost.builder().transport(transport).build()) {
            host.load(engine, SUSPENDED + " fresh = coroutine.create(function() return 'fresh' end)", "a.lua");
        }
        try (ScriptHost host = ScriptHost.builder().transport(transport).build()) {
            host.load(engine, "status = coroutine.status(co) .. select(2, coroutine.resume(co))", "b.lua");
            assertThat(engine.get("status")).isEqualTo("deadcannot resume dead coroutine");
            assertThat(engine.eval("return select(2, coroutine.resume(fresh))")).isEqualTo("fresh");
            assertThat(engine.eval("return coroutine.wrap(function() coroutine.yield('new') end)()"))
                    .isEqualTo("new");
        }
        transport.close();
    }

    @Test
    void one_that_runs_while_its_host_is_aborted_ends_with_the_entry() throws Exception {
        try (Stage stage = new Stage()) {
            stage.engine.put("abort", (ScriptFunction) arguments -> {
                stage.host.abort();
                return null;
            });
            stage.load("""
                    co = coroutine.create(function() abort() coroutine.yield('yielded') end)
                    log(select(2, coroutine.resume(co)))
                    log(coroutine.status(co))""");
            assertThat(stage.trace()).containsExactly("yielded", "suspended");
            assertThat(stage.engine.eval("return coroutine.status(co)")).isEqualTo("dead");
        }
    }

    @Test
    void an_interrupt_of_the_script_thread_is_kept_and_ends_no_wait() throws ScriptException {
        engine.put("interrupt", (ScriptFunction) arguments -> {
            ((Thread) arguments[0]).interrupt();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            return null;
        });
        engine.put("thread", Thread.currentThread());
        assertThat(engine.eval("return coroutine.wrap(function() interrupt(thread) return 'done' end)()"))
                .isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void threads_are_daemons_with_a_name_and_platform_threads_are_used_again() throws ScriptException {
        List<Thread> threads = new ArrayList<>();
        engine.put("here", (ScriptFunction) arguments -> threads.add(Thread.currentThread()));
        engine.eval("for i = 1, 50 do coroutine.wrap(function() here() coroutine.yield() here() end)() end");
        engine.eval("for i = 1, 50 do local co = coroutine.wrap(here) co() end");
        assertThat(threads).allSatisfy(thread -> {
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).isEqualTo("lua-coroutine");
        });
        if (!VIRTUAL) {
            assertThat(threads.subList(50, 100).stream().distinct().count()).isLessThan(10);
        }
    }

    private static void awaitCollection(BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime() < end).as("collected").isTrue();
            System.gc();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
