package org.scriptsocket.kit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts what a field holds before the tests need it, and closes it after them: a static field for all tests of the class, any other for
 * each test by itself, before {@code @BeforeEach} methods and until after {@code @AfterEach} methods. Several fields are closed in the
 * reverse order.
 *
 * <pre>{@code
 * class ChatTest {
 *     @StartStop
 *     MisbehavingServer server;
 *
 *     @Test
 *     void says_hello() {
 *         server.enqueue(Behaviour.accept().send("hello"));
 *         // ... connect to server.url() ...
 *         assertEquals("/chat", server.takeRequest().target());
 *     }
 * }
 * }</pre>
 *
 * <p>The type must be {@link AutoCloseable}. A field that is null is set, to what the type's static {@code start()} gives, or else to a
 * new object. An object with a method {@code start()} is started by it.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ExtendWith(StartStopExtension.class)
public @interface StartStop {}
