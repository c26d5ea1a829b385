/** A WebSocket server on plain sockets, whose bytes are its own, as tests must misbehave. */
@NullMarked
package org.scriptsocket.kit.server;

import org.jspecify.annotations.NullMarked;
