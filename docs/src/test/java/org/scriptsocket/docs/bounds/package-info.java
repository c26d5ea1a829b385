/** What peers and scripts can not do to the memory and the time of a host: floods, slow readers, and things of every size. */
@NullMarked
package org.scriptsocket.docs.bounds;

import org.jspecify.annotations.NullMarked;
