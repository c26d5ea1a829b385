/** A host that is updated by the threads of its transport. */
@NullMarked
package org.scriptsocket.docs.direct;

import org.jspecify.annotations.NullMarked;
