/** The contract of the {@code websocket} API, rule by rule: Lua scripts over Jetty against a real server. */
@org.jspecify.annotations.NullMarked
package org.scriptsocket.docs.contract;
