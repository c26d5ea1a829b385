@NullMarked
package org.scriptsocket.runner;

import org.jspecify.annotations.NullMarked;
