/** What every script engine must do with the {@code websocket} module, written once for all languages: {@link org.scriptsocket.kit.engine.EngineContract}. */
@NullMarked
package org.scriptsocket.kit.engine;

import org.jspecify.annotations.NullMarked;
