package org.scriptsocket.lua;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.Budget;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Prototype;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.Arguments;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** {@code load}, {@code loadstring}, {@code loadfile} and {@code dofile}. Only source is loaded: bytecode can crash the VM. */
final class ChunkFunctions {

    private final LuaVm vm;

    ChunkFunctions(LuaVm vm) {
        this.vm = vm;
    }

    void define(LuaTable globals) {
        LibraryFunction.define(globals, "load", this::load);
        LibraryFunction.define(globals, "loadstring", args -> {
            LuaString source = Arguments.string(args, 1, "loadstring");
            return loaded(() -> source, Arguments.string(args, 2, "loadstring", source), null);
        });
        LibraryFunction.define(globals, "loadfile", args -> {
            LuaString file = file(args, "loadfile");
            return loaded(() -> source(file), name(file), args.narg() < 3 ? null : args.arg(3));
        });
        LibraryFunction.define(globals, "dofile", this::run);
    }

    /**
     * A file's chunk, for {@code require}.
     *
     * @throws LuaError if it can not be read or does not parse
     */
    LuaValue load(LuaString file) {
        return file(source(file), name(file));
    }

    /** The chunk of a file, whose code other engines may share. */
    LuaValue file(LuaString source, LuaString name) {
        return function(vm.compileFile(bytes(source), LuaText.string(name)), null);
    }

    /** Where a chunk comes from. */
    private interface Source {
        /** @throws LuaError why there is none */
        LuaString read();
    }

    /** A text or a function that gives one piece after the other; mode and environment are Lua 5.2's and LuaJIT's. */
    private Varargs load(Varargs args) {
        LuaValue mode = args.arg(3);
        LuaValue environment = args.narg() < 4 ? null : args.arg(4);
        if (mode.isstring() && mode.tojstring().indexOf('t') < 0) {
            return refused(LuaValue.valueOf("attempt to load chunk with wrong mode"));
        }
        if (args.arg1().isstring()) {
            LuaString source = args.arg1().strvalue();
            return loaded(() -> source, Arguments.string(args, 2, "load", source), environment);
        }
        LuaValue pieces = Arguments.function(args, 1, "load");
        LuaString name = Arguments.string(args, 2, "load", LuaValue.valueOf("=(load)"));
        return loaded(() -> joined(pieces), name, environment);
    }

    private LuaString joined(LuaValue pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            LuaValue piece = vm.globals()
                    .calls
                    .protectedCall(pieces, LuaValue.NONE, null)
                    .arg1();
            if (piece.isnil()) {
                break;
            }
            if (!piece.isstring()) {
                throw new LuaError(LuaValue.valueOf("reader function must return a string"), 0);
            }
            LuaString text = piece.strvalue();
            if (text.m_length == 0) {
                break;
            }
            bound(all.size() + (long) text.m_length);
            all.write(text.m_bytes, text.m_offset, text.m_length);
        }
        return LuaString.valueUsing(all.toByteArray());
    }

    private void bound(long bytes) {
        Budget budget = vm.globals().budget;
        if (budget != null) {
            budget.string(bytes);
        }
    }

    private Varargs run(Varargs args) {
        LuaString file = file(args, "dofile");
        LuaValue chunk;
        try {
            chunk = chunk(source(file), name(file), null);
        } catch (LuaError error) {
            throw new LuaError(error.value(), 0);
        }
        return chunk.invoke(LuaValue.NONE);
    }

    private Varargs loaded(Source source, LuaString name, @Nullable LuaValue environment) {
        try {
            return chunk(source.read(), name, environment);
        } catch (LuaError error) {
            return refused(error.value());
        }
    }

    private static Varargs refused(LuaValue why) {
        return LuaValue.varargsOf(LuaValue.NIL, why);
    }

    private LuaValue chunk(LuaString source, LuaString name, @Nullable LuaValue environment) {
        return function(vm.compile(bytes(source), LuaText.string(name)), environment);
    }

    private static byte[] bytes(LuaString source) {
        byte[] bytes = new byte[source.m_length];
        source.copyInto(0, bytes, 0, bytes.length);
        return bytes;
    }

    private LuaValue function(Prototype code, @Nullable LuaValue environment) {
        LuaTable chosen = vm.globals().calls.environment();
        return vm.closure(code, environment != null ? environment : chosen != null ? chosen : vm.globals());
    }

    /** A null string stands for the standard input. */
    private static @Nullable LuaString file(Varargs args, String function) {
        return args.isnoneornil(1) ? null : Arguments.string(args, 1, function);
    }

    private static LuaString name(@Nullable LuaString file) {
        return file == null ? LuaValue.valueOf("=stdin") : LuaText.of("@" + LuaText.string(file));
    }

    private LuaString source(@Nullable LuaString file) {
        String name = file == null ? "stdin" : LuaText.string(file);
        try {
            InputStream input = vm.globals().STDIN;
            byte[] bytes = file == null ? input.readAllBytes() : bytes(name);
            return LuaString.valueUsing(withoutShebang(bytes));
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new LuaError(LuaText.of("cannot open " + name + ": No such file or directory"), 0);
        } catch (AccessDeniedException e) {
            throw new LuaError(LuaText.of("cannot open " + name + ": Permission denied"), 0);
        } catch (IOException e) {
            throw new LuaError(LuaText.of("cannot read " + name), 0);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new LuaError(LuaText.of("cannot read " + file + ": Is a directory"), 0);
        }
        return Files.readAllBytes(path);
    }

    /** A first line that begins with {@code #} is left empty. */
    private static byte[] withoutShebang(byte[] source) {
        if (source.length > 0 && source[0] == '#') {
            for (int i = 0; i < source.length && source[i] != '\n'; i++) {
                source[i] = ' ';
            }
        }
        return source;
    }
}
