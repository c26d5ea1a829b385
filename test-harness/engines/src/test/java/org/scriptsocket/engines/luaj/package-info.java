/** The binding of the tutorial, for LuaJ as it comes. */
package org.scriptsocket.engines.luaj;
