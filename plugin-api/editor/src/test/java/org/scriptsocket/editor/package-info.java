@NullMarked
package org.scriptsocket.editor;

import org.jspecify.annotations.NullMarked;
