package org.scriptsocket.specs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.LengthForm;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/** Frames, right and wrong ones, as scripts make them: {@code harness.frame.text("hi"):rsv(4)}. */
final class FrameWords {

    private static final int HIGHEST_OPCODE = 15;
    private static final int HIGHEST_CODE = 0xFFFF;

    private final Words<Frame> frames = new Words<>("a frame", Frame.class);
    private final LuaTable makers = new LuaTable();

    FrameWords() {
        changes();
        maker("text", 1, given -> Frame.of(Frame.TEXT, given.bytes(1)));
        maker("binary", 1, given -> Frame.of(Frame.BINARY, given.bytes(1)));
        maker("continuation", 1, given -> Frame.of(Frame.CONTINUATION, given.bytes(1)));
        maker("ping", 1, given -> Frame.of(Frame.PING, payload(given, 1)));
        maker("pong", 1, given -> Frame.of(Frame.PONG, payload(given, 1)));
        maker("of", 2, given -> Frame.of(given.integer(1, 0, HIGHEST_OPCODE), payload(given, 2)));
        maker(
                "close",
                2,
                given -> given.has(1)
                        ? Frame.close(given.integer(1, 0, HIGHEST_CODE), given.has(2) ? given.text(2) : "")
                        : Frame.of(Frame.CLOSE));
        LuaTable unknown = new LuaTable();
        LibraryFunction.define(unknown, "__index", args -> {
            throw unknown(Texts.of(args.arg(2).tostring()));
        });
        makers.setmetatable(unknown);
    }

    private void changes() {
        frames.method("not_final", 0, (self, frame, given) -> frames.wrap(frame.notFinal()));
        frames.method("rsv", 1, (self, frame, given) -> frames.wrap(frame.rsv(given.integer(1, 0, 7))));
        frames.method("as_masked", 0, (self, frame, given) -> frames.wrap(frame.asMasked()));
        frames.method("length", 1, (self, frame, given) -> frames.wrap(frame.length(form(given))));
        frames.method(
                "announcing", 1, (self, frame, given) -> frames.wrap(frame.announcing(given.integer(1, 0, 1L << 62))));
        frames.method("split", 1, (self, frame, given) -> list(frame.split(given.integer(1, 1, 1 << 20))));
    }

    private static LengthForm form(Arguments given) {
        return switch (given.integer(1, 0, 64)) {
            case 16 -> LengthForm.BITS_16;
            case 64 -> LengthForm.BITS_64;
            default -> throw given.bad(1, "16 or 64 bits expected");
        };
    }

    private LuaValue list(List<Frame> pieces) {
        return LuaValue.listOf(pieces.stream().map(frames::wrap).toArray(LuaValue[]::new));
    }

    private static byte[] payload(Arguments given, int position) {
        return given.has(position) ? given.bytes(position) : new byte[0];
    }

    private void maker(String name, int most, Function<Arguments, Frame> make) {
        LibraryFunction.define(makers, name, args -> {
            Arguments given = new Arguments(name, args);
            given.atMost(most);
            return frames.wrap(make.apply(given));
        });
    }

    private LuaError unknown(String name) {
        return new LuaError("there is no frame '" + name + "'" + NearNames.hint(name, makers()));
    }

    /** The table {@code harness.frame}. */
    LuaTable table() {
        return makers;
    }

    Set<String> changeNames() {
        return frames.methods();
    }

    List<String> makers() {
        List<String> names = new ArrayList<>();
        for (LuaValue key : makers.keys()) {
            names.add(Texts.of(key));
        }
        return names;
    }

    /** The frames that a script sends: a text, bytes with {@code "binary"} after them, a frame, or a list of frames. */
    static List<Frame> sent(Arguments given) {
        Frame frame = given.object(1, Frame.class);
        if (frame != null) {
            return List.of(frame);
        }
        if (given.value(1) instanceof LuaTable list) {
            return listed(given, list);
        }
        if (!given.value(1).isstring()) {
            throw given.wrong(1, "string, frame or list of frames");
        }
        return List.of(message(given));
    }

    private static List<Frame> listed(Arguments given, LuaTable list) {
        List<Frame> all = new ArrayList<>();
        for (int i = 1; i <= list.length(); i++) {
            if (!list.get(i).isuserdata(Frame.class)) {
                throw given.bad(
                        1,
                        "frame expected at " + i + " of the list, got "
                                + list.get(i).typename());
            }
            all.add((Frame) list.get(i).touserdata());
        }
        return all;
    }

    /** A message: its bytes, and {@code "binary"} after them where it is no text. */
    static Frame message(Arguments given) {
        return Frame.of(given.isBinary(2) ? Frame.BINARY : Frame.TEXT, given.bytes(1));
    }
}
