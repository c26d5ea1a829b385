package org.scriptsocket.specs;

import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLServerSocketFactory;
import org.scriptsocket.kit.server.CertificateAuthority;
import org.scriptsocket.kit.server.MisbehavingServer;

/** Makes certificates for the TLS servers of specs, on the spot: keys that no file has. */
final class SpecTrust {

    private final CertificateAuthority authority = CertificateAuthority.create("specs");
    private final SSLServerSocketFactory sockets =
            authority.sign("127.0.0.1", "localhost").sockets();

    /** Whom the connects of specs trust. */
    List<X509Certificate> certificates() {
        return List.of(authority.certificate());
    }

    MisbehavingServer listen() {
        return MisbehavingServer.start(sockets);
    }
}
