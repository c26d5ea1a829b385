/** The transport over the Jetty WebSocket client; Jetty is not seen outside of it. */
@NullMarked
package org.scriptsocket.jetty;

import org.jspecify.annotations.NullMarked;
