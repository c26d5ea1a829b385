/** The WebSocket client of {@code java.net.http} behind the transport SPI: no library, and not everything that Jetty can. */
@NullMarked
package org.scriptsocket.jdk;

import org.jspecify.annotations.NullMarked;
