/** The transport of docs/tutorial-transport.md, and its tests. */
@NullMarked
package org.scriptsocket.docs.netty;

import org.jspecify.annotations.NullMarked;
