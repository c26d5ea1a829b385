package org.scriptsocket.specs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds a file and its parts by unique id; all other ways to files end here. */
final class IdResolver implements SelectorResolver {

    private final SpecFiles files;

    IdResolver(SpecFiles files) {
        this.files = files;
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId id = selector.getUniqueId();
        UniqueId.Segment last = id.getLastSegment();
        if (id.getSegments().size() < 2 || last.getType().equals(ClassDescriptor.SEGMENT)) {
            return Resolution.unresolved();
        }
        UniqueId around = id.removeLastSegment();
        Optional<SpecDescriptor> found = around.getSegments().size() == 1
                ? context.addToParent(parent -> child(parent, last))
                : context.addToParent(() -> selectUniqueId(around), parent -> child(parent, last));
        return found.map(IdResolver::match).orElse(Resolution.unresolved());
    }

    private Optional<SpecDescriptor> child(TestDescriptor parent, UniqueId.Segment wanted) {
        if (parent instanceof SpecDescriptor known) {
            return known.node().child(wanted.getType(), wanted.getValue()).map(node -> part(known, node));
        }
        return wanted.getType().equals(SpecNode.Kind.FILE.segment())
                ? source(parent, wanted.getValue()).map(source -> file(parent, source))
                : Optional.empty();
    }

    private SpecDescriptor file(TestDescriptor parent, SpecSource source) {
        SpecFiles.Evaluated file = files.evaluated(source);
        return new FileDescriptor(parent.getUniqueId(), file.script(), file.tree());
    }

    private static SpecDescriptor part(SpecDescriptor parent, SpecNode node) {
        UniqueId id = parent.getUniqueId().append(node.kind().segment(), node.name());
        return node.isContainer()
                ? new BlockDescriptor(id, parent.script(), node)
                : new ItDescriptor(id, name(parent, node), parent.script(), node);
    }

    /** The full one beneath a class, because tools that think in classes show nothing between the class and the test. */
    private static String name(SpecDescriptor parent, SpecNode node) {
        boolean inClass = parent.getAncestors().stream().anyMatch(ClassDescriptor.class::isInstance);
        return inClass ? parent.fullName() + " > " + node.name() : node.name();
    }

    private static Optional<SpecSource> source(TestDescriptor parent, String id) {
        if (parent instanceof ClassDescriptor named) {
            return named.specs().stream()
                    .filter(source -> source.id().equals(id))
                    .findFirst();
        }
        String prefix = SpecSource.OnClassPath.PREFIX;
        if (id.startsWith(prefix)) {
            return ClassPath.find(id.substring(prefix.length())).map(SpecSource.OnClassPath::of);
        }
        return Optional.of(Path.of(id)).filter(Files::isRegularFile).map(SpecSource.InFile::of);
    }

    private static Resolution match(SpecDescriptor found) {
        return Resolution.match(Match.exact(found, () -> {
            Set<DiscoverySelector> children = new LinkedHashSet<>();
            for (SpecNode child : found.node().children()) {
                children.add(
                        selectUniqueId(found.getUniqueId().append(child.kind().segment(), child.name())));
            }
            return children;
        }));
    }
}
