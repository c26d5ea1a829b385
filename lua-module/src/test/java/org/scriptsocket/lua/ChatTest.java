package org.scriptsocket.lua;

import javax.script.ScriptEngine;
import org.scriptsocket.kit.junit.LuaTestCases;
import org.scriptsocket.kit.junit.LuaTests;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Peers;

@LuaTests(value = "chat_test.lua", transport = "memory")
class ChatTest implements LuaTestCases {

    @Override
    public void prepare(Peers peers, ScriptEngine engine) {
        peers.on("/bye", Behaviour.accept().close(4001, "bye"));
    }
}
