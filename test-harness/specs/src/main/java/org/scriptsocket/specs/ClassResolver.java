package org.scriptsocket.specs;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.support.discovery.SelectorResolver;

/** Finds the specs of classes with {@link LuaSpecs}. */
final class ClassResolver implements SelectorResolver {

    static boolean isNamedBy(Class<?> type) {
        return type.isAnnotationPresent(LuaSpecs.class);
    }

    @Override
    public Resolution resolve(ClassSelector selector, Context context) {
        Class<?> type = selector.getJavaClass();
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
