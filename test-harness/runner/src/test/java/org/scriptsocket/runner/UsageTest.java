package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest extends CommandTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                  | a command is missing
            bogus                               | there is no command 'bogus'
            --bogus                             | unknown option: '--bogus'
            run                                 | missing required parameter: 'SCRIPT'
            run --bogus SCRIPT                  | unknown option: '--bogus'
            run SCRIPT more                     | 'more' is one argument too many
            run nowhere.lua                     | there is no file nowhere.lua
            run src                             | src is a directory, not a script
            run --hz x SCRIPT                   | invalid value for option '--hz': 'x' is not a number
            run --hz -1 SCRIPT                  | --hz: a number from 0 to 1000000 expected, got -1.0
            run --instances 0 SCRIPT            | --instances: a number of at least 1 expected, got 0
            run --timeout 0 SCRIPT              | --timeout: a number over 0 expected, got 0.0
            run --set A SCRIPT                  | --set: NAME=VALUE expected, got 'A'
            run --set =A SCRIPT                 | --set: NAME=VALUE expected, got '=A'
            run --limit nope=1 SCRIPT           | --limit: unknown limit 'nope'
            run --limit message-in=big SCRIPT   | --limit: message-in: a size such as 16MiB, 64KiB or 512 expected
            run --limit message-in=99999999999999999GiB SCRIPT | --limit: message-in: '99999999999999999GiB' is too large
            run --transport nope SCRIPT         | there is no transport named 'nope'
            run --transport memory --resolve a:1=b:2 SCRIPT | --resolve works with the transport jetty only
            run --transport memory --compress SCRIPT | --compress: the transport 'memory' does not know this setting
            run --transport jdk --compress SCRIPT | --compress: the transport 'jdk' does not know this setting
            run --transport jdk --ca nowhere.pem SCRIPT | --ca: there is no file nowhere.pem
            run --transport jdk --proxy socks5://a SCRIPT | --proxy: the transport 'jdk' takes a proxy such as http://host:8080 only
            run --resolve a=b SCRIPT            | --resolve: HOST:PORT=HOST:PORT expected, got 'a=b'
            run --resolve a:0=b:1 SCRIPT        | --resolve: HOST:PORT=HOST:PORT expected, got 'a:0=b:1'
            run --path nowhere SCRIPT           | --path: there is no folder nowhere
            run --ca nowhere.pem SCRIPT         | --ca: there is no file nowhere.pem
            run --ca src SCRIPT                 | --ca: src can not be read
            run --ca pom.xml SCRIPT             | --ca: pom.xml holds no certificate in PEM form
            run --ca nowhere.pem --transport memory SCRIPT | --ca: the transport 'memory' does not know this setting
            run --engine nope SCRIPT            | there is no script engine named 'nope'
            run --class-path a.jar SCRIPT       | --class-path and --maven are options of ./scriptsocket; elsewhere give java a -cp
            run --maven a:b:1 SCRIPT            | --class-path and --maven are options of ./scriptsocket; elsewhere give java a -cp
            run --luajc --engine nashorn SCRIPT | --luajc is for our Lua, and this script is for another engine
            run pom.xml                         | there is no script engine for .xml
            run ../../LICENSE                   | the name LICENSE has no extension that tells the script engine
            run --watch --ca nowhere.pem SCRIPT | --ca: there is no file nowhere.pem
            run --watch --instances 0 SCRIPT    | --instances: a number of at least 1 expected, got 0
            test                                | missing required parameter: 'PATH'
            test nowhere                        | there is no file or folder nowhere
            test pom.xml                        | pom.xml is no Lua file
            test src:3                          | src is a folder, and has no line 3
            test --reporter dots src            | --reporter: one of tree, tap, junit, json expected, got 'dots'
            test --output nowhere/x --reporter tap ../../docs/examples/specs | --output: nowhere/x can not be written
            test --parallel 0 src               | --parallel: a number of at least 1 expected, got 0
            test --time-limit 0 src             | --time-limit: a number of at least 1 expected, got 0
            test --limit 100 src                | --limit: NAME=VALUE expected, got '100'
            test --sandbox src                  | --sandbox: specs do not run in a sandbox
            test --ca nowhere.pem src           | --ca: there is no file nowhere.pem
            test --config nowhere src           | --config: there is no file nowhere
            test --compress --transport memory src | --compress: the transport 'memory' does not know this setting
            test --seed x src                   | invalid value for option '--seed': 'x' is not a number
            test --transport nope src           | there is no transport named 'nope'
            connect                             | missing required parameter: 'URL'
            connect ws://a b                    | 'b' is one argument too many
            connect --wait -1 ws://a            | --wait: a number from 0 to 1000000 expected, got -1.0
            connect --timeout 0 ws://a          | --timeout: a number over 0 expected, got 0.0
            connect --header A ws://a           | --header: no colon in 'A'
            connect --script nowhere.lua ws://a | there is no file nowhere.lua
            connect --limit nope=1 ws://a       | --limit: unknown limit 'nope'
            connect --transport nope ws://a     | there is no transport named 'nope'
            connect --ca nowhere.pem ws://a     | --ca: there is no file nowhere.pem
            serve --port 65536                  | --port: a number from 0 to 65535 expected, got 65536
            engines more                        | 'more' is one argument too many
            """)
    void aWrongCommandLineIsToldOfInOneLine(String line, String expected) {
        String script = cli.script("a.lua", "log('not reached')");
        String[] args = Stream.of(line.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> word.equals("SCRIPT") ? script : word)
                .toArray(String[]::new);

        assertThat(cli.run(args)).isEqualTo(2);

        assertThat(cli.err()).contains(": " + expected).hasLineCount(1);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void anOpenQuoteInTheVariableIsToldOf() {
        cli.environment("SCRIPTSOCKET_OPTS", "--set 'A=b");

        assertThat(cli.run("run", cli.script("a.lua", ""))).isEqualTo(2);

        assertThat(cli.err()).isEqualTo("scriptsocket: SCRIPTSOCKET_OPTS: the quote ' is left open\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--help, Usage: scriptsocket",
        "run --help, Usage: scriptsocket run",
        "test --help, Usage: scriptsocket test",
        "connect --help, Usage: scriptsocket connect",
        "serve --help, Usage: scriptsocket serve",
        "engines --help, Usage: scriptsocket engines",
        "--version, scriptsocket ",
        "run --version, scriptsocket ",
        "test --version, scriptsocket ",
        "connect --version, scriptsocket ",
        "serve --version, scriptsocket ",
        "engines --version, scriptsocket "
    })
    void helpAndVersionAreEverywhere(String line, String beginning) {
        assertThat(cli.run(line.split(" "))).isZero();

        assertThat(cli.out()).startsWith(beginning);
    }

    @Test
    void theHelpOfTheProgramListsItsCommands() {
        cli.run("--help");

        assertThat(cli.out()).contains("\n  run ", "\n  test ", "\n  connect ", "\n  serve ", "\n  engines ");
    }
}
