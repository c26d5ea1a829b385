@NullMarked
package org.scriptsocket.jetty;

import org.jspecify.annotations.NullMarked;
