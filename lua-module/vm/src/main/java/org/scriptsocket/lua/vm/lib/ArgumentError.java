package org.scriptsocket.lua.vm.lib;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;

/** An argument of a library function is not what it should be. */
@NullMarked
public final class ArgumentError extends LuaError {

    private static final long serialVersionUID = 1;

    private final int position;
    private final String what;

    /** @param position from 1 */
    ArgumentError(int position, String function, String what) {
        super(text(position, function, what));
        this.position = position;
        this.what = what;
    }

    /**
     * The message, with the function called as the script called it.
     *
     * @param name as the call has it, or null if it has none
     * @param method whether it was called with {@code :}, which does not count the first argument
     */
    public String calledAs(@Nullable String name, boolean method) {
        String function = name == null ? "?" : name;
        if (method && position == 1) {
            return "calling '" + function + "' on bad self (" + what + ")";
        }
        return text(method ? position - 1 : position, function, what);
    }

    private static String text(int position, String function, String what) {
        return "bad argument #" + position + " to '" + function + "' (" + what + ")";
    }
}
