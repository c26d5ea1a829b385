package org.scriptsocket.kit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class what they ask for by parameters, of methods or of the constructor, new for each test:
 *
 * <ul>
 *   <li>{@link org.scriptsocket.kit.server.MisbehavingServer}: started on a free port;
 *   <li>{@link org.scriptsocket.ScriptHost}: over the transport that is named here;
 *   <li>{@link ScriptErrors}: the errors that scripts of that host did not catch;
 *   <li>{@link org.scriptsocket.kit.EventRecorder}: the events of the scripts of that host, which it drives while it waits;
 *   <li>{@link org.scriptsocket.kit.memory.MemoryTransport}: the host's own where the transport is {@code memory};
 *   <li>{@link org.scriptsocket.kit.ManualClock}: the host's own and that transport's where the time is virtual.
 * </ul>
 *
 * <p>After each test the host and the server are closed. The test fails if a script error was not taken, or the server has a connection
 * left. Whatever a test fails with shows the last events of the host's connections: an assertion in its message, any other exception
 * in its stack trace.
 *
 * <pre>{@code
 * @ScriptSocketTest
 * class ChatTest {
 *     @Test
 *     void saysHello(ScriptHost host, MisbehavingServer server) { ... }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(ScriptSocketExtension.class)
public @interface ScriptSocketTest {

    /** The name of the transport; empty for the one that is on the class path. */
    String transport() default "";

    /** Whether time passes only by the test's {@code ManualClock}; over the in-memory transport. */
    boolean virtualTime() default false;
}
