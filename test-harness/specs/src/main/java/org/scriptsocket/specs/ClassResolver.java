package org.scriptsocket.specs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds the specs of classes with {@link LuaSpecs}. */
final class ClassResolver implements SelectorResolver {

    static boolean isNamedBy(Class<?> type) {
        return type.isAnnotationPresent(LuaSpecs.class);
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        return resolve(selector.getJavaClass(), context);
    }

    @Override
    public Resolution resolve(UniqueIdSelector selector, Context context) {
        UniqueId.Segment last = selector.getUniqueId().getLastSegment();
        return last.getType().equals(ClassDescriptor.SEGMENT)
                ? ReflectionSupport.tryToLoadClass(last.getValue())
                        .toOptional()
                        .map(type -> resolve(type, context))
                        .orElse(Resolution.unresolved())
                : Resolution.unresolved();
    }

    private static Resolution resolve(Class<?> type, Context context) {
        if (!isNamedBy(type)) {
            return Resolution.unresolved();
        }
        Optional<ClassDescriptor> added =
                context.addToParent(parent -> Optional.of(new ClassDescriptor(parent.getUniqueId(), type)));
        return added.map(descriptor -> match(descriptor, type)).orElse(Resolution.unresolved());
    }

    private static Resolution match(ClassDescriptor found, Class<?> type) {
        if (found.specs().isEmpty() && found.getChildren().isEmpty()) {
            found.addChild(new MissingSpecs(found.getUniqueId(), type));
        }
        return Resolution.match(Match.exact(found, () -> {
            Set<DiscoverySelector> files = new LinkedHashSet<>();
            for (SpecSource source : found.specs()) {
                files.add(selectUniqueId(found.getUniqueId().append(SpecNode.Kind.FILE.segment(), source.id())));
            }
            return files;
        }));
    }
}
