/** Scripts over this stack, side by side with the clients that one would use instead. */
@NullMarked
package org.scriptsocket.bench;

import org.jspecify.annotations.NullMarked;
