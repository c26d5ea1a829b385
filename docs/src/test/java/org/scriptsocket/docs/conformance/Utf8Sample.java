package org.scriptsocket.docs.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A line of utf8.txt. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Utf8Sample(String id, byte[] octets, boolean good) {

    static List<Utf8Sample> all() {
        try (InputStream in = Objects.requireNonNull(Utf8Sample.class.getResourceAsStream("utf8.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(Utf8Sample::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String describe(String what) {
        return what + (good ? " that is UTF-8: " : " that is no UTF-8: ") + Octets.show(octets);
    }

    private static Utf8Sample parse(String line) {
        String[] fields = line.split(" ", -1);
        return new Utf8Sample(fields[0], Octets.hex(fields[1]), fields[2].equals("good"));
    }
}
