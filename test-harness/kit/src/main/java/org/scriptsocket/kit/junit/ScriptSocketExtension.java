package org.scriptsocket.kit.junit;

import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** What {@link ScriptSocketTest} does; may also be registered by itself, with its defaults. */
public final class ScriptSocketExtension
        implements ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler,
                AfterEachCallback {

    private static final Namespace OWN = Namespace.create(ScriptSocketExtension.class);

    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return TestBench.gives(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        TestBench bench = context.getStore(OWN)
                .getOrComputeIfAbsent(TestBench.class, key -> begin(context.getRequiredTestClass()), TestBench.class);
        return Objects.requireNonNull(bench.give(parameter.getParameter().getType()), "an object");
    }

    private static TestBench begin(Class<?> testClass) {
        for (Class<?> each = testClass; each != null; each = each.getEnclosingClass()) {
            ScriptSocketTest given = each.getAnnotation(ScriptSocketTest.class);
            if (given != null) {
                return new TestBench(given.transport(), given.virtualTime());
            }
        }
        return new TestBench("", false);
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw withLastEvents(context, thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw withLastEvents(context, thrown);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw withLastEvents(context, thrown);
    }

    private static Throwable withLastEvents(ExtensionContext context, Throwable thrown) {
        TestBench bench = context.getStore(OWN).get(TestBench.class, TestBench.class);
        return bench == null ? thrown : bench.withLastEvents(thrown);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestBench bench = context.getStore(OWN).remove(TestBench.class, TestBench.class);
        if (bench != null) {
            bench.close();
        }
    }
}
