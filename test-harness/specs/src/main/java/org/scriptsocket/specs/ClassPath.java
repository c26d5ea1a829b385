package org.scriptsocket.specs;

import java.util.Optional;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.commons.support.ResourceSupport;
import org.junit.platform.engine.discovery.ClasspathResourceSelector;

/** Looks for resources. */
final class ClassPath {

    private ClassPath() {}

    static Optional<Resource> find(ClasspathResourceSelector selector) {
        try {
            return selector.getResources().stream().findFirst().map(Resource.class::cast);
        } catch (JUnitException e) {
            return Optional.empty();
        }
    }

    static Optional<Resource> find(String name) {
        return ResourceSupport.tryToGetResources(name).toOptional().stream()
                .flatMap(all -> all.stream())
                .findFirst();
    }
}
