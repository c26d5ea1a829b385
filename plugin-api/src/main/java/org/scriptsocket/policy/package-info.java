/** What a script may do: bounds, addresses and headers, as records and pure functions. */
@NullMarked
package org.scriptsocket.policy;

import org.jspecify.annotations.NullMarked;
