/** The command line: run scripts, serve an echo server, list what was found. */
@NullMarked
package org.scriptsocket.runner;

import org.jspecify.annotations.NullMarked;
