@NullMarked
package org.scriptsocket.kit;

import org.jspecify.annotations.NullMarked;
