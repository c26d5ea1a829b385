/** How the languages that the project knows write what the scripts of {@link org.scriptsocket.kit.engine.EngineContract} do. */
@NullMarked
package org.scriptsocket.kit.dialect;

import org.jspecify.annotations.NullMarked;
