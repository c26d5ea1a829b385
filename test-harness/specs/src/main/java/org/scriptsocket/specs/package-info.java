/** Lua specs, {@code *_spec.lua}, as tests of the JUnit Platform. */
@NullMarked
package org.scriptsocket.specs;

import org.jspecify.annotations.NullMarked;
