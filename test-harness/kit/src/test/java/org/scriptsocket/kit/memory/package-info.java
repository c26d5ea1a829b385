@NullMarked
package org.scriptsocket.kit.memory;

import org.jspecify.annotations.NullMarked;
