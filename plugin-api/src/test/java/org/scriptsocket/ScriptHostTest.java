package org.scriptsocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.LockSupport;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DESIGN 2 and 3, and CONTRACT 9, as far as they need no connection; with JavaScript through the generic binding. */
final class ScriptHostTest {

    private final List<ScriptError> errors = new ArrayList<>();
    private final ScriptHost host =
            ScriptHost.builder().onScriptError(errors::add).build();
    private final ScriptEngine engine = new ScriptEngineManager().getEngineByName("nashorn");

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void instances_of_a_script_share_its_globals_and_have_a_self_each() throws Exception {
        Script script = host.load(
                engine,
                "var count = 0; function init(self) { self.id = ++count } function who(self, a) { return a + self.id }",
                "count.js");
        ScriptInstance first = script.start();
        ScriptInstance second = script.start();

        assertThat(first.call("who", "n")).isEqualTo("n1");
        assertThat(second.call("who", "n")).isEqualTo("n2");
    }

    @Test
    void two_scripts_in_one_engine_keep_their_own_functions() throws Exception {
        engine.put("log", new ArrayList<String>());
        Script a = host.load(engine, "function init() { log.add('a') } function update() { log.add('ua') }", "a.js");
        Script b = host.load(engine, "function init() { log.add('b') }", "b.js");
        assertThat(engine.get("init")).isNull();
        a.start();
        b.start();
        host.update(0.5);

        assertThat(engine.get("log")).isEqualTo(List.of("a", "b", "ua"));
        assertThat(a.defines("update")).isTrue();
        assertThat(b.defines("update")).isFalse();
    }

    @Test
    void update_gets_dt_and_a_closed_instance_gets_none() throws Exception {
        Script script = host.load(
                engine, "function update(self, dt) { self.t = dt } function t(self) { return self.t }", "u.js");
        ScriptInstance instance = script.start();
        host.update(0.25);
        assertThat(instance.call("t")).isEqualTo(0.25);

        instance.close();
        host.update(1);
        assertThat(instance.isClosed()).isTrue();
        assertThatThrownBy(() -> instance.call("t"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("u.js #1");
    }

    @Test
    void final_runs_once_whether_the_instance_or_the_host_is_closed() throws Exception {
        engine.put("log", new ArrayList<String>());
        Script script = host.load(engine, "function finalize(self) { log.add('final') }", "f.js");
        ScriptInstance one = script.start();
        script.start();
        one.close();
        one.close();
        assertThat(engine.get("log")).isEqualTo(List.of("final"));
        host.close();
        host.close();
        assertThat(engine.get("log")).isEqualTo(List.of("final", "final"));
    }

    @Test
    void an_error_in_init_closes_the_instance_and_start_fails_with_file_and_line() throws Exception {
        engine.put("log", new ArrayList<String>());
        Script script = host.load(
                engine,
                "function init() {\n throw new Error('boom') }\n function finalize() { log.add('final') }",
                "i.js");

        assertThatThrownBy(script::start).isInstanceOfSatisfying(ScriptErrorException.class, e -> {
            assertThat(e.getFileName()).isEqualTo("i.js");
            assertThat(e.getLineNumber()).isEqualTo(2);
            assertThat(e.error().function()).isEqualTo("init");
            assertThat(e).hasMessage("i.js:2: Error: boom");
        });
        assertThat(engine.get("log")).isEqualTo(List.of("final"));
        assertThat(errors).isEmpty();
    }

    @Test
    void an_error_in_update_is_reported_and_changes_nothing_else() throws Exception {
        Script script = host.load(
                engine,
                "function init(self) { self.n = 0 }\nfunction update(self) { self.n++; null.x }\nfunction n(self) { return self.n }",
                "e.js");
        ScriptInstance instance = script.start();
        host.update(0);
        host.update(0);

        assertThat(((Number) instance.call("n")).intValue()).isEqualTo(2);
        assertThat(errors).hasSize(2).allSatisfy(error -> {
            assertThat(error.instance()).isSameAs(instance);
            assertThat(error.function()).isEqualTo("update");
            assertThat(error.located()).startsWith("e.js:2: TypeError");
        });
    }

    @Test
    void a_script_that_does_not_parse_fails_to_load_with_file_and_line() {
        assertThatThrownBy(() -> host.load(engine, "var a;\nvar = 1;", "bad.js"))
                .isInstanceOfSatisfying(ScriptException.class, e -> {
                    assertThat(e.getFileName()).isEqualTo("bad.js");
                    assertThat(e.getLineNumber()).isEqualTo(2);
                });
    }

    @Test
    void a_file_is_loaded_by_its_name(@TempDir Path dir) throws Exception {
        Path file = Files.writeString(dir.resolve("x.js"), "function f() { return 'from file' }");
        Script script = host.load(engine, file);
        assertThat(script.name()).isEqualTo("x.js");
        assertThat(script.start().call("f")).isEqualTo("from file");
    }

    @Test
    void a_function_that_is_not_there_is_named() throws Exception {
        ScriptInstance instance = host.load(engine, "", "empty.js").start();
        assertThatThrownBy(() -> instance.call("greet"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("empty.js #1 has no function 'greet'");
    }

    @Test
    void an_engine_belongs_to_one_host() throws Exception {
        host.load(engine, "", "a.js");
        assertThat(ScriptHost.of(engine)).isSameAs(host);
        try (ScriptHost other = ScriptHost.create()) {
            assertThatThrownBy(() -> other.load(engine, "", "b.js"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("another script host");
        }
    }

    @Test
    void an_engine_that_nobody_uses_any_more_is_not_kept_by_its_host() throws Exception {
        WeakReference<ScriptEngine> dropped = loaded("dropped = 1");
        WeakReference<ScriptEngine> started = loaded("function update() { updates = (this.updates || 0) + 1 }");

        for (int i = 0; i < 1000 && dropped.get() != null; i++) {
            System.gc();
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(dropped.get()).isNull();
        host.update(0);
        assertThat(started.get()).isNotNull();
    }

    private WeakReference<ScriptEngine> loaded(String source) throws Exception {
        ScriptEngine another = new ScriptEngineManager().getEngineByName("nashorn");
        Script script = host.load(another, source, "another.js");
        if (script.defines("update")) {
            script.start();
        }
        return new WeakReference<>(another);
    }

    @Test
    void a_second_thread_inside_is_refused_by_the_names_of_both() throws Exception {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        host.execute(() -> {
            Thread second = new Thread(() -> thrown.complete(catchThrown(() -> host.update(0))), "the-second");
            second.start();
            thrown.join();
        });
        host.update(0);

        assertThat(thrown.join())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'the-second'")
                .hasMessageContaining("'" + Thread.currentThread().getName() + "'");
    }

    @Test
    void close_from_another_thread_waits_for_the_entry_under_way() throws Exception {
        List<String> order = new ArrayList<>();
        CountDownLatch closing = new CountDownLatch(1);
        Thread closer = new Thread(() -> {
            closing.countDown();
            host.close();
            order.add("closed");
        });
        host.execute(() -> {
            closer.start();
            awaitQuietly(closing);
            order.add("entry ends");
        });
        host.update(0);
        closer.join();

        assertThat(order).containsExactly("entry ends", "closed");
    }

    @Test
    void close_inside_an_entry_happens_at_its_end() {
        List<Boolean> closedInside = new ArrayList<>();
        host.execute(() -> {
            host.close();
            closedInside.add(host.isClosed());
        });
        host.update(0);

        assertThat(closedInside).containsExactly(false);
        assertThat(host.isClosed()).isTrue();
        assertThatThrownBy(() -> host.update(0)).hasMessage("The script host is closed");
        assertThatThrownBy(() -> host.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void run_ends_by_stop_from_another_thread_and_by_its_condition() throws Exception {
        Script script = host.load(
                engine,
                "function update(self) { self.n = (self.n || 0) + 1 } function n(self) { return self.n }",
                "r.js");
        ScriptInstance instance = script.start();
        new Thread(() -> host.execute(host::stop)).start();
        host.run();
        int before = ((Number) instance.call("n")).intValue();
        int[] left = {3};
        host.run(1000, () -> --left[0] == 0);

        assertThat(((Number) instance.call("n")).intValue()).isEqualTo(before + 3);
    }

    @Test
    void an_unwinding_passes_the_script_and_comes_out_of_the_host() throws Exception {
        Runnable exit = () -> {
            throw host.unwind("exit");
        };
        engine.put("exit", exit);
        host.load(engine, "function update() { try { exit.run() } catch (e) { } }", "x.js")
                .start();

        assertThatThrownBy(() -> host.update(0)).isInstanceOf(ScriptUnwind.class);
        assertThat(errors).isEmpty();
    }

    @Test
    void an_unwinding_that_was_made_outside_of_an_entry_ends_nothing() throws Exception {
        ScriptInstance instance =
                host.load(engine, "function f() { return 'went on' }", "x.js").start();
        assertThat(host.unwind("nobody throws it")).isNotNull();
        assertThat(instance.call("f")).isEqualTo("went on");
    }

    @Test
    void a_missing_transport_is_raised_at_connect_and_names_the_artifact() throws Exception {
        ScriptInstance instance = host.load(
                        engine,
                        "function go() { try { websocket.connect('ws://h', {}, function() {}) } catch (e) { return e.message } }",
                        "c.js")
                .start();
        assertThat(instance.call("go")).asString().contains("org.scriptsocket:scriptsocket-jetty-transport");
    }

    @Test
    void an_engine_that_can_not_be_used_belongs_to_no_host_afterwards() {
        ScriptEngine useless = new ScriptEngineManager().getEngineByName("nashorn");
        ScriptEngine notInvocable = (ScriptEngine) java.lang.reflect.Proxy.newProxyInstance(
                ScriptHostTest.class.getClassLoader(),
                new Class<?>[] {ScriptEngine.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == args[0];
                    default -> method.invoke(useless, args);
                });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> ScriptHost.of(notInvocable)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> host.load(notInvocable, "", "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void very_few_updates_a_second_are_not_very_many() throws Exception {
        int[] updates = {0};
        Thread stopper = new Thread(() -> {
            sleepQuietly(300);
            host.stop();
        });
        stopper.start();
        host.run(1e-12, () -> ++updates[0] < 0);
        stopper.join();
        assertThat(updates[0]).isEqualTo(1);
    }

    @Test
    void a_script_can_not_forge_a_line_of_the_log() throws Exception {
        host.load(engine, "function update() { throw 'x\\n2026-01-01 ERROR forged' }", "a.js")
                .start();
        host.update(0);
        assertThat(ErrorText.of(errors.get(0))).contains("forged").doesNotContain("\n2026");
    }

    private static void sleepQuietly(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Throwable catchThrown(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            return e;
        }
        return new AssertionError("nothing was thrown");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
