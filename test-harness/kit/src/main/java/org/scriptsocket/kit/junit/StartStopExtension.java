package org.scriptsocket.kit.junit;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ModifierSupport;

/** What {@link StartStop} does. JUnit closes what is in a store when the test, or the class, is over. */
final class StartStopExtension implements BeforeAllCallback, BeforeEachCallback {

    private static final Namespace OWN = Namespace.create(StartStop.class);

    StartStopExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        AnnotationSupport.findAnnotatedFields(tests, StartStop.class, ModifierSupport::isStatic)
                .forEach(field -> start(field, null, context));
    }

    /** The fields of a nested test's outer objects too. */
    @Override
    public void beforeEach(ExtensionContext context) {
        for (Object tests : context.getRequiredTestInstances().getAllInstances()) {
            AnnotationSupport.findAnnotatedFields(tests.getClass(), StartStop.class, ModifierSupport::isNotStatic)
                    .forEach(field -> start(field, tests, context));
        }
    }

    private static void start(Field field, @Nullable Object tests, ExtensionContext context) {
        context.getStore(OWN).put(field, new StartedField(field, tests).start());
    }
}
