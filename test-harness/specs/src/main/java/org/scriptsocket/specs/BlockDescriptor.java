package org.scriptsocket.specs;

import org.junit.platform.engine.UniqueId;

/** A {@code describe}, or a whole file. */
class BlockDescriptor extends SpecDescriptor {

    /** Set before its first test. */
    private Leftovers.Mark before = Leftovers.Mark.NONE;

    BlockDescriptor(UniqueId id, SpecScript script, SpecNode node) {
        super(id, node.name(), script, node);
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public SpecContext before(SpecContext context) {
        before = context.inWorld().mark();
        context.inWorld().setUp(node().key());
        return context;
    }

    @Override
    public void after(SpecContext context) {
        context.inWorld().tearDown(node().key(), before);
    }
}
