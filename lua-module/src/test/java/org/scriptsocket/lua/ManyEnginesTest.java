package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scriptsocket.ScriptHost;
import org.scriptsocket.ScriptInstance;
import org.scriptsocket.kit.memory.MemoryTransport;
import org.scriptsocket.lua.vm.LuaClosure;
import org.scriptsocket.lua.vm.Prototype;

/** Many engines with the sandbox in one JVM. */
class ManyEnginesTest {

    private static final int ENGINES = 1_000;
    private static final long MOST = 400 << 10;
    private static final String SCRIPT = """
            local count = 0
            function greet(self, name) count = count + 1 self.last = name return ("hello %s %d"):format(name, count) end
            function update(self, dt) self.time = (self.time or 0) + dt end
            """;

    private final LuaScriptEngineFactory factory = new LuaScriptEngineFactory().withSandbox(LuaSandbox.restricted());

    private static long heap() {
        Runtime jvm = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, jvm.totalMemory() - jvm.freeMemory());
        }
        return least;
    }

    private static Prototype code(ScriptEngine engine, String function) {
        return ((LuaClosure) ((LuaScriptEngine) engine).vm().globals().rawget(function)).p;
    }

    @Test
    void aThousandWorkAndTakeLittleMemoryEach() throws Exception {
        try (MemoryTransport transport = new MemoryTransport()) {
            List<ScriptHost> hosts = new ArrayList<>();
            List<ScriptInstance> instances = new ArrayList<>();
            add(transport, hosts, instances);
            long before = heap();
            for (int i = 0; i < ENGINES; i++) {
                add(transport, hosts, instances);
            }
            long each = (heap() - before) / ENGINES;
            for (ScriptInstance instance : instances) {
                assertThat(instance.call("greet", "Ann")).isEqualTo("hello Ann 1");
            }
            hosts.forEach(host -> host.update(0.1));
            hosts.forEach(ScriptHost::abort);
            System.out.println("An engine with the sandbox, its host and a script take " + each + " bytes");
            assertThat(each).isLessThan(MOST);
        }
    }

    private void add(MemoryTransport transport, List<ScriptHost> hosts, List<ScriptInstance> instances)
            throws Exception {
        ScriptHost host = ScriptHost.builder().untrusted().transport(transport).build();
        hosts.add(host);
        instances.add(host.load(factory.getScriptEngine(), SCRIPT, "shared.lua").start());
    }

    @Test
    void enginesThatLoadTheSameFileShareItsCode() throws Exception {
        try (MemoryTransport transport = new MemoryTransport();
                ScriptHost host = ScriptHost.builder().transport(transport).build()) {
            ScriptEngine one = factory.getScriptEngine();
            ScriptEngine other = new LuaScriptEngineFactory().getScriptEngine();
            ScriptEngine third = factory.getScriptEngine();
            host.load(one, SCRIPT, "shared.lua");
            host.load(other, SCRIPT, "shared.lua");
            host.load(third, SCRIPT + "-- another", "shared.lua");
            assertThat(code(other, "greet")).isSameAs(code(one, "greet")).isNotSameAs(code(third, "greet"));
        }
    }

    @Test
    void enginesThatRequireTheSameModuleShareItsCode(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("m.lua"), "return function() return 1 end".getBytes(StandardCharsets.UTF_8));
        LuaScriptEngineFactory modules = factory.withModules(ModuleFolders.of(folder));
        ScriptEngine one = modules.getScriptEngine();
        ScriptEngine other = modules.getScriptEngine();
        one.eval("f = require('m')");
        other.eval("f = require('m')");
        assertThat(code(other, "f")).isSameAs(code(one, "f"));
    }
}
