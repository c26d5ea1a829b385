package org.scriptsocket.docs;

import javax.script.ScriptEngine;
import org.scriptsocket.kit.junit.LuaTestCases;
import org.scriptsocket.kit.junit.LuaTests;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;

/** The sample of docs/guide-testing.md. */
@LuaTests("chat_test.lua")
final class ChatTest implements LuaTestCases {

    @Override
    public void prepare(Peers peers, ScriptEngine engine) {
        peers.on("/secret", Behaviour.reject(403).header("X-Why", "secret"));
    }
}
