package org.scriptsocket.lua.vm;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A value with which something can not be done. */
@NullMarked
final class OperandError extends VmError {

    private static final long serialVersionUID = 1;

    private final String operation;
    private final transient LuaValue operand;

    OperandError(String operation, LuaValue operand) {
        super(text(operation, operand, null));
        this.operation = operation;
        this.operand = operand;
    }

    /** The message with the name that the value has in the script. */
    String named(VariableName name) {
        return text(operation, operand, name);
    }

    LuaValue operand() {
        return operand;
    }

    boolean isCall() {
        return operation.equals("call");
    }

    private static String text(String operation, LuaValue operand, @Nullable VariableName name) {
        String type = operand.typename();
        return "attempt to " + operation + " "
                + (name == null ? "a " + type + " value" : name + " (a " + type + " value)");
    }
}
