package org.scriptsocket;

import javax.script.ScriptEngineFactory;

/**
 * A factory whose engines bring along what their host is made of, as one does that comes out of an injector.
 *
 * <p>{@link ScriptHost#of} asks it when the engine has no host yet.
 */
public interface HostedEngineFactory extends ScriptEngineFactory {

    /** A new builder for the host of one engine. */
    ScriptHost.Builder hostBuilder();
}
