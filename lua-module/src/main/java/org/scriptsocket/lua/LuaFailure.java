package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.NumberText;

/** An error in a script, in its final form: the value that {@code pcall} gives, and the calls that led to it. */
final class LuaFailure extends LuaError {

    private static final long serialVersionUID = 1;

    private final transient LuaValue value;
    private final transient Calls calls;
    /** Whether the message handler of an {@code xpcall} has made the value. */
    private final boolean handled;

    LuaFailure(LuaValue value, Calls calls, boolean handled, @Nullable Throwable cause) {
        super((String) null);
        this.value = value;
        this.calls = calls;
        this.handled = handled;
        this.cause = cause;
        // Keeps LuaJ from putting a position before a message that has one.
        this.traceback = "";
    }

    LuaValue value() {
        return value;
    }

    Calls calls() {
        return calls;
    }

    boolean isHandled() {
        return handled;
    }

    @Override
    public String getMessage() {
        return text();
    }

    /** The value as a text. */
    String text() {
        LuaValue tag = value.isstring() ? LuaValue.NIL : value.metatag(LuaValue.TOSTRING);
        if (!tag.isnil()) {
            try {
                return plain(tag.call(value));
            } catch (LuaError | StackOverflowError e) {
                return "(error object is a " + value.typename() + " value)";
            }
        }
        return plain(value);
    }

    private static String plain(LuaValue value) {
        if (value instanceof LuaString string) {
            return LuaText.string(string);
        }
        return value.isnumber()
                ? NumberText.of(value.todouble())
                : "(error object is a " + value.typename() + " value)";
    }

    @Override
    public LuaValue getMessageObject() {
        return value;
    }

    /** Scripts throw often and have calls of their own to show. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
