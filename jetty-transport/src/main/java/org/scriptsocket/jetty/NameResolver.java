package org.scriptsocket.jetty;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks up the addresses of a name. Called on threads that may block, on several at once. */
@FunctionalInterface
public interface NameResolver {

    /**
     * All addresses of a name, in the order in which they are to be tried.
     *
     * @throws UnknownHostException if it has none
     */
    InetAddress[] lookUp(String name) throws UnknownHostException;
}
