/** Every fault of a peer crossed with everything a script may do, at random and by the thousand: what must hold, holds. */
@NullMarked
package org.scriptsocket.docs.faults;

import org.jspecify.annotations.NullMarked;
