package org.scriptsocket.websocket;

import org.scriptsocket.transport.BufferMeter;

/** What one connection holds in buffers of its transport, counted among those of the host. Thread-safe. */
final class ConnectionBuffers implements BufferMeter {

    private final HostBuffers host;
    private long receiving;
    private long sending;
    private boolean ended;

    ConnectionBuffers(HostBuffers host) {
        this.host = host;
    }

    @Override
    public boolean receive(int bytes, Runnable whenRoom) {
        if (!host.admits(this)) {
            host.whenRoom(whenRoom);
            return false;
        }
        synchronized (this) {
            if (!ended) {
                receiving += bytes;
                host.add(bytes);
            }
        }
        return true;
    }

    @Override
    public void received() {
        long bytes;
        synchronized (this) {
            bytes = receiving;
            receiving = 0;
        }
        host.done(this, bytes);
    }

    @Override
    public void send(int bytes) {
        synchronized (this) {
            if (ended) {
                return;
            }
            sending += bytes;
        }
        host.add(bytes);
    }

    @Override
    public void sent(int bytes) {
        long freed;
        synchronized (this) {
            freed = Math.min(bytes, sending);
            sending -= freed;
        }
        host.release(freed);
    }

    /** The connection is gone: whatever a transport forgot to tell, nothing of it is held any more. */
    void end() {
        long bytes;
        synchronized (this) {
            ended = true;
            bytes = receiving + sending;
            receiving = 0;
            sending = 0;
        }
        host.done(this, bytes);
    }
}
