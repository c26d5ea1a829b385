package org.scriptsocket.specs;

import java.net.URI;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.TestDescriptor;

/** Leaves out a file that was found by itself where a class names it or it was found already: a test runs once. */
final class Twins implements TestDescriptor.Visitor {

    @Override
    public void visit(TestDescriptor descriptor) {
        if (!descriptor.isRoot()) {
            return;
        }
        Set<URI> known = descriptor.getChildren().stream()
                .filter(ClassDescriptor.class::isInstance)
                .flatMap(named -> files(named).map(FileDescriptor::location))
                .collect(Collectors.toCollection(HashSet::new));
        for (FileDescriptor file : files(descriptor).toList()) {
            if (!known.add(file.location())) {
                file.removeFromHierarchy();
            }
        }
    }

    private static Stream<FileDescriptor> files(TestDescriptor around) {
        return around.getChildren().stream()
                .filter(FileDescriptor.class::isInstance)
                .map(FileDescriptor.class::cast);
    }
}
