/** The SPI for transports: what carries the frames of a WebSocket connection (RFC 6455). */
@NullMarked
package org.scriptsocket.transport;

import org.jspecify.annotations.NullMarked;
