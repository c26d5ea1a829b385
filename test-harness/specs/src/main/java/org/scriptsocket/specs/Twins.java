package org.scriptsocket.specs;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;

/** Leaves out a file that was found by itself where a class names it or it was found already: a test runs once. */
final class Twins implements TestDescriptor.Visitor {

    @Override
    public void visit(TestDescriptor descriptor) {
        if (!descriptor.isRoot()) {
            return;
        }
        Set<URI> known = new HashSet<>();
        for (TestDescriptor each : descriptor.getChildren()) {
            if (each instanceof ClassDescriptor) {
                each.getChildren().forEach(file -> known.add(location(file)));
            }
        }
        for (TestDescriptor each : List.copyOf(descriptor.getChildren())) {
            if (each instanceof FileDescriptor && !known.add(location(each))) {
                each.removeFromHierarchy();
            }
        }
    }

    private static URI location(TestDescriptor descriptor) {
        return descriptor instanceof FileDescriptor file
                ? file.script().source().location()
                : URI.create("none:");
    }
}
