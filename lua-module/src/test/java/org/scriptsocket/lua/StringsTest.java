package org.scriptsocket.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.lua.vm.LuaString;

class StringsTest {

    private final ScriptEngine engine = new LuaScriptEngineFactory().getScriptEngine();

    @Test
    void javaStringsArriveAsUtf8AndComeBack() throws ScriptException {
        String text = "a\u00e9\u20ac\ud83d\ude00";
        engine.put("text", text);
        assertThat(engine.eval("return #text")).isEqualTo(10);
        assertThat(engine.eval("return text")).isEqualTo(text);
        assertThat(engine.eval("return '" + text + "'")).isEqualTo(text);
        assertThat(engine.eval("return select(2, pcall(error, text, 0))")).isEqualTo(text);
    }

    @Test
    void all256BytesSurvive() throws ScriptException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < 256; i++) {
            bytes[i] = (byte) i;
        }
        engine.put("bytes", bytes);
        assertThat(engine.eval("""
                local t = {}
                for i = 0, 255 do t[#t + 1] = string.char(i) end
                if #bytes ~= 256 then return #bytes end
                for i = 1, 256 do if bytes:byte(i) ~= i - 1 then return i end end
                return table.concat(t) == bytes
                """)).isEqualTo(true);
        LuaString string =
                ((LuaScriptEngine) engine).vm().globals().get("bytes").checkstring();
        assertThat(string.m_bytes).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        tostring(12.5)          | 12.5
        tostring(3)             | 3
        tostring(1/3)           | 0.33333333333333
        tostring(2^40)          | 1099511627776
        tostring(1e100)         | 1e+100
        tostring(0.1)           | 0.1
        tostring(1e-7)          | 1e-07
        tostring(-1.5e-5)       | -1.5e-05
        tostring(123456.789)    | 123456.789
        tostring(1/0)           | inf
        tostring(-1/0)          | -inf
        tostring(1e15)          | 1e+15
        tostring(nil)           | nil
        string.format('%02x', 10)       | 0a
        ('x'):rep(3)            | xxx
        math.pow(2, 10) .. ''   | 1024
        math.log10(1000) .. ''  | 3
        table.getn({1, 2}) .. ''        | 2
        loadstring('return 7')() .. ''  | 7
        select(2, unpack({'a', 'b'}))   | b
        type(os.clock())        | number
        select('#', 1, nil, nil) .. ''  | 3
        """)
    void standardFunctionsGiveWhatLuaGives(String expression, String expected) throws ScriptException {
        assertThat(engine.eval("return " + expression)).isEqualTo(expected);
    }

    @Test
    void classesInPatternsMatchHighBytes() throws ScriptException {
        assertThat(engine.eval("""
                local s = 'a\\\\b\\n\\127\\128\\255'
                return (s:gsub("[%c\\\\\\127-\\255]", function(c) return string.format("<%02x>", c:byte()) end))
                """)).isEqualTo("a<5c>b<0a><7f><80><ff>");
    }

    @Test
    void enginesDoNotShareTheMethodsOfStrings() throws ScriptException {
        ScriptEngine other = new LuaScriptEngineFactory().getScriptEngine();
        engine.eval("function string.mine() return 'mine' end string.upper = nil");
        assertThat(engine.eval("return ('x'):mine()")).isEqualTo("mine");
        assertThat(other.eval("return ('x').mine")).isNull();
        assertThat(other.eval("return ('x'):upper()")).isEqualTo("X");
        engine.eval("getmetatable('').__index = nil");
        assertThat(other.eval("return ('x'):upper()")).isEqualTo("X");
    }

    @Test
    void stockLuaJInTheSameJvmKeepsItsStringsAndCanNotBreakOurs() throws ScriptException {
        ScriptEngine stock = new ScriptEngineManager().getEngineByName("luaj");
        assertThat(stock.eval("return ('x'):upper()")).isEqualTo("X");
        stock.eval("kept = string.upper string.upper = nil string.rep = nil");
        assertThat(engine.eval("return ('x'):upper()")).isEqualTo("X");
        assertThat(new LuaScriptEngineFactory().getScriptEngine().eval("return ('x'):rep(2):upper()"))
                .isEqualTo("XX");
    }

    @Test
    void namesOfValuesTellNothingOfJava() throws ScriptException {
        engine.put("thing", new AtomicReference<>("secret"));
        assertThat(engine.eval("return tostring(thing)")).asString().matches("userdata: 0x[0-9a-f]{8}");
        assertThat(engine.eval("return tostring(print)")).asString().matches("function: 0x[0-9a-f]{8}");
        assertThat(engine.eval("return tostring(function() end)")).asString().matches("function: 0x[0-9a-f]{8}");
    }

    @Test
    void javaIsOutOfReach() throws ScriptException {
        assertThat(engine.eval("return luajava")).isNull();
        assertThat(engine.eval("return (pcall(require, 'org.scriptsocket.lua.vm.lib.jse.LuajavaLib'))"))
                .isEqualTo(false);
        ScriptEngine open = new LuaScriptEngineFactory().withLuajava().getScriptEngine();
        assertThat(open.eval("return luajava.bindClass('java.lang.Math'):abs(-3)"))
                .isEqualTo(3);
    }
}
