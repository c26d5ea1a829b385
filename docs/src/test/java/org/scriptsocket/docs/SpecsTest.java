package org.scriptsocket.docs;

import org.scriptsocket.specs.LuaSpecs;

/** The example specs. */
@LuaSpecs("examples/specs")
class SpecsTest {}
