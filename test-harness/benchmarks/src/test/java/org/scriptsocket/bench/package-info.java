@NullMarked
package org.scriptsocket.bench;

import org.jspecify.annotations.NullMarked;
