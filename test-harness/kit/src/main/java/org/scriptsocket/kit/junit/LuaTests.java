package org.scriptsocket.kit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the scripts whose {@code test_} functions are the tests of a class; see {@link LuaTestCases}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface LuaTests {

    /** Class-path resources, relative to the package of the class, or absolute with a slash at the beginning. */
    String[] value();

    /** The name of the script engine. */
    String engine() default "lua-websocket";

    /** The name of the transport; empty for the one that is on the class path. */
    String transport() default "";

    /** How long a test may take until it calls {@code done}. */
    long limitMillis() default 20_000;
}
