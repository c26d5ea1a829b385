package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

abstract class BindingsSentences extends EngineSource.Sentences {

    private static final Object NO_NAME = 1;

    private final Bindings bindings = engine.getBindings(ScriptContext.ENGINE_SCOPE);

    BindingsSentences(EngineSource source) {
        super(source);
    }

    @Nested
    class put {

        @Test
        void sets_a_named_value() throws ScriptException {
            bindings.put("x", 5);
            assertThat(engine.eval("return x")).isEqualTo(5);
        }

        @Test
        void returns_the_value_previously_associated_with_the_given_name() throws ScriptException {
            engine.eval("x = 4");
            assertThat(bindings.put("x", 5)).isEqualTo(4);
        }

        @Test
        void returns_null_if_no_value_was_previously_associated_with_the_name() {
            assertThat(bindings.put("x", 5)).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_the_name_is_null() {
            assertThatNullPointerException().isThrownBy(() -> bindings.put(null, 1));
        }

        @Test
        void throws_IllegalArgumentException_if_the_name_is_empty_String() {
            assertThatIllegalArgumentException().isThrownBy(() -> bindings.put("", 1));
        }
    }

    @Nested
    class putAll {

        @Test
        void adds_all_the_mappings_in_a_given_Map_to_this_Bindings() throws ScriptException {
            bindings.put("z", 9);
            bindings.putAll(Map.of("x", 1, "y", "two"));
            assertThat(engine.eval("return x .. y .. z")).isEqualTo("1two9");
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_toMerge_map_is_null() {
            assertThatNullPointerException().isThrownBy(() -> bindings.putAll(null));
        }

        @Test
        void throws_NullPointerException_if_some_key_in_the_map_is_null() {
            Map<@Nullable String, Object> map = new HashMap<>();
            map.put(null, 1);
            @SuppressWarnings("NullAway")
            Runnable merge = () -> bindings.putAll(map);
            assertThatNullPointerException().isThrownBy(merge::run);
        }

        @Test
        void throws_IllegalArgumentException_if_some_key_in_the_map_is_an_empty_String() {
            assertThatIllegalArgumentException().isThrownBy(() -> bindings.putAll(Map.of("", 1)));
        }
    }

    @Nested
    class containsKey {

        @Test
        void returns_true_if_this_map_contains_a_mapping_for_the_specified_key() throws ScriptException {
            engine.eval("x = false");
            assertThat(bindings.containsKey("x")).isTrue();
        }

        @Test
        void returns_true_only_if_it_does() throws ScriptException {
            engine.eval("x = 1 x = nil");
            assertThat(bindings.containsKey("x")).isFalse();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_key_is_null() {
            assertThatNullPointerException().isThrownBy(() -> bindings.containsKey(null));
        }

        @Test
        void throws_ClassCastException_if_key_is_not_String() {
            assertThatThrownBy(() -> bindings.containsKey(NO_NAME)).isInstanceOf(ClassCastException.class);
        }

        @Test
        void throws_IllegalArgumentException_if_key_is_empty_String() {
            assertThatIllegalArgumentException().isThrownBy(() -> bindings.containsKey(""));
        }
    }

    @Nested
    class get {

        @Test
        void returns_the_value_to_which_this_map_maps_the_specified_key() throws ScriptException {
            engine.eval("x = 'y'");
            assertThat(bindings.get("x")).isEqualTo("y");
        }

        @Test
        void returns_null_if_the_map_contains_no_mapping_for_this_key() {
            assertThat(bindings.get("x")).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_key_is_null() {
            assertThatNullPointerException().isThrownBy(() -> bindings.get(null));
        }

        @Test
        void throws_ClassCastException_if_key_is_not_String() {
            assertThatThrownBy(() -> bindings.get(NO_NAME)).isInstanceOf(ClassCastException.class);
        }

        @Test
        void throws_IllegalArgumentException_if_key_is_empty_String() {
            assertThatIllegalArgumentException().isThrownBy(() -> bindings.get(""));
        }
    }

    @Nested
    class remove {

        @Test
        void removes_the_mapping_for_this_key_and_returns_the_value() throws ScriptException {
            engine.eval("x = 3");
            assertThat(bindings.remove("x")).isEqualTo(3);
            assertThat(engine.eval("return x")).isNull();
            assertThat(bindings.containsKey("x")).isFalse();
        }

        @Test
        void returns_null_if_the_map_contained_no_mapping_for_this_key() {
            assertThat(bindings.remove("x")).isNull();
        }

        @Test
        @SuppressWarnings("NullAway")
        void throws_NullPointerException_if_key_is_null() {
            assertThatNullPointerException().isThrownBy(() -> bindings.remove(null));
        }

        @Test
        void throws_ClassCastException_if_key_is_not_String() {
            assertThatThrownBy(() -> bindings.remove(NO_NAME)).isInstanceOf(ClassCastException.class);
        }

        @Test
        void throws_IllegalArgumentException_if_key_is_empty_String() {
            assertThatIllegalArgumentException().isThrownBy(() -> bindings.remove(""));
        }
    }

    /** What {@link Map} demands of its views. */
    @Nested
    class the_views_of_the_map {

        @Test
        void show_what_a_script_does_at_once() throws ScriptException {
            var names = bindings.keySet();
            var entries = bindings.entrySet();
            var values = bindings.values();
            int size = bindings.size();
            engine.eval("x = 'new'");
            assertThat(names).contains("x").hasSize(size + 1);
            assertThat(entries).contains(Map.entry("x", "new")).hasSize(size + 1);
            assertThat(values).contains("new").hasSize(size + 1);
            engine.eval("x = nil");
            assertThat(names).doesNotContain("x").hasSize(size);
            assertThat(bindings).hasSize(size);
        }

        @Test
        void remove_what_is_removed_from_them() throws ScriptException {
            engine.eval("x, y, z = 1, 2, 'three'");
            bindings.keySet().remove("x");
            bindings.entrySet().remove(Map.entry("y", 2));
            bindings.values().remove("three");
            assertThat(engine.eval("return x == nil and y == nil and z == nil")).isEqualTo(true);
        }

        @Test
        void set_what_is_set_in_an_entry() throws ScriptException {
            engine.eval("x = 1");
            for (Map.Entry<String, Object> entry : bindings.entrySet()) {
                if (entry.getKey().equals("x")) {
                    assertThat(entry.setValue(2)).isEqualTo(1);
                }
            }
            assertThat(engine.eval("return x")).isEqualTo(2);
        }

        @Test
        void can_be_emptied_by_an_iterator() {
            Iterator<String> names = bindings.keySet().iterator();
            while (names.hasNext()) {
                names.next();
                names.remove();
            }
            assertThat(bindings.isEmpty()).isTrue();
        }

        @Test
        void are_empty_after_clear_and_so_are_the_globals() throws ScriptException {
            bindings.clear();
            assertThat(bindings).isEmpty();
            assertThat(bindings.entrySet()).isEmpty();
            assertThat(engine.eval("return print == nil and _G == nil")).isEqualTo(true);
        }

        @Test
        void leave_out_names_that_bindings_can_not_have() throws ScriptException {
            engine.eval("_G[1] = 1 _G[''] = 2 _G['\\255'] = 3 x = 4");
            assertThat(bindings.keySet()).contains("x").doesNotContain("1", "", "\u00ff");
        }
    }
}
