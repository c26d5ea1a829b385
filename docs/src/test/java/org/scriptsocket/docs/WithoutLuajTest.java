package org.scriptsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ServiceLoader;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.scriptsocket.lua.luaj.LuajBinding;
import org.scriptsocket.script.ScriptBinding;

/** LuaJ is not on the class path of these tests, and its binding is. */
final class WithoutLuajTest {

    @Test
    void the_binding_of_luaj_is_found_and_supports_nothing() {
        assertThatThrownBy(() -> Class.forName("org.luaj.vm2.LuaValue")).isInstanceOf(ClassNotFoundException.class);
        ScriptEngine ours = new ScriptEngineManager().getEngineByName("lua-websocket");
        assertThat(ServiceLoader.load(ScriptBinding.class))
                .filteredOn(LuajBinding.class::isInstance)
                .singleElement()
                .matches(binding -> !binding.supports(ours));
    }
}
