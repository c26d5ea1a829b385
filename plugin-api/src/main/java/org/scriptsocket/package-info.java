/** What a host application holds: a {@link org.scriptsocket.ScriptHost}, its scripts and their instances. */
@NullMarked
package org.scriptsocket;

import org.jspecify.annotations.NullMarked;
