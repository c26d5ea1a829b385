package org.scriptsocket.docs.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.PerMessageDeflate;

/** Families 12 and 13: echoes over permessage-deflate, of five kinds of octets, and of three answers to the offer. */
final class Compressed {

    private static final String PLAIN = "permessage-deflate";
    private static final String CLIENT_FORGETS = PLAIN + "; client_no_context_takeover";

    /** Round trips of a case. Each of 1000, as the fuzzing server has it, would be 14 GB. */
    private static final int ROUNDS = 1000;

    private static final long OCTETS = Long.getLong("scriptsocket.conformance.octets", 256 << 10);

    /** Octets of a message, and of its frames on the wire; 0 if it is one frame. */
    private static final int[][] SIZES = {
        {16, 0},
        {64, 0},
        {256, 0},
        {1024, 0},
        {4096, 0},
        {8192, 0},
        {16384, 0},
        {32768, 0},
        {65536, 0},
        {131072, 0},
        {8192, 256},
        {16384, 256},
        {32768, 256},
        {65536, 256},
        {131072, 256},
        {131072, 1024},
        {131072, 4096},
        {131072, 32768}
    };

    private Compressed() {}

    static Family payloads() {
        List<Case> cases = new ArrayList<>();
        add(cases, "12.1", "JSON", PLAIN, Frame.TEXT, json());
        add(cases, "12.2", "a grey bitmap", PLAIN, Frame.BINARY, bitmap());
        add(cases, "12.3", "a German text", PLAIN, Frame.BINARY, german());
        add(cases, "12.4", "an HTML page", PLAIN, Frame.TEXT, html());
        add(cases, "12.5", "half noise, as a PDF", PLAIN, Frame.BINARY, document());
        return new Family("12 permessage-deflate", cases);
    }

    static Family answers() {
        List<Case> cases = new ArrayList<>();
        byte[] json = json();
        add(cases, "13.1", "plain answer", PLAIN, Frame.TEXT, json);
        add(cases, "13.2", "client_no_context_takeover", CLIENT_FORGETS, Frame.TEXT, json);
        add(cases, "13.7", "the first answer of several that our offer allows", CLIENT_FORGETS, Frame.TEXT, json);
        return new Family("13 answers to permessage-deflate", cases);
    }

    private static void add(List<Case> cases, String id, String what, String answer, int opcode, byte[] octets) {
        for (int i = 0; i < SIZES.length; i++) {
            int size = SIZES[i][0];
            int frame = SIZES[i][1];
            String text = ", messages of " + size + (frame == 0 ? "" : " in frames of " + frame);
            cases.add(new Case(id + "." + (i + 1), what + text, () -> echoes(answer, opcode, octets, size, frame)));
        }
    }

    /** Each message is the next part of the octets, from the beginning again after their end. */
    private static Exchange echoes(String answer, int opcode, byte[] octets, int size, int frame) {
        int rounds = (int) Math.max(4, Math.min(ROUNDS, OCTETS / size));
        Exchange all = Exchange.compressed(answer);
        try (PerMessageDeflate deflate = new PerMessageDeflate()) {
            int at = 0;
            for (int i = 0; i < rounds; i++) {
                byte[] part = new byte[size];
                for (int n = 0; n < size; n++) {
                    part[n] = octets[at++ % octets.length];
                }
                Frame message = Frame.of(opcode, part);
                all = all.send(frames(deflate.deflate(message), frame)).echoed(message);
            }
        }
        return all.closes();
    }

    /** RSV1 is in the first one only. */
    private static Frame[] frames(Frame whole, int size) {
        int length = whole.payload().length;
        if (size == 0 || length <= size) {
            return new Frame[] {whole};
        }
        List<Frame> all = new ArrayList<>();
        for (int at = 0; at < length; at += size) {
            byte[] part = Arrays.copyOfRange(whole.payload(), at, Math.min(at + size, length));
            Frame frame =
                    at == 0 ? Frame.of(whole.opcode(), part).rsv(whole.rsv()) : Frame.of(Frame.CONTINUATION, part);
            all.add(at + size < length ? frame.notFinal() : frame);
        }
        return all.toArray(Frame[]::new);
    }

    private static byte[] json() {
        Random random = new Random(1);
        StringBuilder all = new StringBuilder("[");
        for (int i = 0; all.length() < 194_056; i++) {
            all.append("{\"id\": ").append(i).append(", \"name\": \"player").append(random.nextInt(500));
            all.append("\", \"x\": ").append(random.nextInt(100_000) / 100.0).append(", \"alive\": ");
            all.append(random.nextBoolean()).append("},\n ");
        }
        return Octets.utf8(all + "]");
    }

    private static byte[] bitmap() {
        Random random = new Random(2);
        byte[] all = new byte[512 * 512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) (i / 512 / 2 + i % 512 / 4 + random.nextInt(3));
        }
        return all;
    }

    private static byte[] german() {
        String[] words =
                "Größe über Straße der die und nicht weiß schön Mädchen ging durch den Wald später früh".split(" ");
        return Octets.utf8(words(words, 3, 222_218));
    }

    private static byte[] html() {
        String[] words = "<p> </p> <a href=\"/page\"> </a> <div class=\"box\"> </div> text words more &amp;".split(" ");
        return Octets.utf8(words(words, 4, 263_647));
    }

    private static String words(String[] words, long seed, int length) {
        Random random = new Random(seed);
        StringBuilder all = new StringBuilder();
        while (all.length() < length) {
            all.append(words[random.nextInt(words.length)]).append(random.nextInt(9) == 0 ? ".\n" : " ");
        }
        return all.toString();
    }

    private static byte[] document() {
        Random random = new Random(5);
        byte[] text = json();
        byte[] noise = new byte[4096];
        byte[] all = new byte[1_042_328];
        for (int at = 0; at < all.length; at += noise.length) {
            random.nextBytes(noise);
            byte[] part =
                    at / noise.length % 2 == 0 ? noise : Arrays.copyOfRange(text, at % 100_000, at % 100_000 + 4096);
            System.arraycopy(part, 0, all, at, Math.min(part.length, all.length - at));
        }
        return all;
    }
}
