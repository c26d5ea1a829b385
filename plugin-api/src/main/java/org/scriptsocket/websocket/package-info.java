/** The {@code websocket} module: one state machine for every script engine and every transport. */
@NullMarked
package org.scriptsocket.websocket;

import org.jspecify.annotations.NullMarked;
