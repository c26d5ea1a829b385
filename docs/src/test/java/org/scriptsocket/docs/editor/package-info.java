@NullMarked
package org.scriptsocket.docs.editor;

import org.jspecify.annotations.NullMarked;
