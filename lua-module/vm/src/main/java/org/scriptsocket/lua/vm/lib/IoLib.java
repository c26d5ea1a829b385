package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Lua 5.1's {@code io}. */
@NullMarked
public final class IoLib extends TwoArgFunction {

    private final LuaTable metatable = FileMethods.metatable();
    private final LuaFile standardInput;
    private final LuaFile standardOutput;
    private final LuaFile standardError;
    private LuaFile input;
    private LuaFile output;

    /** @param globals whose streams are the standard files */
    public IoLib(Globals globals) {
        standardInput = new LuaFile(new ByteSource(globals.STDIN), metatable);
        standardOutput = new LuaFile(new ByteSink(() -> globals.STDOUT), metatable);
        standardError = new LuaFile(new ByteSink(() -> globals.STDERR), metatable);
        input = standardInput;
        output = standardOutput;
    }

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable io = new LuaTable();
        io.set("stdin", standardInput);
        io.set("stdout", standardOutput);
        io.set("stderr", standardError);
        LibraryFunction.define(io, "close", this::close);
        LibraryFunction.define(io, "flush", args -> FileMethods.flush(output()));
        LibraryFunction.define(io, "input", this::input);
        LibraryFunction.define(io, "lines", this::lines);
        LibraryFunction.define(io, "open", this::open);
        LibraryFunction.define(io, "output", this::output);
        LibraryFunction.define(io, "popen", this::popen);
        LibraryFunction.define(io, "read", args -> FileMethods.read(input(), args, 1));
        LibraryFunction.define(io, "tmpfile", this::tmpfile);
        LibraryFunction.define(io, "type", IoLib::type);
        LibraryFunction.define(io, "write", args -> FileMethods.write(output(), args, 1));
        return LibraryFunction.publish(globals, "io", io);
    }

    private LuaFile input() {
        return open(input, "input");
    }

    private LuaFile output() {
        return open(output, "output");
    }

    private static LuaFile open(LuaFile file, String which) {
        if (file.isClosed()) {
            throw new LuaError("standard " + which + " file is closed");
        }
        return file;
    }

    private Varargs close(Varargs args) {
        return FileMethods.close(args.narg() == 0 ? output : LuaFile.in(args, 1, "close"));
    }

    private Varargs input(Varargs args) {
        if (!args.isnoneornil(1)) {
            input = chosen(args, "input", "r");
        }
        return input;
    }

    private Varargs output(Varargs args) {
        if (!args.isnoneornil(1)) {
            output = chosen(args, "output", "w");
        }
        return output;
    }

    private LuaFile chosen(Varargs args, String function, String mode) {
        if (args.arg1().isstring()) {
            return mustOpen(args.arg1().tojstring(), mode, function);
        }
        LuaFile file = LuaFile.in(args, 1, function);
        file.stream();
        return file;
    }

    private LuaFile mustOpen(String file, String mode, String function) {
        try {
            return open(file, mode);
        } catch (IOException e) {
            throw Arguments.error(1, function, file + ": " + SystemFailure.text(e));
        }
    }

    private Varargs lines(Varargs args) {
        if (args.isnoneornil(1)) {
            return FileMethods.lines(input, false);
        }
        String file = Arguments.string(args, 1, "lines").tojstring();
        return FileMethods.lines(mustOpen(file, "r", "lines"), true);
    }

    private Varargs open(Varargs args) {
        String file = Arguments.string(args, 1, "open").tojstring();
        String mode = Arguments.string(args, 2, "open", LuaValue.valueOf("r")).tojstring();
        return FileMethods.results(file, () -> open(file, mode));
    }

    private LuaFile open(String file, String mode) throws IOException {
        OpenMode known = OpenMode.of(mode);
        if (known == null) {
            throw new IOException("Invalid argument");
        }
        if (file.isEmpty()) {
            throw new NoSuchFileException(file);
        }
        try {
            return new LuaFile(new DiskFile(Path.of(file), known), metatable);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(file);
        }
    }

    private Varargs popen(Varargs args) {
        String command = Arguments.string(args, 1, "popen").tojstring();
        String mode = Arguments.string(args, 2, "popen", LuaValue.valueOf("r")).tojstring();
        return FileMethods.results(command, () -> switch (mode) {
            case "r" -> new LuaFile(RunningProgram.toRead(command), metatable);
            case "w" -> new LuaFile(RunningProgram.toWrite(command), metatable);
            default -> throw new IOException("Invalid argument");
        });
    }

    private Varargs tmpfile(Varargs args) {
        return FileMethods.results(null, () -> {
            Path path = Files.createTempFile("lua_", "");
            path.toFile().deleteOnExit();
            return open(path.toString(), "w+");
        });
    }

    private static Varargs type(Varargs args) {
        return Arguments.any(args, 1, "type") instanceof LuaFile file
                ? LuaValue.valueOf(file.isClosed() ? "closed file" : "file")
                : LuaValue.NIL;
    }
}
