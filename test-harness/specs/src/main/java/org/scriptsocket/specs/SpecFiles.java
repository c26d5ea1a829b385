package org.scriptsocket.specs;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.scriptsocket.lua.vm.LuaString;

/** The files of one discovery, each of which is evaluated once. */
final class SpecFiles {

    /**
     * A file with its tests.
     *
     * @param script empty if it could not be read
     */
    record Evaluated(SpecScript script, SpecNode tree) {}

    private final Settings settings;
    private final Map<SpecSource, Evaluated> known = new HashMap<>();

    SpecFiles(Settings settings) {
        this.settings = settings;
    }

    Evaluated evaluated(SpecSource source) {
        return known.computeIfAbsent(source, this::evaluate);
    }

    private Evaluated evaluate(SpecSource source) {
        try {
            SpecScript script = new SpecScript(source, LuaString.valueUsing(source.read()));
            try (SpecWorld world = new SpecWorld(script, settings, Sockets.unused())) {
                return new Evaluated(script, world.evaluate());
            }
        } catch (IOException e) {
            return unreadable(source);
        }
    }

    private static Evaluated unreadable(SpecSource source) {
        SpecNode tree =
                SpecNode.broken(source.name(), "can be read", 1, source.name() + ":1: the file can not be read");
        return new Evaluated(new SpecScript(source, Texts.of("")), tree);
    }
}
