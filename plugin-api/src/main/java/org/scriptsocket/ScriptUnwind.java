package org.scriptsocket;

/**
 * Thrown by a host's own function to end the script call that is under way, such as {@code os.exit}: neither the script nor its engine
 * can catch it, and it comes out of the call of the {@link ScriptHost} that began the script call. It is no error, and is not reported.
 *
 * <p>Events that were not delivered yet come in the next update.
 */
public class ScriptUnwind extends Error {

    private static final long serialVersionUID = 1;

    public ScriptUnwind(String why) {
        super(why, null, false, false);
    }
}
