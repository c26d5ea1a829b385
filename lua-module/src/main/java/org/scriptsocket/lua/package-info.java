/** Lua over LuaJ: a script engine with byte-exact strings and Lua's own error texts, and its {@code websocket} binding. */
@NullMarked
package org.scriptsocket.lua;

import org.jspecify.annotations.NullMarked;
