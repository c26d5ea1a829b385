package org.scriptsocket.specs;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** All specs of a run. */
final class SpecEngineDescriptor extends EngineDescriptor implements Node<SpecContext> {

    private final Settings settings;
    private final SpecFiles files;

    SpecEngineDescriptor(UniqueId id, Settings settings) {
        super(id, "Lua specs");
        this.settings = settings;
        files = new SpecFiles(settings);
    }

    Settings settings() {
        return settings;
    }

    /** The files that were discovered. */
    SpecFiles files() {
        return files;
    }

    @Override
    public SpecContext before(SpecContext context) {
        Long seed = settings.seed();
        if (seed != null) {
            context.listener().reportingEntryPublished(this, ReportEntry.from(SpecSettings.SEED, Long.toString(seed)));
        }
        return context;
    }

    @Override
    public void cleanUp(SpecContext context) throws Exception {
        context.sockets().close();
    }
}
