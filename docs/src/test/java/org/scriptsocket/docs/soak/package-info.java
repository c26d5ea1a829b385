/** For as long as one likes: hundreds of connections with random faults, reload and traffic, and an account of every message. */
@NullMarked
package org.scriptsocket.docs.soak;

import org.jspecify.annotations.NullMarked;
