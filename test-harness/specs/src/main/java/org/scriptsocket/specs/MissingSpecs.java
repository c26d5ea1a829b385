package org.scriptsocket.specs;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** The test of a class that names specs which are nowhere; it fails. */
final class MissingSpecs extends AbstractTestDescriptor implements Node<SpecContext> {

    private final String message;

    MissingSpecs(UniqueId parent, Class<?> type) {
        super(parent.append("missing", "specs"), "has specs", ClassSource.from(type));
        message = NamedSpecs.names(type) + ": there is no such spec, neither on the class path from the package of "
                + type.getSimpleName() + " on, nor by this path";
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }

    @Override
    public SpecContext execute(SpecContext context, DynamicTestExecutor dynamicTests) {
        throw new SpecFailure(message);
    }
}
