package org.scriptsocket.websocket;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.Limit;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.Message;
import org.scriptsocket.transport.Utf8Check;

/**
 * What the functions of the {@code websocket} global of one engine do.
 *
 * <p>They may be called by the script thread inside an entry, by a coroutine's thread that carries on its script call, and, when nobody
 * is inside, by any thread: then the call is an entry of its own, for the engine's default instance, and what it sends is flushed
 * at once.
 */
public final class WebSocketModule {

    /** The numbers that the global holds, by name. */
    public static final Map<String, Integer> CONSTANTS = constants();

    private final Connections connections;
    private final ScriptThread thread;
    private final Supplier<ConnectionOwner> defaultOwner;
    private long lastNumber;

    /** @param defaultOwner whose connections those are that are made outside of any instance's script call */
    public WebSocketModule(Connections connections, ScriptThread thread, Supplier<ConnectionOwner> defaultOwner) {
        this.connections = connections;
        this.thread = thread;
        this.defaultOwner = defaultOwner;
    }

    /** The bounds of the host. */
    public Limits limits() {
        return connections.limits();
    }

    /** {@code connect(url, params, callback)}: returns at once; what happens comes as events, the first in the next update. */
    public Connection connect(
            ScriptValues values, @Nullable Object url, @Nullable Object params, @Nullable Object callback) {
        thread.enter();
        try {
            ArgumentReader arguments = new ArgumentReader(values, "connect");
            String address = arguments.string(1, url);
            Limits limits = connections.limits();
            ConnectParams read = arguments.params(params, limits.get(Limit.REQUEST_HEADERS));
            checkHost(arguments, read);
            ScriptCallback function = arguments.callback(3, callback);
            ConnectionOwner owner = owner();
            if (owner.isClosing()) {
                throw values.error("The script instance is closing");
            }
            ConnectTarget target = ConnectTarget.of(address, read, limits);
            ConnectionName name = new ConnectionName(lastNumber + 1, target.origin());
            Connection connection = connections.connect(name, target, owner, function);
            lastNumber++;
            return connection;
        } catch (MissingTransportException e) {
            throw values.error(String.valueOf(e.getMessage()));
        } finally {
            thread.exit();
        }
    }

    /** How many connections of the script instance that runs were refused without a dial, and have not been told so yet. */
    public long refused() {
        return connections.refused(owner());
    }

    /** {@code send(connection, message, options)}: queues a message; it leaves at the end of the update at the latest. */
    public void send(
            ScriptValues values, @Nullable Object connection, @Nullable Object message, @Nullable Object options) {
        thread.enter();
        try {
            ArgumentReader arguments = new ArgumentReader(values, "send");
            Connection target = arguments.connection(connection);
            if (target.isDead()) {
                throw values.error("Invalid connection");
            }
            if (!target.isOpen()) {
                throw values.error("Connection isn't connected");
            }
            ByteBuffer bytes = arguments.bytes(2, message);
            Message.Type type = arguments.messageType(options);
            check(arguments, values, target, type, bytes);
            target.send(new Message(type, bytes));
        } finally {
            thread.exit();
        }
    }

    /** {@code disconnect(connection)}: its next event is DISCONNECTED, in the next update. */
    public void disconnect(ScriptValues values, @Nullable Object connection) {
        thread.enter();
        try {
            new ArgumentReader(values, "disconnect").connection(connection).leave();
        } finally {
            thread.exit();
        }
    }

    /**
     * A call of the engine that came from no instance has used up what the host lets a script call have: the connections of the default
     * instance are closed with 1011. Within a script call of an instance it does nothing, for the host sees that one end.
     */
    public void fail() {
        thread.enter();
        try {
            if (thread.owner() == null) {
                defaultOwner.get().fail();
            }
        } finally {
            thread.exit();
        }
    }

    private void check(
            ArgumentReader arguments, ScriptValues values, Connection target, Message.Type type, ByteBuffer bytes) {
        if (type == Message.Type.TEXT) {
            checkUtf8(arguments, bytes);
        }
        Limits limits = connections.limits();
        int length = bytes.remaining();
        if (length > limits.messageOut()) {
            throw values.error(
                    "Message of " + length + " bytes is over the limit of " + limits.messageOut() + " (message-out)");
        }
        long unsent = target.unsent();
        if (unsent > 0 && unsent + length > limits.unsent()) {
            throw values.error("Send buffer is full: " + unsent + " bytes are unsent, the limit is " + limits.unsent()
                    + " (unsent)");
        }
        if (!connections.takesUnsent(length)) {
            throw values.error(
                    "The buffers of the host are full: their limit is " + limits.hostBuffers() + " (host-buffers)");
        }
    }

    private void checkHost(ArgumentReader arguments, ConnectParams read) {
        if (read.host() != null && !connections.letsScriptsNameTheHost()) {
            throw arguments.bad(2, "headers: 'Host' may not be set by a script that is not trusted");
        }
    }

    private static void checkUtf8(ArgumentReader arguments, ByteBuffer bytes) {
        Utf8Check utf8 = new Utf8Check();
        if (!(utf8.accept(bytes) && utf8.complete())) {
            throw arguments.bad(2, "not valid UTF-8 at byte " + (utf8.errorOffset() + 1));
        }
    }

    private ConnectionOwner owner() {
        ConnectionOwner current = thread.owner();
        return current == null ? defaultOwner.get() : current;
    }

    private static Map<String, Integer> constants() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("EVENT_CONNECTED", 0);
        all.put("EVENT_DISCONNECTED", 1);
        all.put("EVENT_MESSAGE", 2);
        all.put("EVENT_ERROR", 3);
        all.put("DATA_TYPE_TEXT", Message.Type.TEXT.code());
        all.put("DATA_TYPE_BINARY", Message.Type.BINARY.code());
        return java.util.Collections.unmodifiableMap(all);
    }
}
