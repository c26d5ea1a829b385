package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.stream.Collectors;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.kit.junit.LuaTestCases;
import org.scriptsocket.kit.junit.LuaTests;
import org.scriptsocket.kit.junit.ScriptSocketTest;
import org.scriptsocket.kit.memory.MemoryTransport;

/** A Lua test that fails says where. */
final class LuaTestFailuresTest {

    /** Not run by itself: no name that Surefire looks for. */
    @LuaTests("failing_test.lua")
    static final class Failing implements LuaTestCases {}

    /** Run by the test below only, too. */
    @ScriptSocketTest(transport = "memory")
    static final class FailingInJava {

        @Test
        void fails(ScriptHost host, MemoryTransport memory) throws Exception {
            ScriptEngine lua = new ScriptEngineManager().getEngineByName("lua-websocket");
            lua.put("URL", memory.url() + "/path?token=secret");
            host.load(lua, "websocket.connect(URL, nil, function() end)", "test.lua")
                    .start();
            throw new AssertionError("as it should");
        }
    }

    @Test
    void a_failure_in_java_shows_the_connections_too() {
        var failed = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(FailingInJava.class))
                .execute()
                .testEvents()
                .failed()
                .stream()
                .toList();

        assertThat(failed).hasSize(1);
        assertThat(failed.get(0)
                        .getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow())
                .hasMessageStartingWith("as it should")
                .hasMessageContaining("websocket: 1 (ws://127.0.0.1)")
                .hasMessageContaining("called connect to ws://127.0.0.1")
                .message()
                .doesNotContain("path", "secret");
    }

    @Test
    void each_test_function_is_a_test_of_its_name_and_a_failure_has_file_and_line() {
        Events tests = EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Failing.class))
                .execute()
                .testEvents();

        assertThat(tests.succeeded().stream()
                        .map(event -> event.getTestDescriptor().getDisplayName()))
                .containsExactly("test_passes");
        Map<String, String> failures = tests.failed().stream()
                .collect(Collectors.toMap(
                        event -> event.getTestDescriptor().getDisplayName(),
                        event -> event.getRequiredPayload(org.junit.platform.engine.TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()));
        assertThat(failures).containsOnlyKeys("test_fails_at_once", "test_fails_in_a_callback", "test_says_so");
        assertThat(failures.get("test_fails_at_once")).contains("failing_test.lua:2: as it should");
        assertThat(failures.get("test_fails_in_a_callback")).contains("failing_test.lua:7: in 0");
        assertThat(failures.get("test_fails_in_a_callback"))
                .containsPattern("websocket: 1 \\(ws://127\\.0\\.0\\.1:\\d+\\)\n +0\\.\\d+ ms  called connect to ws:")
                .contains("  arrived: opened, status 101\n", "  delivered CONNECTED");
        assertThat(failures.get("test_fails_at_once")).doesNotContain("connections");
        assertThat(failures.get("test_says_so")).contains("test_says_so: no luck");
    }
}
