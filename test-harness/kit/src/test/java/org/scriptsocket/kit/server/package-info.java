@NullMarked
package org.scriptsocket.kit.server;

import org.jspecify.annotations.NullMarked;
