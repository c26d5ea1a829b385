package org.scriptsocket.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.RecordedConnection;
import org.scriptsocket.kit.server.MisbehavingServer;

class WatchTest extends CommandTest {

    private static final String CHAT = """
            function init(self)
              self.conn = websocket.connect(URL, { timeout = 60000 }, function(self, conn, data)
                if data.event == websocket.EVENT_CONNECTED then websocket.send(conn, "%s", { type = websocket.DATA_TYPE_TEXT }) end
              end)
            end
            function final(self) log("final of %1$s") end
            """;

    private final MisbehavingServer server = MisbehavingServer.start();
    private final Shutdown shutdown = new Shutdown();
    private Thread run;
    private int status = -1;

    @AfterEach
    void close() throws InterruptedException {
        end();
        server.close();
    }

    @Test
    void aSaveClosesTheOldScriptWith1001AfterItsFinalAndLoadsTheNewOne() throws InterruptedException {
        watch(chat("one"));
        RecordedConnection first = takeChat("one");

        chat("two");

        assertThat(first.takeFrame().status().code()).isEqualTo(1001);
        takeChat("two");
        end();
        assertThat(status).isZero();
        assertThat(cli.out()).isEqualTo("final of one\nfinal of two\n");
        assertThat(cli.err()).contains("chat.lua is loaded again");
    }

    @Test
    void aSaveByRenameCountsToo() throws IOException {
        watch(chat("one"));
        takeChat("one");

        for (String version : new String[] {"two", "three"}) {
            Path other = Path.of(cli.script("chat.lua~", CHAT.formatted(version)));
            Files.move(other, folder.resolve("chat.lua"), StandardCopyOption.REPLACE_EXISTING);
            takeChat(version);
        }
    }

    @Test
    void theSaveOfAFileThatALinkLeadsToCountsToo() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path target = Path.of(cli.script("elsewhere/real.lua", CHAT.formatted("one")));
        watch(Files.createSymbolicLink(folder.resolve("link.lua"), target).toString());
        takeChat("one");

        Files.writeString(elsewhere.resolve("real.lua"), CHAT.formatted("two"));

        takeChat("two");
    }

    @Test
    void anErrorInTheNewVersionIsToldAndTheNextSaveIsWaitedFor() throws InterruptedException {
        watch(chat("one"));
        takeChat("one");
        cli.script("chat.lua", "\nx = = 1");
        cli.awaitErr("chat.lua:2: ");
        cli.awaitErr("has ended with status 1");

        cli.script("chat.lua", "function init(self)\n  error('in init')\nend");
        cli.awaitErr("chat.lua:2: in init");

        chat("four");
        takeChat("four");
        end();
        assertThat(status).isZero();
    }

    @Test
    void aScriptThatHasEndedIsRunAgainWhenItIsSaved() {
        watch(cli.script("chat.lua", "log('done') os.exit(3)"));
        cli.awaitErr("chat.lua has ended with status 3; it is loaded again when it is saved");

        chat("two");

        takeChat("two");
    }

    @Test
    void whatIsRequiredIsWatchedAlsoIfItIsWrongOrNotThereYet() {
        String path = "package.path = [[" + folder + "/?.lua]] ";
        watch(cli.script("chat.lua", path + "require('sub.name')"));
        cli.awaitErr("has ended with status 1");

        folder.resolve("sub").toFile().mkdir();
        cli.script("chat.lua", path + "require('other')");
        cli.awaitErr("has ended with status 1", 2);

        cli.script("other.lua", "x = = 1");
        cli.awaitErr("has ended with status 1", 3);

        cli.script("other.lua", CHAT.formatted("three"));
        takeChat("three");
    }

    @Test
    void theServerThatIsStartedForItStaysTheSame() {
        String script = "log(URL) os.exit(0)";
        begin("run", "--watch", cli.script("chat.lua", script));
        cli.awaitErr("has ended with status 0");
        cli.script("chat.lua", script + " ");
        cli.awaitErr("has ended with status 0", 2);

        assertThat(cli.out().lines().distinct()).hasSize(1);
    }

    @Test
    void aTimeoutEndsTheWatch() throws InterruptedException {
        begin("run", "--watch", "--timeout", "0.2", cli.script("chat.lua", "log('once')"));
        run.join();

        assertThat(status).isEqualTo(124);
        assertThat(cli.out()).isEqualTo("once\n");
    }

    @Test
    void otherLanguagesAreWatchedToo() {
        String script = "function init(self) { websocket.connect(URL, {timeout: 60000}, function (self, c, data) {"
                + " if (data.event == websocket.EVENT_CONNECTED) websocket.send(c, '%s', {type: 1}); }); }";
        watch(cli.script("chat.js", script.formatted("one")));
        takeChat("one");

        cli.script("chat.js", script.formatted("two"));

        takeChat("two");
    }

    private String chat(String version) {
        return cli.script("chat.lua", CHAT.formatted(version));
    }

    private void watch(String script) {
        begin("run", "--watch", "--set", "URL=" + server.url(), script);
    }

    private void begin(String... command) {
        run = new Thread(() -> {
            status = cli.run(shutdown, command);
            shutdown.finished();
        });
        run.start();
    }

    private void end() throws InterruptedException {
        shutdown.request();
        run.join();
    }

    private RecordedConnection takeChat(String version) {
        RecordedConnection chat = server.takeConnection();
        chat.takeRequest();
        assertThat(chat.takeFrame()).hasToString(Frame.text(version).asMasked().toString());
        return chat;
    }
}
