package org.scriptsocket.lua;

import org.junit.jupiter.api.Nested;

/** What the Javadoc of {@code javax.script} demands of an engine, method by method. */
abstract class EngineSpecification {

    private final EngineSource source;

    EngineSpecification(EngineSource source) {
        this.source = source;
    }

    @Nested
    class Of_Bindings extends BindingsSentences {
        Of_Bindings() {
            super(EngineSpecification.this.source);
        }
    }

    @Nested
    class Of_Compilable extends CompilableSentences {
        Of_Compilable() {
            super(EngineSpecification.this.source);
        }
    }

    @Nested
    class Of_Invocable extends InvocableSentences {
        Of_Invocable() {
            super(EngineSpecification.this.source);
        }
    }

    @Nested
    class Of_ScriptContext extends ScriptContextSentences {
        Of_ScriptContext() {
            super(EngineSpecification.this.source);
        }
    }

    @Nested
    class Of_ScriptEngine extends ScriptEngineSentences {
        Of_ScriptEngine() {
            super(EngineSpecification.this.source);
        }
    }

    @Nested
    class Of_ScriptEngineFactory extends ScriptEngineFactorySentences {
        Of_ScriptEngineFactory() {
            super(EngineSpecification.this.source);
        }
    }
}
