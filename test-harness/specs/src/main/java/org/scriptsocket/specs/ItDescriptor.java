package org.scriptsocket.specs;

import org.junit.platform.engine.UniqueId;

/** A test, or what is wrong in its place. */
final class ItDescriptor extends SpecDescriptor {

    ItDescriptor(UniqueId id, String name, SpecScript script, SpecNode node) {
        super(id, name, script, node);
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public SkipResult shouldBeSkipped(SpecContext context) {
        String reason = node().pending();
        return reason == null ? SkipResult.doNotSkip() : SkipResult.skip(reason);
    }

    @Override
    public SpecContext execute(SpecContext context, DynamicTestExecutor dynamicTests) {
        if (node().kind() == SpecNode.Kind.PROBLEM) {
            throw new SpecFailure(node().message());
        }
        try {
            context.inWorld().test(node().key(), node().line());
        } catch (SpecFailure failure) {
            throw replayable(failure, context);
        }
        return context;
    }

    private static SpecFailure replayable(SpecFailure failure, SpecContext context) {
        Long seed = context.settings().seed();
        return seed == null
                ? failure
                : new SpecFailure(failure.getMessage() + "\n\n(random order: " + SpecSettings.SEED + "=" + seed + ")");
    }
}
