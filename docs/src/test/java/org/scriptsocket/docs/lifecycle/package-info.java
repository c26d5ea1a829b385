/** How everything ends: closed, dropped, or left behind by an application that exits; again and again. */
@NullMarked
package org.scriptsocket.docs.lifecycle;

import org.jspecify.annotations.NullMarked;
