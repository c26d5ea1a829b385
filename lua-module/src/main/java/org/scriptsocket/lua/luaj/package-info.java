/** The binding of LuaJ's own engine, {@code org.luaj:luaj-jse} as it comes; docs/tutorial-binding.md explains it line by line. */
@NullMarked
package org.scriptsocket.lua.luaj;

import org.jspecify.annotations.NullMarked;
