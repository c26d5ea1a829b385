package org.scriptsocket.lua.vm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The calls under way in one coroutine, and what becomes of an error in them. Knows no {@link LuaThread}, so that one that is forgotten can be collected. */
@NullMarked
public final class CallStack {

    /** As many as Lua 5.1 allows. */
    public static final int MOST = 20_000;
    /** A message handler that fails is called with its own error, so often at most. */
    private static final int HANDLERS = 100;
    /** So many tail calls of one function are levels at most; more would not be shown. */
    private static final int TAILS = 100;
    /** How many calls have to end after a stack overflow before there is room for a message handler. */
    private static final int ROOM = 100;

    /** The first is for the depth 1. */
    private CallFrame[] frames = new CallFrame[0];

    private int depth;
    /** How many there may be. */
    private int most = MOST;
    /** Whether a function of Java made the first call. */
    private final boolean host;
    /** The message handler of the innermost protected call, or null if that has none. */
    private @Nullable LuaValue handler;
    /** Whether nobody will see the traceback of an error. */
    private boolean untraced;
    /** How many message handlers are under way. */
    private int handling;
    /** Null until a script has chosen one. */
    private @Nullable LuaTable environment;

    /** @param host whether a function of Java makes the first call, rather than {@code coroutine.resume} */
    public CallStack(boolean host) {
        this.host = host;
    }

    /** The globals of what this coroutine loads; null for those that everything has. */
    public @Nullable LuaTable environment() {
        return environment;
    }

    public void environment(@Nullable LuaTable table) {
        environment = table;
    }

    /** Bounds how many calls there may be inside one another. */
    public void deepest(int calls) {
        most = calls;
    }

    CallFrame enter(LuaClosure function) {
        CallFrame frame = next();
        if (frame.function != function) {
            frame.function = function;
        }
        return frame;
    }

    private CallFrame next() {
        int at = depth;
        CallFrame[] known = frames;
        if (at >= known.length) {
            known = grow();
        }
        CallFrame frame = known[at];
        frame.pc = 0;
        frame.tailCalls = 0;
        depth = at + 1;
        return frame;
    }

    private CallFrame[] grow() {
        if (depth >= most) {
            throw new VmError("stack overflow");
        }
        CallFrame[] more = Arrays.copyOf(frames, Math.min(most, Math.max(16, 2 * frames.length)));
        for (int i = frames.length; i < more.length; i++) {
            more[i] = new CallFrame(i + 1);
        }
        frames = more;
        return more;
    }

    void leave(CallFrame frame) {
        depth = frame.depth - 1;
    }

    /** Lets what the calls that have ended leave behind be collected. */
    public void forget() {
        for (int i = depth; i < frames.length && frames[i].function != null; i++) {
            frames[i].function = null;
        }
    }

    /** Counts what the calls under way refer to, if there is a budget. */
    void tell(HeldMemory held) {
        held.add(environment);
        held.add(handler);
        for (int i = 0; i < depth; i++) {
            held.add(frames[i]);
        }
    }

    /** The call at a level, 0 being the function of Java that asks; null if there are not so many. */
    public @Nullable Level level(int number) {
        List<Level> levels = levels(number + 1);
        return number < levels.size() ? levels.get(number) : null;
    }

    /** The calls from a level on. */
    public Traceback traceback(int level) {
        return traceback(levels(Integer.MAX_VALUE), level);
    }

    private static Traceback traceback(List<Level> levels, int level) {
        int from = Math.max(level, 0);
        return new Traceback(from < levels.size() ? List.copyOf(levels.subList(from, levels.size())) : List.of(), from);
    }

    /** The same without the function of Java that made the first call, which its caller knows. */
    private Traceback inScripts(int level) {
        List<Level> levels = levels(Integer.MAX_VALUE);
        return traceback(host ? levels.subList(0, levels.size() - 1) : levels, level);
    }

    private List<Level> levels(int most) {
        List<Level> levels = new ArrayList<>();
        if (depth == 0 ? host : frames[depth - 1].function != null) {
            levels.add(javaAbove(depth));
        }
        for (int i = depth; i > 0 && levels.size() < most; i--) {
            add(levels, frames[i - 1]);
            if (i > 1 && frames[i - 2].isInJava()) {
                levels.add(javaAbove(i - 1));
            }
        }
        if (host && depth > 0) {
            levels.add(Level.java(null, 0));
        }
        return levels;
    }

    private Level javaAbove(int caller) {
        return caller == 0
                ? Level.java(null, 0)
                : Level.java(frames[caller - 1].function, frames[caller - 1].instruction());
    }

    private void add(List<Level> levels, CallFrame frame) {
        LuaClosure function = frame.function;
        if (function == null) {
            levels.add(Level.java(null, 0));
            return;
        }
        CallFrame caller = frame.depth > 1 && frame.tailCalls == 0 ? frames[frame.depth - 2] : null;
        levels.add(
                caller == null || caller.isInJava()
                        ? Level.script(function, frame.instruction(), null, 0)
                        : Level.script(function, frame.instruction(), caller.function, caller.instruction()));
        for (int i = 0; i < Math.min(frame.tailCalls, TAILS); i++) {
            levels.add(Level.tail());
        }
    }

    /** The final form of what came out of an instruction of a script; runs the message handler inside the calls that failed. */
    LuaError raised(Throwable thrown, CallFrame frame, LuaClosure function, int pc, LuaValue[] registers) {
        LuaError error = LuaError.of(thrown);
        depth = frame.depth;
        if (!error.isSettled()) {
            settle(error, frame, function, pc, registers);
            if (thrown instanceof StackOverflowError) {
                error.overflow(depth);
            }
        }
        if (handler != null && !error.isHandled() && hasRoom(error)) {
            error.handle(handled(error.value()));
        }
        return error;
    }

    private boolean hasRoom(LuaError error) {
        return error.overflow() == 0 || depth < error.overflow() - ROOM;
    }

    private void settle(LuaError error, CallFrame frame, LuaClosure function, int pc, LuaValue[] registers) {
        boolean inJava = frame.isInJava();
        if (!inJava) {
            frame.pc = pc;
        }
        if (error instanceof OperandError operand) {
            VariableName name = Names.of(operand, function, pc, registers);
            boolean here = name != null || !inJava || isCallee(operand, function, pc, registers);
            if (here) {
                frame.pc = pc;
            }
            text(error, name == null ? error.value() : LuaValue.valueOf(operand.named(name)), here ? 1 : 0);
        } else if (error.ofJava()) {
            text(error, argument(error, Names.called(function.p, pc)), error.level());
        } else {
            text(error, error.value(), inJava ? 0 : 1);
        }
        error.settle(untraced ? Traceback.NONE : inScripts(inJava && !host ? 0 : 1));
    }

    private static boolean isCallee(OperandError error, LuaClosure function, int pc, LuaValue[] registers) {
        return error.isCall() && registers[Lua.GETARG_A(function.p.code[pc])] == error.operand();
    }

    private static LuaValue argument(LuaError error, @Nullable VariableName name) {
        String text = error.calledAs(name == null ? null : name.name(), name != null && name.isMethod());
        return text == null ? error.value() : LuaValue.valueOf(text);
    }

    private void text(LuaError error, LuaValue value, int level) {
        Level at = level > 0 && value.isstring() ? level(level) : null;
        error.value(at == null ? value : at.position(value));
    }

    private LuaValue handled(LuaValue value) {
        LuaValue function = handler;
        if (function == null || !function.isfunction() || handling >= HANDLERS) {
            return LuaValue.valueOf("error in error handling");
        }
        int before = depth;
        handling++;
        try {
            if (!(function instanceof LuaClosure)) {
                next().function = null;
            }
            return function.call(value);
        } catch (RuntimeException e) {
            LuaError error = LuaError.of(e);
            return error.isHandled() ? error.value() : handled(error.value());
        } catch (StackOverflowError e) {
            return LuaValue.valueOf("error in error handling");
        } finally {
            handling--;
            depth = before;
        }
    }

    /**
     * Calls a function so that errors in it come out in their final form.
     *
     * @param handler makes another value of an error's value while the calls that failed are still under way; or null
     * @throws LuaError what the function threw
     */
    public Varargs call(LuaValue function, Varargs arguments, @Nullable LuaValue handler) {
        return call(function, arguments, handler, false);
    }

    /** The same, for a call that shows nobody the {@link LuaError#traceback}. */
    public Varargs protectedCall(LuaValue function, Varargs arguments, @Nullable LuaValue handler) {
        return call(function, arguments, handler, true);
    }

    private Varargs call(LuaValue function, Varargs arguments, @Nullable LuaValue handlerWithin, boolean isProtected) {
        int before = depth;
        LuaValue handlerBefore = handler;
        boolean protectedBefore = untraced;
        handler = handlerWithin;
        untraced = isProtected;
        try {
            if (before > 0 && !(function instanceof LuaClosure)) {
                next().function = null;
            }
            return function.invoke(arguments);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            depth = function instanceof LuaClosure ? before : Math.min(depth, before + 1);
            throw caught(LuaError.of(e));
        } finally {
            handler = handlerBefore;
            untraced = protectedBefore;
            depth = before;
            if (before == 0) {
                forget();
            }
        }
    }

    private LuaError caught(LuaError error) {
        if (!error.isSettled()) {
            text(error, argument(error, null), error.ofJava() ? error.level() : 0);
            error.settle(Traceback.NONE);
        }
        if (handler != null && !error.isHandled()) {
            error.handle(handled(error.value()));
        }
        return error;
    }
}
