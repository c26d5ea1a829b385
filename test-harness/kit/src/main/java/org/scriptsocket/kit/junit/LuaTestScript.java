package org.scriptsocket.kit.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.script.ScriptEngine;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.scriptsocket.kit.peer.Peers;

/**
 * A test script on the class path.
 *
 * @param name of the file, as errors give it
 */
record LuaTestScript(String name, String source, URI uri) {

    static LuaTestScript read(Class<?> testClass, String resource) {
        URL url = testClass.getResource(resource);
        if (url == null) {
            throw new IllegalStateException(
                    "there is no script '" + resource + "' on the class path of " + testClass.getName());
        }
        try (InputStream in = url.openStream()) {
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new LuaTestScript(resource.substring(resource.lastIndexOf('/') + 1), source, url.toURI());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<DynamicNode> tests(LuaTests settings, BiConsumer<Peers, ScriptEngine> prepare) {
        List<LuaTestFunction> functions = LuaTestFunction.in(source);
        if (functions.isEmpty()) {
            throw new IllegalStateException(name + " has no function whose name begins with test_");
        }
        return functions.stream().map(function -> {
            LuaTestRun run = new LuaTestRun(this, function, settings, prepare);
            return DynamicTest.dynamicTest(function.name(), position(function), run::run);
        });
    }

    private URI position(LuaTestFunction function) {
        return URI.create(uri + (uri.isOpaque() ? "" : "?line=" + function.line()));
    }
}
