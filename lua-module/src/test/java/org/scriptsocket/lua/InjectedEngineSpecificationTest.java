package org.scriptsocket.lua;

import org.junit.jupiter.api.Nested;

/** What the Javadoc of {@code javax.script} demands of an engine, method by method. */
final class InjectedEngineSpecificationTest {

    private static final EngineSource SOURCE = EngineSource.INJECTED;

    @Nested
    class Of_Bindings extends BindingsSentences {
        Of_Bindings() {
            super(SOURCE);
        }
    }

    @Nested
    class Of_Compilable extends CompilableSentences {
        Of_Compilable() {
            super(SOURCE);
        }
    }

    @Nested
    class Of_Invocable extends InvocableSentences {
        Of_Invocable() {
            super(SOURCE);
        }
    }

    @Nested
    class Of_ScriptContext extends ScriptContextSentences {
        Of_ScriptContext() {
            super(SOURCE);
        }
    }

    @Nested
    class Of_ScriptEngine extends ScriptEngineSentences {
        Of_ScriptEngine() {
            super(SOURCE);
        }
    }

    @Nested
    class Of_ScriptEngineFactory extends ScriptEngineFactorySentences {
        Of_ScriptEngineFactory() {
            super(SOURCE);
        }
    }
}
