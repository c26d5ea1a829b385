package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Lua 5.1's {@code os}. {@code os.clock} is the time since this class was loaded, as of a JVM with one busy thread. */
@NullMarked
public final class OsLib extends TwoArgFunction {

    private static final long START = System.nanoTime();
    private static final String[] CATEGORIES = {"all", "collate", "ctype", "monetary", "numeric", "time"};

    @Override
    public LuaValue call(LuaValue name, LuaValue globals) {
        LuaTable os = new LuaTable();
        LibraryFunction.define(os, "clock", args -> LuaValue.valueOf((System.nanoTime() - START) / 1e9));
        LibraryFunction.define(os, "date", OsLib::date);
        LibraryFunction.define(os, "difftime", OsLib::difftime);
        LibraryFunction.define(os, "execute", OsLib::execute);
        LibraryFunction.define(os, "exit", args -> {
            throw new LuaError("os.exit is not available here");
        });
        LibraryFunction.define(os, "getenv", args -> text(System.getenv(string(args, 1, "getenv"))));
        LibraryFunction.define(os, "remove", OsLib::remove);
        LibraryFunction.define(os, "rename", OsLib::rename);
        LibraryFunction.define(os, "setlocale", OsLib::setlocale);
        LibraryFunction.define(os, "time", OsLib::time);
        LibraryFunction.define(os, "tmpname", OsLib::tmpname);
        return LibraryFunction.publish(globals, "os", os);
    }

    private static String string(Varargs args, int position, String function) {
        return Arguments.string(args, position, function).tojstring();
    }

    private static LuaValue text(@Nullable String text) {
        return text == null ? LuaValue.NIL : LuaValue.valueOf(text);
    }

    private static Varargs date(Varargs args) {
        LuaString format = Arguments.string(args, 1, "date", LuaValue.valueOf("%c"));
        double seconds = Arguments.number(args, 2, "date", now());
        boolean universal = format.m_length > 0 && format.m_bytes[format.m_offset] == '!';
        ZoneId zone = universal ? ZoneOffset.UTC : ZoneId.systemDefault();
        ZonedDateTime time = Instant.ofEpochSecond((long) seconds).atZone(zone);
        LuaString rest = universal ? format.substring(1, format.m_length) : format;
        return rest.tojstring().equals("*t") ? CalendarTable.of(time) : new DateFormat(time).format(rest);
    }

    private static double now() {
        return Math.floor(System.currentTimeMillis() / 1000.0);
    }

    private static Varargs difftime(Varargs args) {
        double first = Arguments.number(args, 1, "difftime");
        return LuaValue.valueOf(first - Arguments.number(args, 2, "difftime", 0));
    }

    private static Varargs time(Varargs args) {
        if (args.isnoneornil(1)) {
            return LuaValue.valueOf(now());
        }
        LuaTable table = Arguments.table(args, 1, "time");
        return LuaValue.valueOf((double) CalendarTable.seconds(table, ZoneId.systemDefault()));
    }

    /** As C's {@code system}: the exit code is in the second byte. */
    private static Varargs execute(Varargs args) {
        if (args.isnoneornil(1)) {
            return LuaValue.ONE;
        }
        try {
            int code = RunningProgram.shell(string(args, 1, "execute"))
                    .inheritIO()
                    .start()
                    .waitFor();
            return LuaValue.valueOf(code << 8);
        } catch (IOException e) {
            return LuaValue.valueOf(-1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LuaValue.valueOf(-1);
        }
    }

    private static Varargs remove(Varargs args) {
        String file = string(args, 1, "remove");
        return FileMethods.results(file, () -> {
            Files.delete(path(file));
            return LuaValue.TRUE;
        });
    }

    private static Varargs rename(Varargs args) {
        String from = string(args, 1, "rename");
        String to = string(args, 2, "rename");
        return FileMethods.results(from, () -> {
            Files.move(path(from), path(to), StandardCopyOption.REPLACE_EXISTING);
            return LuaValue.TRUE;
        });
    }

    private static Path path(String file) throws IOException {
        if (file.isEmpty() || file.indexOf('\0') >= 0) {
            throw new NoSuchFileException(file);
        }
        return Path.of(file);
    }

    private static Varargs tmpname(Varargs args) {
        try {
            return LuaValue.valueOf(Files.createTempFile("lua_", "").toString());
        } catch (IOException e) {
            throw new LuaError("unable to generate a unique filename");
        }
    }

    /** There is the locale of C only. */
    private static Varargs setlocale(Varargs args) {
        String locale =
                Arguments.string(args, 1, "setlocale", LuaValue.valueOf("C")).tojstring();
        Arguments.option(args, 2, "setlocale", "all", CATEGORIES);
        boolean known = locale.isEmpty() || locale.equals("C") || locale.equals("POSIX");
        return known ? LuaValue.valueOf("C") : LuaValue.NIL;
    }
}
