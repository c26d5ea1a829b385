/** Writes the files that editors read from descriptions of what scripts see. Runs in the build, and is no part of an application. */
@NullMarked
package org.scriptsocket.editor;

import org.jspecify.annotations.NullMarked;
