package org.scriptsocket.policy;

import org.jspecify.annotations.Nullable;

/**
 * A failure as a log may show it: its messages and those of its causes are without secrets, and can not begin a line of their own. Scripts and
 * peers may have written parts of them.
 */
public final class LoggedFailure extends Exception {

    private static final long serialVersionUID = 1;
    /** Causes may go in a circle. */
    private static final int MOST_CAUSES = 10;

    private LoggedFailure(Throwable failure, @Nullable Throwable cause) {
        super(VisibleText.of(Secrets.hide(failure.toString())), cause, false, true);
        setStackTrace(failure.getStackTrace());
    }

    /** To be given to a logger, and to nobody else. */
    public static Throwable of(Throwable failure) {
        return of(failure, MOST_CAUSES);
    }

    private static LoggedFailure of(Throwable failure, int causes) {
        Throwable cause = failure.getCause();
        return new LoggedFailure(failure, cause == null || causes == 0 ? null : of(cause, causes - 1));
    }

    /** The class of the failure, and what it says. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // the name of this class would say nothing
    public String toString() {
        return String.valueOf(getMessage());
    }
}
