/** A transport without sockets, whose peers are in the same process. */
@NullMarked
package org.scriptsocket.kit.memory;

import org.jspecify.annotations.NullMarked;
