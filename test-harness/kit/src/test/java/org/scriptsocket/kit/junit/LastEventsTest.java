package org.scriptsocket.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.EventRecorder;

/** Whatever a test fails with shows what happened on its connections. */
class LastEventsTest {

    /** Run by the tests below only. */
    @ScriptSocketTest(virtualTime = true)
    static class Failing {

        private final EventRecorder events;

        Failing(ScriptHost host, EventRecorder events) throws Exception {
            this.events = events;
            host.load(
                            new ScriptEngineManager().getEngineByName("nashorn"),
                            "function init(self) { websocket.connect('ws://game/', null, function () {}); }",
                            "chat.js")
                    .start();
        }

        @Test
        void byAnException() throws IOException {
            events.assertConnected();
            throw new IOException("the disk is full");
        }

        @Test
        void byAnAssumption() {
            Assumptions.abort("not today");
        }
    }

    @ScriptSocketTest(virtualTime = true)
    static class FailingBefore extends Failing {

        FailingBefore(ScriptHost host, EventRecorder events) throws Exception {
            super(host, events);
        }

        @BeforeEach
        void prepare() {
            throw new IllegalArgumentException("before");
        }
    }

    @ScriptSocketTest(virtualTime = true)
    static class FailingAfter extends Failing {

        FailingAfter(ScriptHost host, EventRecorder events) throws Exception {
            super(host, events);
        }

        @Override
        @Test
        void byAnException() {}

        @AfterEach
        void tidy() {
            throw new UnsupportedOperationException("after");
        }
    }

    @Test
    void anExceptionThatIsNoAssertionStaysWhatItIsAndItsStackTraceShowsTheLastEvents() {
        Throwable thrown =
                outcome(Failing.class, "byAnException").getThrowable().orElseThrow();
        assertThat(thrown).isExactlyInstanceOf(IOException.class).hasMessage("the disk is full");
        assertThat(printed(thrown))
                .containsOnlyOnce("Suppressed: The last events of the connections:")
                .contains("websocket: 1 (ws://game)", "called connect to ws://game", "delivered CONNECTED")
                .doesNotContain(LastEvents.class.getName() + ":");
    }

    @Test
    void soDoesOneOfAMethodBeforeOrAfterTheTest() {
        Throwable before =
                outcome(FailingBefore.class, "byAnException").getThrowable().orElseThrow();
        assertThat(before).hasMessage("before");
        assertThat(printed(before)).containsOnlyOnce("The last events of the connections:");
        Throwable after =
                outcome(FailingAfter.class, "byAnException").getThrowable().orElseThrow();
        assertThat(after).hasMessage("after");
        assertThat(printed(after)).containsOnlyOnce("The last events of the connections:");
    }

    @Test
    void anAssumptionThatDoesNotHoldIsStillNoFailure() {
        assertThat(outcome(Failing.class, "byAnAssumption").getStatus()).isEqualTo(TestExecutionResult.Status.ABORTED);
    }

    private static TestExecutionResult outcome(Class<?> tests, String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(tests, method))
                .execute()
                .testEvents()
                .finished()
                .stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .findFirst()
                .orElseThrow();
    }

    private static String printed(Throwable thrown) {
        StringWriter out = new StringWriter();
        thrown.printStackTrace(new PrintWriter(out, true));
        return out.toString();
    }
}
