package org.scriptsocket.lua;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.scriptsocket.lua.vm.CallStack;
import org.scriptsocket.lua.vm.Globals;
import org.scriptsocket.lua.vm.HeldMemory;
import org.scriptsocket.lua.vm.LuaValue;

/** From where the values that a VM's scripts hold can be reached, whatever of it is in the globals. */
final class HeldValues {

    private static final int FEW = 64;

    private final Globals globals;
    private final CallStack main;
    private final List<LuaValue> always = new ArrayList<>();
    /** Held by the host for a script: its functions, callbacks and {@code self}. */
    private List<WeakReference<LuaValue>> byHost = new ArrayList<>();

    private int pruneAt = FEW;

    HeldValues(Globals globals) {
        this.globals = globals;
        this.main = globals.calls;
    }

    void always(LuaValue value) {
        always.add(value);
    }

    void byHost(LuaValue value) {
        if (byHost.size() >= pruneAt) {
            byHost = new ArrayList<>(
                    byHost.stream().filter(each -> each.get() != null).toList());
            pruneAt = Math.max(FEW, 2 * byHost.size());
        }
        byHost.add(new WeakReference<>(value));
    }

    /** @param enough when there are more bytes it looks no further */
    HeldMemory count(long enough) {
        HeldMemory held = new HeldMemory(enough);
        held.add(globals);
        held.add(globals.running);
        held.add(main);
        held.add(globals.calls);
        always.forEach(held::add);
        byHost.forEach(each -> held.add(each.get()));
        held.bytes();
        return held;
    }
}
