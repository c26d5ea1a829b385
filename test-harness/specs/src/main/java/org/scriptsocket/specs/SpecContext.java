package org.scriptsocket.specs;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.support.hierarchical.EngineExecutionContext;

/**
 * What the parts of a run share.
 *
 * @param world of the file that runs; null outside of files
 */
record SpecContext(
        Settings settings,
        Sockets sockets,
        EngineExecutionListener listener,
        @Nullable SpecWorld world) implements EngineExecutionContext {

    SpecContext in(SpecWorld inside) {
        return new SpecContext(settings, sockets, listener, inside);
    }

    SpecWorld inWorld() {
        if (world == null) {
            throw new IllegalStateException("the spec was not evaluated");
        }
        return world;
    }
}
