package org.scriptsocket.kit.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.transport.Capability;

/**
 * How the cases fared in one engine. The file {@code target/engines/NAME.txt} is about those in memory; where the system property
 * {@code scriptsocket.matrix} names a folder, {@code engine-NAME.tsv} there has a line {@code case TAB engine TAB transport TAB result} for each.
 */
final class EngineResults {

    private static final String FOLDER = "scriptsocket.matrix";

    private final List<String> inMemory = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final String engine;

    EngineResults(String engine) {
        this.engine = engine;
    }

    void kept(EngineCase each, String transport) {
        add(each, transport, "kept\t" + each.id(), "yes");
    }

    void failed(EngineCase each, String transport) {
        add(each, transport, "FAILED\t" + each.id(), "FAILED");
    }

    void notKept(EngineCase each, String transport, String reason) {
        add(each, transport, "not kept\t" + each.id() + "\t" + reason, "no: " + reason);
    }

    void without(EngineCase each, String transport, Capability missing) {
        add(each, transport, "", "without " + missing);
    }

    void write() throws IOException {
        write(Path.of("target", "engines"), engine + ".txt", inMemory);
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            write(Path.of(folder), "engine-" + engine + ".tsv", all);
        }
    }

    private void add(EngineCase each, String transport, String line, String result) {
        if (transport.equals(MemoryNet.NAME)) {
            inMemory.add(line);
        }
        all.add(String.join("\t", each.id(), engine, transport, result));
    }

    private static void write(Path folder, String file, List<String> lines) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(file), lines);
    }
}
