package org.scriptsocket.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scriptsocket.kit.ListenerRecorder;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.policy.Setting;
import org.scriptsocket.policy.SettingException;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Failure;

final class JdkSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void the_standard_ones_have_no_proxy_and_trust_as_the_jvm_does() {
        assertThat(JdkSettings.standard()).isEqualTo(new JdkSettings(null, null));
        assertThat(JdkSettings.from(SettingValues.of(Map.of("untrusted", "true", "limit.connections", "1"))))
                .isEqualTo(JdkSettings.standard());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:3128, 127.0.0.1, 3128",
        "HTTP://proxy.example/, proxy.example, 8080",
    })
    void a_proxy_is_looked_up_when_it_is_dialled(String url, String host, int port) {
        assertThat(JdkSettings.from(SettingValues.of(Map.of("proxy", url))).proxy())
                .satisfies(proxy -> assertThat(proxy.isUnresolved()).isTrue())
                .satisfies(proxy -> assertThat(proxy.getHostString()).isEqualTo(host))
                .satisfies(proxy -> assertThat(proxy.getPort()).isEqualTo(port));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            proxy         | socks5://127.0.0.1:1080    | the transport 'jdk' takes a proxy such as http://host:8080 only
            proxy         | http://me:secret@127.0.0.1 | the transport 'jdk' takes a proxy such as http://host:8080 only
            proxy         | http://a/b                 | the transport 'jdk' takes a proxy such as http://host:8080 only
            proxy         | http://me:secret@a b       | the transport 'jdk' takes a proxy such as http://host:8080 only
            tls.trusted.1 | nowhere.pem                | there is no file nowhere.pem
            tls.trusted.7 | pom.xml                    | pom.xml holds no certificate in PEM form
            """)
    void what_is_wrong_with_a_value_is_told(String key, String value, String why) {
        SettingValues values = SettingValues.of(Map.of(key, value));
        assertThatThrownBy(() -> JdkSettings.from(values))
                .isInstanceOf(SettingException.class)
                .hasMessage(key + ": " + why);
    }

    @Test
    void each_other_setting_of_transports_is_refused_by_name() throws Exception {
        for (Setting setting : Setting.all()) {
            boolean known = setting.key().equals("proxy") || setting.key().equals("tls.trusted.");
            if (setting.part() == Setting.Part.TRANSPORT && !known) {
                Path file = folder.resolve("settings.properties");
                Files.writeString(file, setting.key() + " = 1\n");
                assertThatThrownBy(() -> JdkSettings.from(file))
                        .hasMessage(file + ": " + setting.key() + ": the transport 'jdk' does not know this setting");
            }
        }
    }

    @Test
    void a_tls_context_says_itself_whom_to_trust() throws Exception {
        JdkSettings settings = JdkSettings.standard().withTls(SSLContext.getDefault());
        assertThat(settings.tls()).isSameAs(SSLContext.getDefault());
        CertificateAuthority authority = CertificateAuthority.create("Test CA");
        assertThatThrownBy(() -> settings.withTrustedCertificates(List.of(authority.certificate())))
                .hasMessage("a TLS context that is given says itself whom to trust");
    }

    @Test
    void a_connect_goes_through_the_proxy_which_looks_up_the_name() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                JdkTransport transport = new JdkTransport(JdkSettings.from(
                        SettingValues.of(Map.of("proxy", "http://127.0.0.1:" + proxy.getLocalPort()))))) {
            ListenerRecorder told = new ListenerRecorder();
            transport.open(ConnectRequest.to("chat.example", 4321).build(), told);
            try (Socket client = proxy.accept()) {
                var reader =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                assertThat(reader.readLine()).isEqualTo("CONNECT chat.example:4321 HTTP/1.1");
                client.getOutputStream()
                        .write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                told.takeFailure(Failure.class);
            }
            told.assertExhausted();
        }
    }
}
