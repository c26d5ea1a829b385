@NullMarked
package org.scriptsocket.specs;

import org.jspecify.annotations.NullMarked;
