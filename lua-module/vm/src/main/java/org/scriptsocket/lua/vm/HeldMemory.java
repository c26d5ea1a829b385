package org.scriptsocket.lua.vm;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes can be reached from some values: strings, tables, functions and what coroutines hold. The sizes are those of a JVM
 * with compressed references.
 */
@NullMarked
public final class HeldMemory {

    /** A value of Java that refers to values of scripts. */
    public interface Holder {
        /** Adds what it refers to. */
        void tell(HeldMemory held);
    }

    private static final int OBJECT = 24;
    private static final int TABLE = 64;
    private static final int ELEMENT = 4;
    private static final int ENTRY = 28;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ArrayDeque<Object> waiting = new ArrayDeque<>();
    private final long enough;
    private long bytes;

    /** @param enough when there are more it looks no further */
    public HeldMemory(long enough) {
        this.enough = enough;
    }

    /** Null is nothing. */
    public void add(@Nullable LuaValue value) {
        if (value instanceof LuaString text) {
            string(text);
        } else if (value instanceof LuaNumber) {
            bytes += OBJECT - 8;
        } else if (value != null && !value.isnil() && !value.isboolean() && seen.add(value)) {
            bytes += OBJECT;
            waiting.add(value);
        }
    }

    /** An object of Java that scripts have made, and how many bytes it takes. */
    public void add(Object object, long more) {
        if (seen.add(object)) {
            bytes += OBJECT + more;
        }
    }

    /** The calls of a coroutine. */
    public void add(CallStack calls) {
        if (seen.add(calls)) {
            calls.tell(this);
        }
    }

    void add(CallFrame frame) {
        bytes += OBJECT;
        all(frame.registers);
        add(frame.varargs);
        add(frame.open);
    }

    void add(UpValue value) {
        if (value != null && seen.add(value)) {
            bytes += OBJECT;
            add(value.array[value.index]);
        }
    }

    void add(Prototype code) {
        if (seen.add(code)) {
            bytes += 4L * (code.code.length + code.lineinfo.length) + 2 * OBJECT;
            all(code.k);
            for (Prototype each : code.p) {
                add(each);
            }
        }
    }

    void entries(int elements, int slots) {
        bytes += TABLE + (long) ELEMENT * elements + (long) ENTRY * slots;
    }

    private void add(@Nullable Varargs values) {
        for (int i = 1; values != null && i <= values.narg(); i++) {
            add(values.arg(i));
        }
    }

    private void all(LuaValue @Nullable [] values) {
        if (values != null) {
            for (LuaValue each : values) {
                add(each);
            }
        }
    }

    /** Strings may share their bytes. */
    private void string(LuaString text) {
        bytes += OBJECT;
        if (seen.add(text.m_bytes)) {
            bytes += text.m_bytes.length;
        }
    }

    /** What can be reached from what was added. */
    public long bytes() {
        while (bytes <= enough && !waiting.isEmpty()) {
            visit(waiting.remove());
        }
        return bytes;
    }

    private void visit(Object value) {
        if (value instanceof LuaTable table) {
            table.tell(this);
        } else if (value instanceof LuaClosure closure) {
            closure.tell(this);
        } else if (value instanceof LuaUserdata userdata) {
            add(userdata.getmetatable());
        }
        if (value instanceof Holder holder) {
            holder.tell(this);
        }
    }

    /** How many things were looked at. */
    public int count() {
        return seen.size();
    }
}
