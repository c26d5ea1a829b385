/** The SPI for script engines: what joins an engine to the {@code websocket} module. */
@NullMarked
package org.scriptsocket.script;

import org.jspecify.annotations.NullMarked;
