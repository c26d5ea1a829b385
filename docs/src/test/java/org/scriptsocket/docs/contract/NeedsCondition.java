package org.scriptsocket.docs.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Transport;

/** Leaves out what the transport of a test class can not do, and notes how each rule fared; docs/matrix.md says where. */
final class NeedsCondition implements ExecutionCondition, TestWatcher {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<Capability> needed = context.getElement()
                .map(element -> element.getAnnotation(Needs.class))
                .map(needs -> Arrays.asList(needs.value()))
                .orElse(List.of());
        Object test = context.getTestInstance().orElse(null);
        if (needed.isEmpty() || !(test instanceof ContractRulesTest rules)) {
            return ConditionEvaluationResult.enabled("it needs nothing special");
        }
        try (Transport transport = rules.newTransport()) {
            return transport.capabilities().containsAll(needed)
                    ? ConditionEvaluationResult.enabled("the transport can do it")
                    : ConditionEvaluationResult.disabled("the transport " + transport.name() + " is without " + needed);
        }
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        note(context, "yes");
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        String needed = context.getElement()
                .map(element -> element.getAnnotation(Needs.class))
                .map(needs -> needs.value()[0].name())
                .orElse("?");
        note(context, "without " + needed);
    }

    private static void note(ExtensionContext context, String result) {
        String rule = context.getTestMethod().map(Method::getName).orElse("");
        String folder = System.getProperty("scriptsocket.matrix");
        if (folder != null && rule.matches("r\\d_\\d_.*")) {
            String transport = context.getRequiredTestClass() == ContractRulesTest.class ? "jetty" : "jdk";
            append(Path.of(folder), transport, rule + "\t" + transport + "\t" + result + "\n");
        }
    }

    private static void append(Path folder, String transport, String line) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve("rules-" + transport + ".tsv"),
                    line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
