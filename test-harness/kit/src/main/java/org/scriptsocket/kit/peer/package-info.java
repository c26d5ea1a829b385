/** What the other side of a connection does, as data, and what it saw: played by the server and by the in-memory transport. */
@NullMarked
package org.scriptsocket.kit.peer;

import org.jspecify.annotations.NullMarked;
