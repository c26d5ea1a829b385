package org.scriptsocket.kit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.scriptsocket.transport.Capability;

/**
 * Notes how a rule fared over a transport, where the system property {@code scriptsocket.matrix} names a folder for it: in the file
 * {@code transport-NAME.tsv} a line {@code rule TAB transport TAB yes}, or, in place of {@code yes}, the capabilities that it is without.
 */
final class ContractMatrix {

    private static final String FOLDER = "scriptsocket.matrix";

    private final String rule;
    private final String transport;
    private final Set<Capability> missing = EnumSet.noneOf(Capability.class);

    ContractMatrix(String test, String transport) {
        this.rule = test.replaceAll("\\(.*\\)$", "");
        this.transport = transport;
    }

    void without(Capability capability) {
        missing.add(capability);
    }

    void passed() {
        String folder = System.getProperty(FOLDER);
        if (folder != null) {
            write(Path.of(folder));
        }
    }

    private void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("transport-" + transport + ".tsv"),
                    rule + "\t" + transport + "\t" + result() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String result() {
        return missing.isEmpty()
                ? "yes"
                : missing.stream().map(Capability::name).collect(Collectors.joining(" ", "without ", ""));
    }
}
