package org.scriptsocket.lua.vm;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * An error that scripts can catch.
 *
 * <p>On its way out of the first function of a script it gets its final form: the position before its text, the value that a message
 * handler makes of it, and the calls that led to it.
 */
@NullMarked
public class LuaError extends RuntimeException {

    private static final long serialVersionUID = 1;

    private transient LuaValue value;
    private final int level;
    private transient Traceback traceback = Traceback.NONE;
    private boolean settled;
    private boolean handled;
    /** Null until the message was fixed. */
    private @Nullable String message;
    /** How deep the calls were when they became too many; 0 for other errors. */
    private int overflow;

    /** A text from a function of Java, to which the position of the one who called that is added. */
    public LuaError(String message) {
        this(LuaValue.valueOf(message), 1);
    }

    /** A text from a function of Java. */
    public LuaError(String message, int level) {
        this(LuaValue.valueOf(message), level);
    }

    /** What a function of Java threw. */
    public LuaError(Throwable cause) {
        this(LuaValue.valueOf(sentence(cause)), cause instanceof OutOfMemoryError ? 0 : 1, cause);
    }

    public LuaError(LuaValue value) {
        this(value, 1);
    }

    /** @param level of the call whose position is added to a text, 1 being the function that called into Java; 0 adds none */
    public LuaError(LuaValue value, int level) {
        this(value, level, null);
    }

    private LuaError(LuaValue value, int level, @Nullable Throwable cause) {
        super(null, cause, false, false);
        this.value = value;
        this.level = level;
    }

    /** What was thrown as an error of Lua. An {@link Error} of the host is thrown on. */
    public static LuaError of(Throwable thrown) {
        if (thrown instanceof LuaError known) {
            return known;
        }
        if (thrown instanceof Error error
                && !(thrown instanceof StackOverflowError)
                && !(thrown instanceof OutOfMemoryError)) {
            throw error;
        }
        return new LuaError(thrown);
    }

    /** The same error, raised anew in the coroutine that resumed the one where it happened: a text gets the position of that call too. */
    public final LuaError again() {
        LuaError error = new LuaError(value, 1, getCause());
        error.traceback = traceback.inScript();
        return error;
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

    /** What {@code pcall} gives. */
    public final LuaValue value() {
        return value;
    }

    final void value(LuaValue next) {
        value = next;
    }

    final int level() {
        return level;
    }

    /** Whether it comes from a function of Java rather than from the VM. */
    boolean ofJava() {
        return true;
    }

    /**
     * The message of an error of an argument, with the function called as the script called it; null for other errors.
     *
     * @param name as the call has it, or null if it has none
     * @param method whether it was called with {@code :}
     */
    public @Nullable String calledAs(@Nullable String name, boolean method) {
        return null;
    }

    /** The calls that were under way, as far as they are known. */
    public final Traceback traceback() {
        return traceback;
    }

    final void settle(Traceback calls) {
        if (traceback == Traceback.NONE) {
            traceback = calls;
        }
        settled = true;
    }

    final boolean isSettled() {
        return settled;
    }

    final boolean isHandled() {
        return handled;
    }

    final void handle(LuaValue result) {
        value = result;
        handled = true;
    }

    final void overflow(int depth) {
        overflow = depth;
    }

    final int overflow() {
        return overflow;
    }

    /** The value as a text, made by its {@code __tostring} if it has one. */
    @Override
    public final String getMessage() {
        String known = message;
        return known == null ? text() : known;
    }

    /** The message is what it is now: no function of a script makes it later. */
    public final void fix() {
        message = text();
    }

    private String text() {
        LuaValue tag = value.isstring() ? LuaValue.NIL : value.metatag(LuaValue.TOSTRING);
        if (tag.isnil()) {
            return plain(value);
        }
        try {
            return plain(tag.call(value));
        } catch (RuntimeException | StackOverflowError e) {
            return plain(LuaValue.NIL);
        }
    }

    private String plain(LuaValue text) {
        if (text instanceof LuaString string) {
            return new String(string.m_bytes, string.m_offset, string.m_length, StandardCharsets.UTF_8);
        }
        return text.isnumber() ? NumberText.of(text.todouble()) : "(error object is a " + value.typename() + " value)";
    }
}
