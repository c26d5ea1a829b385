/** JUnit 5 extensions. Need JUnit. */
@NullMarked
package org.scriptsocket.kit.junit;

import org.jspecify.annotations.NullMarked;
