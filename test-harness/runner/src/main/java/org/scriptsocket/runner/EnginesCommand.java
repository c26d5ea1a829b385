package org.scriptsocket.runner;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.scriptsocket.script.ScriptBindings;
import org.scriptsocket.transport.Transport;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "engines",
        description = {"Lists the script engines and transports that were found, and why one can not be used.", ""},
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Engines are found by javax.script's discovery. The variable CLASSPATH adds jars:",
            "  CLASSPATH=nashorn-core.jar:asm.jar scriptsocket engines"
        })
final class EnginesCommand implements Callable<Integer> {

    private final Output output;

    EnginesCommand(Terminal terminal) {
        this.output = new Output(terminal.out());
    }

    @Override
    public Integer call() {
        output.line("Script engines:");
        list(ScriptEngineFactory.class, EnginesCommand::engine);
        output.line("Transports:");
        list(Transport.class, EnginesCommand::transport);
        output.flush();
        return CommandLine.ExitCode.OK;
    }

    private <T> void list(Class<T> service, Function<T, String> line) {
        int found = 0;
        // Ends: a provider that can not be loaded is told of once, and then left behind.
        for (Iterator<ServiceLoader.Provider<T>> all =
                        ServiceLoader.load(service).stream().iterator();
                hasNext(all); ) {
            output.line("  " + described(all.next(), line));
            found++;
        }
        if (found == 0) {
            output.line("  none");
        }
    }

    private boolean hasNext(Iterator<?> all) {
        while (true) {
            try {
                return all.hasNext();
            } catch (ServiceConfigurationError | LinkageError e) {
                output.line("  unusable: " + e.getMessage());
            }
        }
    }

    /** Any provider may be broken in any way; that must not hide the others. */
    @SuppressWarnings("CatchingUnchecked")
    private static <T> String described(ServiceLoader.Provider<T> provider, Function<T, String> line) {
        try {
            return line.apply(provider.get());
        } catch (Exception | LinkageError | ServiceConfigurationError e) {
            return provider.type().getName() + ": unusable: " + (e.getCause() == null ? e : e.getCause());
        }
    }

    private static String engine(ScriptEngineFactory factory) {
        return factory.getEngineName() + " " + factory.getEngineVersion() + ", " + factory.getLanguageName() + " "
                + factory.getLanguageVersion() + "; names: " + String.join(", ", factory.getNames())
                + "; extensions: " + String.join(", ", factory.getExtensions()) + usability(factory);
    }

    private static String usability(ScriptEngineFactory factory) {
        ScriptEngine engine = factory.getScriptEngine();
        try {
            ScriptBindings.find(engine, Thread.currentThread().getContextClassLoader());
            return "";
        } catch (IllegalArgumentException e) {
            return "; unusable: " + e.getMessage();
        }
    }

    private static String transport(Transport transport) {
        String version = transport.getClass().getPackage().getImplementationVersion();
        String name = transport.name() + (version == null ? "" : " " + version);
        return transport.onlyByName() ? name + "; only where --transport names it" : name;
    }
}
