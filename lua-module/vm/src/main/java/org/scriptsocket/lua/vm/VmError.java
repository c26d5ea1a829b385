package org.scriptsocket.lua.vm;

/** An error that the VM raises while it does what a script says; one that comes from inside a function of Java gets no position. */
class VmError extends LuaError {

    private static final long serialVersionUID = 1;

    VmError(String message) {
        super(message);
    }

    @Override
    boolean ofJava() {
        return false;
    }
}
