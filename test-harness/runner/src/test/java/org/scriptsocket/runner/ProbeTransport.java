package org.scriptsocket.runner;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.scriptsocket.policy.SettingValues;
import org.scriptsocket.transport.ConnectRequest;
import org.scriptsocket.transport.Transport;
import org.scriptsocket.transport.TransportConnection;
import org.scriptsocket.transport.TransportListener;

/** A transport that carries nothing, and tells how those of its kind were configured and closed. */
public final class ProbeTransport implements Transport {

    private static final SettingValues NONE = SettingValues.of(Map.of());

    private static SettingValues last = NONE;
    private static int made;
    private static int closed;

    /** A class loader that knows it, by a file in this folder. Nothing has been configured yet. */
    static ClassLoader loader(Path folder) throws IOException {
        last = NONE;
        made = 0;
        closed = 0;
        return TransportFolder.loader(folder.resolve("probe"), ProbeTransport.class);
    }

    /** What the last one was given; empty if there was none. */
    static SettingValues last() {
        return last;
    }

    static int made() {
        return made;
    }

    static int closed() {
        return closed;
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public boolean onlyByName() {
        return true;
    }

    @Override
    public Transport configured(SettingValues settings) {
        last = settings;
        made++;
        return new ProbeTransport();
    }

    @Override
    public TransportConnection open(ConnectRequest request, TransportListener listener) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closed++;
    }
}
