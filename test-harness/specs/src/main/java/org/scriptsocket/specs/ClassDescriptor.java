package org.scriptsocket.specs;

import java.util.List;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.hierarchical.Node;

/** A class with {@link LuaSpecs}. */
final class ClassDescriptor extends AbstractTestDescriptor implements Node<SpecContext> {

    static final String SEGMENT = "class";

    private final List<SpecSource> specs;

    ClassDescriptor(UniqueId parent, Class<?> type) {
        super(parent.append(SEGMENT, type.getName()), type.getSimpleName(), ClassSource.from(type));
        specs = NamedSpecs.of(type);
    }

    List<SpecSource> specs() {
        return specs;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public String getLegacyReportingName() {
        return ((ClassSource) getSource().orElseThrow()).getClassName();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.CONCURRENT;
    }
}
