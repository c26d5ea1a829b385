package org.scriptsocket.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process, with which lines are exchanged. It ends when its input does. */
final class Child implements AutoCloseable {

    private final String name;
    private final Process process;
    private final PrintStream in;
    private final BufferedReader out;

    private Child(String name, List<String> command) throws IOException {
        this.name = name;
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** A JVM as this one is. */
    static Child java(String name, List<String> options, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new Child(name, command);
    }

    static Child of(String name, String... command) throws IOException {
        return new Child(name, List.of(command));
    }

    /** @throws IOException if it has ended */
    String read() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException(name + " has ended");
        }
        return line;
    }

    double[] ask(String command) throws IOException {
        in.println(command);
        String[] words = read().split(" ", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    @Override
    public void close() {
        in.close();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
