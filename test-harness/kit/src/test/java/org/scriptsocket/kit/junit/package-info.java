@NullMarked
package org.scriptsocket.kit.junit;

import org.jspecify.annotations.NullMarked;
