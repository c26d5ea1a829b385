package org.scriptsocket.lua.vm;

import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Finds in the byte code of a function what the script calls the values in its registers, as Lua 5.1 does. */
@NullMarked
final class Names {

    private final Prototype code;

    private Names(Prototype code) {
        this.code = code;
    }

    /** The name of the value that an instruction could not work with, or null. */
    static @Nullable VariableName of(OperandError error, LuaClosure function, int pc, LuaValue[] registers) {
        int instruction = function.p.code[pc];
        int operation = Lua.GET_OPCODE(instruction);
        boolean call = operation == Lua.OP_CALL || operation == Lua.OP_TAILCALL;
        if (call != error.isCall()) {
            return null;
        }
        Names names = new Names(function.p);
        LuaValue operand = error.operand();
        return switch (operation) {
            case Lua.OP_GETTABUP -> names.upvalue(Lua.GETARG_B(instruction), operand, function);
            case Lua.OP_SETTABUP -> names.upvalue(Lua.GETARG_A(instruction), operand, function);
            case Lua.OP_CALL, Lua.OP_TAILCALL, Lua.OP_SETTABLE ->
                names.register(pc, registers, operand, Lua.GETARG_A(instruction), Lua.GETARG_A(instruction));
            case Lua.OP_GETTABLE, Lua.OP_SELF, Lua.OP_UNM, Lua.OP_LEN ->
                names.register(pc, registers, operand, Lua.GETARG_B(instruction), Lua.GETARG_B(instruction));
            case Lua.OP_CONCAT ->
                names.register(pc, registers, operand, Lua.GETARG_B(instruction), Lua.GETARG_C(instruction));
            case Lua.OP_ADD, Lua.OP_SUB, Lua.OP_MUL, Lua.OP_DIV, Lua.OP_MOD, Lua.OP_POW ->
                names.either(pc, registers, operand, Lua.GETARG_B(instruction), Lua.GETARG_C(instruction));
            default -> null;
        };
    }

    /** The name by which an instruction calls a function, or null. */
    static @Nullable VariableName called(Prototype code, int pc) {
        int instruction = code.code[pc];
        return switch (Lua.GET_OPCODE(instruction)) {
            case Lua.OP_CALL, Lua.OP_TAILCALL, Lua.OP_TFORCALL -> new Names(code).at(pc, Lua.GETARG_A(instruction));
            default -> null;
        };
    }

    @SuppressWarnings("ReferenceEquality") // the value itself is looked for
    private @Nullable VariableName upvalue(int index, LuaValue operand, LuaClosure function) {
        return function.upValues[index].getValue() == operand ? new VariableName("upvalue", upvalue(index)) : null;
    }

    private String upvalue(int index) {
        LuaString name = index < code.upvalues.length ? code.upvalues[index].name : null;
        return name == null ? "?" : name.tojstring();
    }

    /** The last of some registers that holds the value. */
    @SuppressWarnings("ReferenceEquality") // the value itself is looked for
    private @Nullable VariableName register(int pc, LuaValue[] registers, LuaValue operand, int first, int last) {
        for (int i = last; i >= first; i--) {
            if (registers[i] == operand) {
                return at(pc, i);
            }
        }
        return null;
    }

    private @Nullable VariableName either(int pc, LuaValue[] registers, LuaValue operand, int left, int right) {
        VariableName name = Lua.ISK(left) ? null : register(pc, registers, operand, left, left);
        return name != null || Lua.ISK(right) ? name : register(pc, registers, operand, right, right);
    }

    /** The name of the value in a register. */
    private @Nullable VariableName at(int pc, int register) {
        LuaString local = code.getlocalname(register + 1, pc);
        if (local != null) {
            return new VariableName("local", local.tojstring());
        }
        int setter = setter(pc, register);
        return setter < 0 ? null : loaded(setter);
    }

    private @Nullable VariableName loaded(int pc) {
        int instruction = code.code[pc];
        int b = Lua.GETARG_B(instruction);
        return switch (Lua.GET_OPCODE(instruction)) {
            case Lua.OP_MOVE -> b < Lua.GETARG_A(instruction) ? at(pc, b) : null;
            case Lua.OP_GETTABUP -> field(isEnvironment(upvalue(b)), Lua.GETARG_C(instruction));
            case Lua.OP_GETTABLE -> {
                LuaString table = code.getlocalname(b + 1, pc);
                yield field(table != null && isEnvironment(table.tojstring()), Lua.GETARG_C(instruction));
            }
            case Lua.OP_GETUPVAL -> new VariableName("upvalue", upvalue(b));
            case Lua.OP_SELF -> new VariableName("method", constant(Lua.GETARG_C(instruction)));
            default -> null;
        };
    }

    private static boolean isEnvironment(String name) {
        return name.equals("_ENV");
    }

    private VariableName field(boolean global, int key) {
        return new VariableName(global ? "global" : "field", constant(key));
    }

    private String constant(int key) {
        return Lua.ISK(key) && code.k[Lua.INDEXK(key)] instanceof LuaString name ? name.tojstring() : "?";
    }

    /** The last instruction before another that changed a register, or -1. */
    private int setter(int last, int register) {
        int setter = -1;
        for (int pc = 0; pc < last; pc++) {
            int instruction = code.code[pc];
            if (Lua.GET_OPCODE(instruction) == Lua.OP_JMP) {
                pc += forward(pc, last, instruction);
            } else if (changes(instruction, register)) {
                setter = pc;
            }
        }
        return setter;
    }

    private static int forward(int pc, int last, int jump) {
        int by = Lua.GETARG_sBx(jump);
        return by > 0 && pc + 1 + by <= last ? by : 0;
    }

    private static boolean changes(int instruction, int register) {
        int a = Lua.GETARG_A(instruction);
        int operation = Lua.GET_OPCODE(instruction);
        return switch (operation) {
            case Lua.OP_LOADNIL -> a <= register && register <= a + Lua.GETARG_B(instruction);
            case Lua.OP_TFORCALL -> register >= a + 2;
            case Lua.OP_CALL, Lua.OP_TAILCALL -> register >= a;
            case Lua.OP_TEST -> register == a;
            default -> Lua.testAMode(operation) && register == a;
        };
    }
}
