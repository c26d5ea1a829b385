@NullMarked
package org.scriptsocket.lua;

import org.jspecify.annotations.NullMarked;
