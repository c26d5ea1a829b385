package org.scriptsocket.websocket;

import org.scriptsocket.transport.BufferMeter;

/** What one connection holds in buffers of its transport, counted among those of the host. Thread-safe. */
final class ConnectionBuffers implements BufferMeter {

    /** Bytes of a message that every connection may hold, so that a peer that never ends a long one can not keep out the others' short ones. */
    private static final int FREE = 64 << 10;

    private final HostBuffers host;
    private long receiving;
    private long sending;
    private boolean ended;

    ConnectionBuffers(HostBuffers host) {
        this.host = host;
    }

    @Override
    public boolean receive(int bytes, Runnable whenRoom) {
        if (!isFree(bytes) && !host.admits(this)) {
            host.whenAdmitted(whenRoom);
            return false;
        }
        synchronized (this) {
            if (!ended) {
                receiving += bytes;
                host.hold(bytes);
            }
        }
        return true;
    }

    private synchronized boolean isFree(int bytes) {
        return ended || receiving + bytes <= FREE;
    }

    @Override
    public void received() {
        long bytes;
        synchronized (this) {
            bytes = receiving;
            receiving = 0;
        }
        host.free(bytes);
        host.passed(this);
    }

    @Override
    public void send(int bytes) {
        synchronized (this) {
            if (ended) {
                return;
            }
            sending += bytes;
        }
        host.hold(bytes);
    }

    @Override
    public void sent(int bytes) {
        long freed;
        synchronized (this) {
            freed = Math.min(bytes, sending);
            sending -= freed;
        }
        host.free(freed);
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
        host.free(bytes);
        host.passed(this);
    }
}
