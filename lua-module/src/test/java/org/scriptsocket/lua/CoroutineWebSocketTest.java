package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.ScriptUnwind;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.script.ScriptFunction;

/** {@code websocket} inside coroutines: DESIGN 3 and CONTRACT 5.9. */
class CoroutineWebSocketTest {

    private final Stage stage;

    CoroutineWebSocketTest() throws Exception {
        stage = new Stage();
        stage.peers.otherwise(Behaviour.echo());
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_dialogue_can_be_written_as_one_coroutine() throws Exception {
        stage.start("""
                function init(self)
                  self.dialogue = coroutine.wrap(function()
                    local conn = websocket.connect("ws://peer/", nil, function(self, conn, data) self.dialogue(data) end)
                    local connected = coroutine.yield()
                    assert(is(connected, "CONNECTED"))
                    for _, word in ipairs { "one", "two" } do
                      websocket.send(conn, word, { type = websocket.DATA_TYPE_TEXT })
                      log(coroutine.yield().message)
                    end
                    websocket.disconnect(conn)
                    log(coroutine.yield().code)
                  end)
                  self.dialogue()
                end""");
        stage.updates(8);
        assertThat(stage.trace()).containsExactly("one", "two", "1000");
        assertThat(stage.errors).isEmpty();
    }

    @Test
    void callbacks_run_on_the_main_coroutine_of_the_instance_that_connected() throws Exception {
        ScriptInstance instance = stage.start("""
                function init(self)
                  self.name = "mine"
                  coroutine.wrap(function()
                    coroutine.wrap(function()
                      websocket.connect("ws://peer/", nil, function(self, conn, data)
                        log(self.name .. tostring(coroutine.running()))
                        coroutine.wrap(function() websocket.send(conn, "x") end)()
                        if is(data, "MESSAGE") then websocket.disconnect(conn) end
                      end)
                    end)()
                  end)()
                end
                function update(self) end""");
        stage.updates(3);
        assertThat(stage.trace()).containsExactly("minenil", "minenil", "minenil");
        instance.close();
    }

    @Test
    void a_callback_may_not_yield_and_the_next_ones_still_come() throws Exception {
        stage.start("""
                function init(self)
                  websocket.connect("ws://peer/", nil, function(self, conn, data)
                    log(data.event)
                    if is(data, "CONNECTED") then websocket.send(conn, "x") end
                    coroutine.yield()
                  end)
                end""");
        stage.updates(3);
        assertThat(stage.trace()).containsExactly("0", "2");
        assertThat(stage.errors)
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.located())
                        .isEqualTo("test.lua:5: attempt to yield across metamethod/C-call boundary"));
    }

    @Test
    void what_is_read_of_the_arguments_may_not_yield_inside_the_module() throws Exception {
        stage.start("""
                function init(self)
                  local params = setmetatable({}, { __index = function(t, k) coroutine.yield(k) end })
                  local co = coroutine.create(function()
                    log(select(2, pcall(websocket.connect, "ws://peer/", params, show)))
                    websocket.connect("ws://peer/", nil, show)
                    log(coroutine.status(co))
                  end)
                  coroutine.resume(co)
                  log(coroutine.status(co))
                end""");
        assertThat(stage.trace().get(0)).endsWith("attempt to yield across metamethod/C-call boundary");
        stage.update();
        assertThat(stage.host.connections()).hasSize(1);
        on(() -> stage.host.update(0));
    }

    @Test
    void one_that_another_thread_resumes_later_carries_on_its_script_call() throws Exception {
        ScriptInstance instance = stage.start("""
                function init(self)
                  self.co = coroutine.create(function()
                    local conn = websocket.connect("ws://peer/", nil, show)
                    coroutine.yield()
                    websocket.send(conn, "later")
                    coroutine.yield()
                    websocket.disconnect(conn)
                  end)
                  coroutine.resume(self.co)
                end
                function go(self) log(coroutine.resume(self.co)) end""");
        stage.update();
        on(() -> instance.call("go"));
        on(stage::update);
        stage.update();
        on(() -> instance.call("go"));
        stage.updates(2);
        assertThat(stage.trace())
                .containsExactly("CONNECTED ''", "true", "MESSAGE 'later'", "true", "DISCONNECTED '' 1000 ''");
    }

    /** The thread of a coroutine is let in; another one is not, though a coroutine is running. */
    @Test
    void other_threads_are_refused_while_a_coroutine_runs() throws Exception {
        CompletableFuture<Thread> coroutine = new CompletableFuture<>();
        stage.engine.put("intrude", (ScriptFunction) arguments -> {
            coroutine.complete(Thread.currentThread());
            assertThatThrownBy(() -> on(() -> stage.host.update(0)))
                    .hasCauseInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("a host is used by one thread at a time");
            return stage.host.connections().size();
        });
        stage.start("function init(self) coroutine.wrap(function() log(intrude()) end)() end");
        assertThat(stage.trace()).containsExactly("0");
        assertThat(coroutine.get(20, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    }

    @Test
    void an_exit_inside_ends_the_script_call_and_leaves_the_host_usable() throws Exception {
        stage.engine.put("leave", (ScriptFunction) arguments -> {
            throw stage.host.unwind("exit");
        });
        assertThatThrownBy(() -> stage.start("""
                function init(self)
                  websocket.connect("ws://peer/", nil, show)
                  co = coroutine.create(function() pcall(coroutine.wrap(function() pcall(leave) end)) log("not reached") end)
                  coroutine.resume(co)
                  log("nor this")
                end""")).isInstanceOf(ScriptUnwind.class);
        stage.update();
        assertThat(stage.trace()).containsExactly("CONNECTED ''");
        assertThat(stage.engine.eval("return coroutine.status(co) .. tostring(coroutine.running())"))
                .isEqualTo("deadnil");
    }

    @Test
    void connect_in_final_is_refused_inside_too() throws Exception {
        ScriptInstance instance = stage.start("""
                function final(self)
                  coroutine.wrap(function() log(select(2, pcall(websocket.connect, "ws://peer/", nil, show))) end)()
                end""");
        instance.close();
        assertThat(stage.trace()).singleElement().asString().endsWith("The script instance is closing");
    }

    @Test
    void each_call_from_outside_of_an_entry_is_one_of_its_own() throws Exception {
        stage.engine.eval("""
                co = coroutine.wrap(function()
                  local conn = websocket.connect("ws://peer/", nil, show)
                  coroutine.yield()
                  websocket.send(conn, "x")
                  coroutine.yield()
                end)
                co()""");
        stage.update();
        on(() -> stage.engine.eval("co()"));
        stage.update();
        assertThat(stage.trace()).containsExactly("CONNECTED ''", "MESSAGE 'x'");
    }

    private interface Deed {
        void run() throws Exception;
    }

    /** On a thread of its own. */
    private static void on(Deed deed) throws Exception {
        CompletableFuture<Void> done = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        deed.run();
                        done.complete(null);
                    } catch (Throwable e) {
                        done.completeExceptionally(e);
                    }
                })
                .start();
        try {
            done.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e.getCause());
        }
    }
}
