/** RFC 6455 from a Lua script down to the wire: cases as data, and what runs them. */
@org.jspecify.annotations.NullMarked
package org.scriptsocket.docs.conformance;
