package org.scriptsocket.lua;

import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.VarArgFunction;

/** What {@code coroutine.wrap} gives. */
final class WrappedCoroutine extends VarArgFunction implements HeldMemory.Holder {

    private final Coroutine coroutine;

    WrappedCoroutine(Coroutine coroutine) {
        this.name = "wrap";
        this.coroutine = coroutine;
    }

    @Override
    public Varargs invoke(Varargs arguments) {
        if (!coroutine.isSuspended()) {
            throw new LuaError("cannot resume " + coroutine.getStatus() + " coroutine");
        }
        try {
            return coroutine.resume(arguments);
        } catch (LuaError error) {
            throw error.again();
        }
    }

    @Override
    public void tell(HeldMemory held) {
        held.add(coroutine);
    }

    @Override
    public String tojstring() {
        return "function: builtin: wrap";
    }
}
