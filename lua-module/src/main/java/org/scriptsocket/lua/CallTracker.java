package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaFunction;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.NumberText;
import org.scriptsocket.lua.vm.Prototype;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.DebugLib;
import org.scriptsocket.lua.vm.lib.OneArgFunction;

/** Follows the calls of one VM, so that errors can say where they come from; LuaJ tells it each step as it would its debug library. */
final class CallTracker extends DebugLib {

    /** The stack of the coroutine that is running. */
    private ActiveCalls stack = new ActiveCalls();
    /** The last error that the VM raised, until it is caught. */
    private @Nullable RaisedMessage raised;

    private final LuaFunction errorHook = new OneArgFunction() {
        @Override
        public LuaValue call(LuaValue message) {
            return raise(message);
        }
    };

    /** What the {@code errorfunc} of each of the VM's threads has to be. */
    LuaFunction errorHook() {
        return errorHook;
    }

    ActiveCalls stack() {
        return stack;
    }

    /** Another coroutine runs from now on. */
    void stack(ActiveCalls next) {
        stack = next;
    }

    @Override
    public void onCall(LuaFunction function) {
        stack.push(null);
    }

    @Override
    public void onCall(LuaClosure function, Varargs arguments, LuaValue[] registers) {
        stack.push(function);
    }

    @Override
    public void onInstruction(int pc, Varargs v, int top) {
        stack.at(pc);
    }

    @Override
    public void onReturn() {
        stack.pop();
    }

    @Override
    public String traceback(int level) {
        return "stack traceback:\n\t" + String.join("\n\t", stack.calls(level).lines());
    }

    /** An error as Lua's {@code error} raises it. A level of 0 adds no position. */
    LuaFailure failure(LuaValue value, int level) {
        Position position = value.isstring() && level > 0 ? stack.position(level) : null;
        return handle(position == null ? value : at(position, value), null);
    }

    /** The same for a text from Java, at the function that called into Java. */
    LuaFailure failure(String message) {
        return failure(LuaText.of(message), 1);
    }

    /** What a coroutine threw, thrown again where its wrapper was called: a text gets that position too, as in Lua 5.1. */
    LuaFailure passedOn(LuaFailure failure) {
        LuaValue value = failure.value();
        Position position = value.isstring() ? stack.position(1) : null;
        LuaValue text = position == null ? value : at(position, value);
        LuaValue handler = stack.handler();
        return handler == null
                ? new LuaFailure(text, failure.calls(), false, failure.getCause())
                : new LuaFailure(handled(stack, handler, text), failure.calls(), true, failure.getCause());
    }

    /** The final form of what came out of a call. */
    LuaFailure failure(Throwable thrown) {
        if (thrown instanceof LuaFailure known) {
            return known;
        }
        if (thrown instanceof LuaError error) {
            return caught(error);
        }
        return new LuaFailure(LuaText.of(sentence(thrown)), Calls.NONE, false, thrown);
    }

    private LuaFailure caught(LuaError error) {
        RaisedMessage last = raised;
        if (last != null && last.isIn(error)) {
            raised = null;
            LuaFailure failure = last.failure();
            return error.getCause() == null
                    ? failure
                    : new LuaFailure(failure.value(), failure.calls(), failure.isHandled(), error.getCause());
        }
        return new LuaFailure(value(error), Calls.NONE, false, error.getCause());
    }

    /** Of an error that went through no function of a script. */
    private static LuaValue value(LuaError error) {
        LuaValue value = error.getMessageObject();
        if (value == null) {
            return LuaValue.NIL;
        }
        return value instanceof LuaString text ? LuaText.of(VmMessages.inLua(text.tojstring())) : value;
    }

    private static String sentence(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "stack overflow";
        }
        if (thrown instanceof OutOfMemoryError) {
            return "not enough memory";
        }
        String message = thrown.getMessage();
        return message == null ? "internal error" : message;
    }

    private static LuaValue at(Position position, LuaValue message) {
        LuaValue text = message instanceof LuaString ? message : LuaText.of(NumberText.of(message.todouble()));
        return LuaText.of(position + ": ").concat(text);
    }

    /** Lets the message handler, if there is one, make the value; still inside the calls that failed. */
    private LuaFailure handle(LuaValue value, @Nullable Throwable cause) {
        Calls calls = stack.calls(1);
        LuaValue handler = stack.handler();
        return handler == null
                ? new LuaFailure(value, calls, false, cause)
                : new LuaFailure(handled(stack, handler, value), calls, true, cause);
    }

    /** What a message handler makes of a value. */
    LuaValue handled(ActiveCalls calls, LuaValue handler, LuaValue value) {
        LuaValue before = calls.handler();
        int depth = calls.depth();
        calls.handler(null);
        try {
            return handler.call(value);
        } catch (LuaError | StackOverflowError e) {
            return LuaText.of("error in error handling");
        } finally {
            calls.restore(depth, before);
        }
    }

    /** The VM raises an error, with LuaJ's own way of telling the position. */
    private LuaValue raise(LuaValue message) {
        LuaValue value = LuaText.of(rewritten(message.tojstring()));
        RaisedMessage made;
        try {
            made = new RaisedMessage(handle(value, null), null);
        } catch (Error unwind) {
            made = new RaisedMessage(new LuaFailure(value, Calls.NONE, true, unwind), unwind);
        }
        raised = made;
        return made;
    }

    private String rewritten(String message) {
        LuaClosure function = stack.function(1);
        Position position = stack.position(1);
        if (function == null || position == null) {
            return VmMessages.inLua(message);
        }
        Prototype code = function.p;
        String prefix = (code.source == null ? "?" : code.source.tojstring()) + ":" + position.line() + " ";
        String text = message.startsWith(prefix) ? message.substring(prefix.length()) : message;
        return position + ": " + VmMessages.inLua(text);
    }
}
