@NullMarked
package org.scriptsocket.docs.tutorial;

import org.jspecify.annotations.NullMarked;
