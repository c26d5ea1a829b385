@NullMarked
package org.scriptsocket.kit.peer;

import org.jspecify.annotations.NullMarked;
