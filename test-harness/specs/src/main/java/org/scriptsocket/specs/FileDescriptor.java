package org.scriptsocket.specs;

import java.net.URI;
import org.junit.platform.engine.UniqueId;

/** A file; its tests have a world of their own, on one thread. */
final class FileDescriptor extends BlockDescriptor {

    FileDescriptor(UniqueId parent, SpecScript script, SpecNode node) {
        super(parent.append(segment(node), script.source().id()), script, node);
    }

    URI location() {
        return script().source().location();
    }

    private static String segment(SpecNode node) {
        return node.kind().segment();
    }

    @Override
    public SpecContext prepare(SpecContext context) {
        SpecWorld world = new SpecWorld(script(), context.settings(), context.sockets());
        return context.in(world);
    }

    /** A file that is nothing but wrong stays, and fails, whatever filter has left out its problem. */
    @Override
    public boolean mayRegisterTests() {
        return !node().children().isEmpty()
                && node().children().stream().allMatch(child -> child.kind() == SpecNode.Kind.PROBLEM);
    }

    @Override
    public SpecContext before(SpecContext context) {
        context.inWorld().evaluate();
        if (getChildren().isEmpty()) {
            throw new SpecFailure(node().children().get(0).message());
        }
        return super.before(context);
    }

    /** Servers that were made while the file was evaluated end with it. */
    @Override
    public void after(SpecContext context) {
        context.inWorld().tearDown(node().key(), Leftovers.Mark.NONE);
    }

    @Override
    public void cleanUp(SpecContext context) {
        if (context.world() != null) {
            context.world().close();
        }
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
