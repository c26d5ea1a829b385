package org.scriptsocket.kit.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.server.MisbehavingServer;

/** The classes inside are run by the tests below, one after the other, and write down what happens to them. */
class StartStopTest {

    private static final List<String> STORY = new ArrayList<>();

    /** Tells when it is started and closed. */
    static class Part implements AutoCloseable {

        private final String name;

        Part() {
            this("unnamed");
        }

        Part(String name) {
            this.name = name;
            STORY.add("new " + name);
        }

        void start() {
            STORY.add("start " + name);
        }

        @Override
        public void close() {
            STORY.add("close " + name);
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class Fields {

        @StartStop
        static final Part SHARED = new Part("static");

        @StartStop
        private final Part own = new Part("instance");

        @StartStop
        private Part unset;

        private final Part alone = new Part("alone");

        @BeforeAll
        static void beforeAll() {
            STORY.add("before all");
        }

        @BeforeEach
        void beforeEach() {
            STORY.add("before each");
        }

        @Test
        @Order(1)
        void first() {
            STORY.add("first " + unset.name);
        }

        @Test
        @Order(2)
        void second() {
            STORY.add("second " + own.name + " " + alone.name);
        }

        @AfterEach
        void afterEach() {
            STORY.add("after each");
        }

        @AfterAll
        static void afterAll() {
            STORY.add("after all");
        }
    }

    @Test
    void aStaticFieldServesAllTestsAndAnyOtherOneTest() {
        run(Fields.class).assertStatistics(all -> all.succeeded(2));
        assertThat(STORY.subList(0, 3)).containsExactly("new static", "start static", "before all");
        assertThat(STORY)
                .containsSubsequence("start instance", "before each", "first unnamed", "after each", "close instance")
                .containsSubsequence("start unnamed", "before each", "first unnamed", "after each", "close unnamed")
                .containsSubsequence("close instance", "start instance", "second instance alone", "close instance")
                .doesNotContain("start alone", "close alone")
                .endsWith("after all", "close static");
    }

    static class Outer {

        @StartStop
        private final Part outer = new Part("outer");

        @Nested
        class Inner {

            @StartStop
            private final Part inner = new Part("inner");

            @Test
            void nested() {
                STORY.add(outer.name + inner.name);
            }
        }
    }

    @Test
    void aNestedTestHasItsOuterFieldsStartedToo() {
        run(Outer.class).assertStatistics(all -> all.succeeded(1));
        assertThat(STORY)
                .containsExactly(
                        "new outer",
                        "new inner",
                        "start outer",
                        "start inner",
                        "outerinner",
                        "close inner",
                        "close outer");
    }

    static class WithServers {

        @StartStop
        static MisbehavingServer shared;

        @StartStop
        private MisbehavingServer server;

        @StartStop
        private final MisbehavingServer made = MisbehavingServer.start();

        @Test
        void areThere() throws IOException {
            server.enqueue(Behaviour.silence());
            for (MisbehavingServer each : List.of(shared, server, made)) {
                new Socket(InetAddress.getLoopbackAddress(), each.port()).close();
                STORY.add(String.valueOf(each.port()));
            }
        }
    }

    @Test
    void serversAreStartedAndClosed() {
        run(WithServers.class).assertStatistics(all -> all.succeeded(1));
        assertThat(STORY).hasSize(3).doesNotHaveDuplicates().allSatisfy(StartStopTest::isClosed);
        assertThat(WithServers.shared).isNull();
        run(WithServers.class).assertStatistics(all -> all.succeeded(1));
    }

    private static void isClosed(String port) {
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port)).close())
                .isInstanceOf(IOException.class);
    }

    static class Failing {

        @StartStop
        private final Part part = new Part("part");

        @Test
        void fails() {
            throw new AssertionError("no luck with " + part.name);
        }
    }

    @Test
    void aTestThatFailsHasItsFieldsClosedToo() {
        assertThat(failure(Failing.class)).hasMessage("no luck with part");
        assertThat(STORY).containsExactly("new part", "start part", "close part");
    }

    static class Unclosable {
        @StartStop
        String text;

        @Test
        void isNotRun() {
            STORY.add("run");
        }
    }

    static class FinalAndNull {
        @StartStop
        final Part part = null;

        @Test
        void isNotRun() {
            STORY.add("run");
        }
    }

    static class Needy extends Part {
        Needy(String name) {
            super(name);
        }
    }

    static class NeedsMore {
        @StartStop
        Needy part;

        @Test
        void isNotRun() {
            STORY.add("run");
        }
    }

    static class Refusing extends Part {
        @Override
        void start() {
            throw new IllegalStateException("the port is taken");
        }
    }

    static class NotStarting {
        @StartStop
        Refusing part;

        @Test
        void isNotRun() {
            STORY.add("run");
        }
    }

    @Test
    void aFieldThatCanNotBeStartedFailsTheTestAndSaysWhy() {
        assertThat(failure(Unclosable.class))
                .hasMessage("@StartStop: the field 'text' of Unclosable is no AutoCloseable");
        assertThat(failure(FinalAndNull.class))
                .hasMessage("@StartStop: the field 'part' of FinalAndNull is final and null");
        assertThat(failure(NeedsMore.class))
                .hasMessage("@StartStop: the field 'part' of NeedsMore is null, and its type has neither a static"
                        + " start() nor a constructor without parameters");
        assertThat(failure(NotStarting.class)).hasMessage("the port is taken");
        assertThat(STORY).doesNotContain("run");
    }

    @BeforeEach
    void forget() {
        STORY.clear();
    }

    private static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents();
    }

    private static Throwable failure(Class<?> tests) {
        return run(tests).failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .map(result -> result.getThrowable().orElseThrow())
                .findFirst()
                .orElseThrow();
    }
}
