package org.scriptsocket.specs;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.hierarchical.Node;

/** A file, or a part of one. */
abstract class SpecDescriptor extends AbstractTestDescriptor implements Node<SpecContext> {

    private final SpecScript script;
    private final SpecNode node;

    SpecDescriptor(UniqueId id, String name, SpecScript script, SpecNode node) {
        super(id, name, script.at(node.line()));
        this.script = script;
        this.node = node;
    }

    SpecScript script() {
        return script;
    }

    SpecNode node() {
        return node;
    }

    /** With the names of what is around it, for reports that show one name only. */
    String fullName() {
        return getParent()
                .filter(SpecDescriptor.class::isInstance)
                .map(parent -> ((SpecDescriptor) parent).fullName() + " > " + node.name())
                .orElse(node.name());
    }

    @Override
    public String getLegacyReportingName() {
        return fullName();
    }

    @Override
    public ExecutionMode getExecutionMode() {
        return ExecutionMode.SAME_THREAD;
    }

    /** Its own and those of what is around it. */
    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags =
                new LinkedHashSet<>(getParent().map(TestDescriptor::getTags).orElse(Set.of()));
        tags.addAll(Tags.in(node.name()));
        return tags;
    }
}
