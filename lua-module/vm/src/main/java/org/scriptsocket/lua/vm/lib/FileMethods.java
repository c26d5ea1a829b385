package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** The methods of files, and what those of {@code io} share with them. */
@NullMarked
final class FileMethods {

    private FileMethods() {}

    /** Something that reads or writes; a failure becomes its results. */
    interface Operation {
        Varargs run() throws IOException;
    }

    static LuaTable metatable() {
        LuaTable methods = new LuaTable();
        methods.rawset(LuaValue.INDEX, methods);
        LibraryFunction.define(methods, "close", args -> close(LuaFile.in(args, 1, "close")));
        LibraryFunction.define(methods, "flush", args -> flush(LuaFile.in(args, 1, "flush")));
        LibraryFunction.define(methods, "lines", args -> lines(LuaFile.in(args, 1, "lines"), false));
        LibraryFunction.define(methods, "read", args -> read(LuaFile.in(args, 1, "read"), args, 2));
        LibraryFunction.define(methods, "seek", FileMethods::seek);
        LibraryFunction.define(methods, "setvbuf", FileMethods::setvbuf);
        LibraryFunction.define(methods, "write", args -> write(LuaFile.in(args, 1, "write"), args, 2));
        LibraryFunction.define(methods, "__gc", args -> LuaValue.NONE);
        LibraryFunction.define(
                methods,
                "__tostring",
                args -> LuaValue.valueOf(LuaFile.in(args, 1, "tostring").tojstring()));
        return methods;
    }

    static Varargs results(@Nullable String file, Operation operation) {
        try {
            return operation.run();
        } catch (IOException e) {
            return SystemFailure.results(e, file);
        }
    }

    static Varargs close(LuaFile file) {
        LuaStream stream = file.stream();
        if (!stream.closable()) {
            return LuaValue.varargsOf(LuaValue.NIL, LuaValue.valueOf("cannot close standard file"));
        }
        file.markClosed();
        return results(null, stream::close);
    }

    static Varargs flush(LuaFile file) {
        LuaStream stream = file.stream();
        return results(null, () -> {
            stream.flush();
            return LuaValue.TRUE;
        });
    }

    /** @param closes whether the end of the lines closes the file */
    static Varargs lines(LuaFile file, boolean closes) {
        file.stream();
        return LibraryFunction.of("lines", args -> nextLine(file, closes));
    }

    private static Varargs nextLine(LuaFile file, boolean closes) {
        if (file.isClosed()) {
            throw new LuaError("file is already closed");
        }
        try {
            LuaValue line = new FileFormats(file.stream()).line();
            if (!line.isnil()) {
                return line;
            }
        } catch (IOException e) {
            throw new LuaError(SystemFailure.text(e));
        }
        if (closes) {
            close(file);
        }
        return LuaValue.NONE;
    }

    /** @param first position of the first format among the arguments */
    static Varargs read(LuaFile file, Varargs args, int first) {
        FileFormats formats = new FileFormats(file.stream());
        return results(null, () -> {
            if (args.narg() < first) {
                return formats.line();
            }
            LuaValue[] values = new LuaValue[args.narg() - first + 1];
            for (int i = 0; i < values.length; i++) {
                values[i] = read(formats, args, first + i);
                if (values[i].isnil()) {
                    return LuaValue.varargsOf(values, 0, i + 1);
                }
            }
            return LuaValue.varargsOf(values);
        });
    }

    private static LuaValue read(FileFormats formats, Varargs args, int position) throws IOException {
        LuaValue format = args.arg(position);
        if (format.type() == LuaValue.TNUMBER) {
            return formats.bytes(Arguments.integer(args, position, "read"));
        }
        String text = format instanceof LuaString name ? name.tojstring() : "";
        if (!text.startsWith("*")) {
            throw Arguments.error(position, "read", "invalid option");
        }
        return switch (text.length() > 1 ? text.charAt(1) : 0) {
            case 'l' -> formats.line();
            case 'a' -> formats.all();
            case 'n' -> formats.number();
            default -> throw Arguments.error(position, "read", "invalid format");
        };
    }

    /** @param first position of the first text among the arguments */
    static Varargs write(LuaFile file, Varargs args, int first) {
        LuaStream stream = file.stream();
        return results(null, () -> {
            for (int i = first; i <= args.narg(); i++) {
                stream.write(Arguments.string(args, i, "write"));
            }
            return LuaValue.TRUE;
        });
    }

    private static Varargs seek(Varargs args) {
        LuaStream stream = LuaFile.in(args, 1, "seek").stream();
        int whence = Arguments.option(args, 2, "seek", "cur", "set", "cur", "end");
        long offset = Arguments.integer(args, 3, "seek", 0);
        return results(null, () -> LuaValue.valueOf((double) stream.seek(whence, offset)));
    }

    /** Nothing is buffered that is written. */
    private static Varargs setvbuf(Varargs args) {
        LuaFile.in(args, 1, "setvbuf").stream();
        Arguments.option(args, 2, "setvbuf", null, "no", "full", "line");
        Arguments.integer(args, 3, "setvbuf", 0);
        return LuaValue.TRUE;
    }
}
