/** What can be counted rather than timed: allocations, copies, flushes, wake-ups, threads. */
@NullMarked
package org.scriptsocket.docs.counts;

import org.jspecify.annotations.NullMarked;
