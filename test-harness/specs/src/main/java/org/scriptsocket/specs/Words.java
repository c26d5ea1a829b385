package org.scriptsocket.specs;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.scriptsocket.lua.vm.LuaError;
import org.scriptsocket.lua.vm.LuaTable;
import org.scriptsocket.lua.vm.LuaUserdata;
import org.scriptsocket.lua.vm.LuaValue;
import org.scriptsocket.lua.vm.Varargs;
import org.scriptsocket.lua.vm.lib.LibraryFunction;

/**
 * A kind of object that scripts hold: its methods and fields by the names that scripts use.
 *
 * @param <T> what stands behind such an object
 */
final class Words<T> {

    /** What a method does; the first is the object itself as the script has it. */
    interface Word<T> {
        LuaValue call(LuaValue self, T object, Arguments given);
    }

    private final String kind;
    private final Class<T> type;
    private final Map<String, LibraryFunction> methods = new TreeMap<>();
    private final Map<String, Function<T, LuaValue>> fields = new TreeMap<>();
    private final LuaTable metatable = new LuaTable();

    /** @param kind with its article, as errors name it: {@code a server} */
    Words(String kind, Class<T> type) {
        this.kind = kind;
        this.type = type;
        LibraryFunction.define(metatable, "__index", args -> member(args.arg1(), args.arg(2)));
        LibraryFunction.define(metatable, "__newindex", args -> {
            throw new LuaError(
                    kind + " can not be given a '" + Texts.of(args.arg(2).tostring()) + "'");
        });
        LibraryFunction.define(
                metatable, "__tostring", args -> Texts.of(String.valueOf(object(args.arg1(), "tostring"))));
    }

    /** @param most arguments that it takes */
    void method(String name, int most, Word<T> word) {
        methods.put(name, LibraryFunction.of(name, args -> call(name, most, word, args)));
    }

    void field(String name, Function<T, LuaValue> value) {
        fields.put(name, value);
    }

    Set<String> methods() {
        return methods.keySet();
    }

    LuaValue wrap(T object) {
        return new LuaUserdata(object, metatable);
    }

    private Varargs call(String name, int most, Word<T> word, Varargs args) {
        T object = object(args.arg1(), name);
        Arguments given = new Arguments(name, args.subargs(2));
        given.atMost(most);
        try {
            return word.call(args.arg1(), object, given);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new LuaError("'" + name + "': " + e.getMessage());
        }
    }

    private T object(LuaValue self, String method) {
        if (!self.isuserdata(type)) {
            throw new LuaError("'" + method + "' is to be called on " + kind + ", with a colon");
        }
        return type.cast(self.touserdata());
    }

    private LuaValue member(LuaValue self, LuaValue key) {
        String name = Texts.of(key.tostring());
        Function<T, LuaValue> field = fields.get(name);
        if (field != null) {
            return field.apply(object(self, name));
        }
        LibraryFunction method = methods.get(name);
        if (method == null) {
            Set<String> known = new TreeSet<>(methods.keySet());
            known.addAll(fields.keySet());
            throw new LuaError(kind + " has no '" + name + "'" + NearNames.hint(name, known));
        }
        return method;
    }
}
