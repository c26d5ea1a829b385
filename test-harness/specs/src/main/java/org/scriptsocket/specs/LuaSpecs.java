package org.scriptsocket.specs;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.platform.commons.annotation.Testable;

/**
 * Makes an empty class stand for Lua specs, for tools that think in classes, such as Surefire and IDEs.
 *
 * <pre>{@code
 * @LuaSpecs("chat")
 * class ChatSpecsTest {}
 * }</pre>
 *
 * <p>The specs are the tests of the engine {@value LuaSpecsTestEngine#ID}, grouped by file and {@code describe}. That there is none is a
 * test that fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@Testable // IDEs offer to run the class
public @interface LuaSpecs {

    /**
     * Which specs: how their names begin on the class path, relative to the package of the class, or from the root with a slash at the
     * beginning; {@code chat} are {@code chat_spec.lua} and all of a folder {@code chat}. Where the class path has none, the path of a file
     * or a folder. The default is all specs beneath the package of the class.
     */
    String[] value() default "";
}
