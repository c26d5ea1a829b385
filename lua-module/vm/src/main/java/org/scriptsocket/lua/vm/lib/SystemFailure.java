package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** Failures of the operating system as C tells them: a text and the number of it. */
@NullMarked
final class SystemFailure {

    private static final int OTHER = 5;
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("Operation not permitted", 1),
            Map.entry("No such file or directory", 2),
            Map.entry("Input/output error", OTHER),
            Map.entry("Bad file descriptor", 9),
            Map.entry("Permission denied", 13),
            Map.entry("File exists", 17),
            Map.entry("Not a directory", 20),
            Map.entry("Is a directory", 21),
            Map.entry("Invalid argument", 22),
            Map.entry("No space left on device", 28),
            Map.entry("Illegal seek", 29),
            Map.entry("Read-only file system", 30),
            Map.entry("Broken pipe", 32),
            Map.entry("File name too long", 36),
            Map.entry("Directory not empty", 39));

    private SystemFailure() {}

    /**
     * What a library function gives for it: nil, the text and the number.
     *
     * @param file stands before the text, or null
     */
    static Varargs results(IOException failure, @Nullable String file) {
        String text = text(failure);
        return LuaValue.varargsOf(
                LuaValue.NIL,
                LuaValue.valueOf(file == null ? text : file + ": " + text),
                LuaValue.valueOf(NUMBERS.getOrDefault(text, OTHER)));
    }

    static String text(IOException failure) {
        if (failure instanceof FileSystemException known) {
            return text(known);
        }
        String message = failure.getMessage();
        return message == null ? "Input/output error" : message;
    }

    private static String text(FileSystemException failure) {
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "Permission denied";
        }
        if (failure instanceof DirectoryNotEmptyException) {
            return "Directory not empty";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "File exists";
        }
        if (failure instanceof NotDirectoryException) {
            return "Not a directory";
        }
        String reason = failure.getReason();
        return reason == null ? "Input/output error" : reason;
    }
}
