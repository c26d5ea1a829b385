package org.scriptsocket.docs.contract;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.scriptsocket.transport.Capability;
import org.scriptsocket.transport.Transport;

/** Leaves out what the transport of a test class can not do. */
final class NeedsCondition implements ExecutionCondition {

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
}
