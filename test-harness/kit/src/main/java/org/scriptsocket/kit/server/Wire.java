package org.scriptsocket.kit.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** The bytes of one connection. What is written leaves with the next {@link #flush}, so that it can share a packet. */
final class Wire {

    private static final int BUFFER = 64 << 10;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private boolean finished;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    InputStream in() {
        return in;
    }

    synchronized void write(byte[] bytes) throws IOException {
        if (!finished) {
            out.write(bytes);
        }
    }

    synchronized void flush() throws IOException {
        if (!finished) {
            out.flush();
        }
    }

    /** Ends our direction; what is written later is dropped. */
    synchronized void finish() throws IOException {
        if (!finished) {
            out.flush();
            finished = true;
            socket.shutdownOutput();
        }
    }

    /** Ends both directions by RST. Takes no lock, for a write may hang. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is as closed as it will ever be.
        }
    }

    boolean isClosed() {
        return socket.isClosed();
    }
}
