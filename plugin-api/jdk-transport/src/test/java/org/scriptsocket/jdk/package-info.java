/** Tests of the JDK transport. */
@NullMarked
package org.scriptsocket.jdk;

import org.jspecify.annotations.NullMarked;
