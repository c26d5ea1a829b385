@NullMarked
package org.scriptsocket.specs.named;

import org.jspecify.annotations.NullMarked;
