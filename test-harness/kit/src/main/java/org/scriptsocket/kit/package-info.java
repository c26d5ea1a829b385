/** What tests of hosts and transports share: a manual clock, and a recorder of what a transport tells. */
@NullMarked
package org.scriptsocket.kit;

import org.jspecify.annotations.NullMarked;
