package org.scriptsocket.lua;

import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaValue;

/**
 * What LuaJ's error hook returns: LuaJ keeps only its text, by whose identity (not its content) the failure is found again where the error is caught.
 */
final class RaisedMessage extends LuaValue {

    private final String text;
    private final LuaFailure failure;
    /** What the message handler threw that no script may catch, or null. */
    private final @Nullable Error unwind;

    @SuppressWarnings("StringConstructor") // an identity of its own is the point
    RaisedMessage(LuaFailure failure, @Nullable Error unwind) {
        this.text = new String(failure.text());
        this.failure = failure;
        this.unwind = unwind;
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isIn(LuaError error) {
        return error.getMessage() == text;
    }

    LuaFailure failure() {
        if (unwind != null) {
            throw unwind;
        }
        return failure;
    }

    @Override
    public String tojstring() {
        return text;
    }

    @Override
    public int type() {
        return TUSERDATA;
    }

    @Override
    public String typename() {
        return "userdata";
    }
}
