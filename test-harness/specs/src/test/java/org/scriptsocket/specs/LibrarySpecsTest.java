package org.scriptsocket.specs;

/** The specs of what specs are given: assertions, spies, servers. */
@LuaSpecs({"assertions", "spies", "server"})
class LibrarySpecsTest {}
