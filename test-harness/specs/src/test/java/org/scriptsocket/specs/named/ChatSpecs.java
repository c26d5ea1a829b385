package org.scriptsocket.specs.named;

import org.scriptsocket.specs.LuaSpecs;

/** All specs of this package. */
@LuaSpecs
public final class ChatSpecs {}
