package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.lua.vm.LuaFunction;

/** What servers ask functions of a spec, from threads of their own; answered on the thread of the spec. Thread-safe. */
final class Questions implements AutoCloseable {

    /** Calls a function of a spec. */
    interface Asked {
        /** Whether the message is what it wants; what goes wrong meanwhile is added to the complaints. */
        boolean wants(LuaFunction function, Frame message, List<String> complaints);
    }

    private record Question(LuaFunction function, Frame message, CompletableFuture<Boolean> answer) {}

    private final Thread spec = Thread.currentThread();
    private final Consumer<Runnable> onSpec;
    private final Asked asked;
    private final Queue<Question> open = new ConcurrentLinkedQueue<>();
    /** Touched by the thread of the spec only. */
    private final List<String> complaints = new ArrayList<>();

    private volatile boolean closed;

    /** @param onSpec runs something on the thread of the spec, soon */
    Questions(Consumer<Runnable> onSpec, Asked asked) {
        this.onSpec = onSpec;
        this.asked = asked;
    }

    /** Waits for the answer; no, when the spec is over. */
    boolean ask(LuaFunction function, Frame message) {
        if (Thread.currentThread() == spec) {
            return asked.wants(function, message, complaints);
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        open.add(new Question(function, message, answer));
        if (closed) {
            refuseAll();
        } else {
            onSpec.accept(this::answerAll);
        }
        return answer.join();
    }

    /** On the thread of the spec. */
    void answerAll() {
        for (Question next = open.poll(); next != null; next = open.poll()) {
            next.answer().complete(asked.wants(next.function(), next.message(), complaints));
        }
    }

    /** What has gone wrong since the last call, a text each. On the thread of the spec. */
    List<String> takeComplaints() {
        List<String> all = List.copyOf(complaints);
        complaints.clear();
        return all;
    }

    private void refuseAll() {
        for (Question next = open.poll(); next != null; next = open.poll()) {
            next.answer().complete(false);
        }
    }

    /** Nobody waits for an answer any more. */
    @Override
    public void close() {
        closed = true;
        refuseAll();
    }
}
