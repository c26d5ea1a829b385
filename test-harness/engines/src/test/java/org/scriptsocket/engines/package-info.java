/** Every script engine plays the engine contract. */
@NullMarked
package org.scriptsocket.engines;

import org.jspecify.annotations.NullMarked;
