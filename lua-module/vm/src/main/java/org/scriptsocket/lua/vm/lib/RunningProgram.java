package org.scriptsocket.lua.vm.lib;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.scriptsocket.lua.vm.LuaString;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;

/** A program that {@code io.popen} started, by the shell. */
@NullMarked
final class RunningProgram extends LuaStream {

    private final Process process;
    private final LuaStream pipe;

    private RunningProgram(Process process, LuaStream pipe) {
        this.process = process;
        this.pipe = pipe;
    }

    /** A program whose output is read. */
    static RunningProgram toRead(String command) throws IOException {
        Process process = shell(command)
                .redirectInput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new RunningProgram(process, new ByteSource(process.getInputStream()));
    }

    /** A program whose input is written. */
    static RunningProgram toWrite(String command) throws IOException {
        Process process = shell(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new RunningProgram(process, new ByteSink(process::getOutputStream));
    }

    /** As C's {@code system} runs a command. */
    static ProcessBuilder shell(String command) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return new ProcessBuilder(windows ? List.of("cmd", "/c", command) : List.of("/bin/sh", "-c", command));
    }

    @Override
    int read() throws IOException {
        return pipe.read();
    }

    @Override
    int peek() throws IOException {
        return pipe.peek();
    }

    @Override
    void write(LuaString text) throws IOException {
        pipe.write(text);
    }

    @Override
    void flush() throws IOException {
        pipe.flush();
    }

    @Override
    Varargs close() throws IOException {
        process.getOutputStream().close();
        process.getInputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return LuaValue.TRUE;
    }
}
