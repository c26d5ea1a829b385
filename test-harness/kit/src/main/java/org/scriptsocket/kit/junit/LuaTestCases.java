package org.scriptsocket.kit.junit;

import java.util.Arrays;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.scriptsocket.kit.peer.Peers;

/**
 * Makes each global function {@code test_*} of the scripts that {@link LuaTests} names a JUnit test of its name.
 *
 * <pre>{@code
 * @LuaTests("chat_test.lua")
 * class ChatTest implements LuaTestCases {}
 * }</pre>
 *
 * <p>Each test has an engine, a host, an instance of the script and a server of its own. The script finds the server's url in the global
 * {@code URL}, and {@code log} and {@code print} to write to the output. {@code function test_it()} and {@code function test_it(self)}
 * are over when they return. {@code function test_it(done)} and {@code function test_it(self, done)} are over when {@code done} is
 * called, and until then the host is updated; {@code done("why")} fails the test. {@code self} is the instance's, which {@code init} has
 * seen. An error that nobody catches fails the test with file and line, in a callback too, and with the last events of the test's
 * connections.
 */
public interface LuaTestCases {

    /**
     * Called before each test, for a class that wants to tell the peers what to do, or to give the script more globals.
     *
     * @param peers a server on a socket, or, where the transport is {@code memory}, that transport
     * @param engine before the script is loaded
     */
    default void prepare(Peers peers, ScriptEngine engine) {}

    /** The tests, in the order of the script. */
    @TestFactory
    default Stream<DynamicNode> lua() {
        LuaTests tests = getClass().getAnnotation(LuaTests.class);
        if (tests == null) {
            throw new IllegalStateException(getClass().getName() + " has no @LuaTests that names its scripts");
        }
        return Arrays.stream(tests.value())
                .map(name -> LuaTestScript.read(getClass(), name))
                .flatMap(script -> script.tests(tests, this::prepare));
    }
}
