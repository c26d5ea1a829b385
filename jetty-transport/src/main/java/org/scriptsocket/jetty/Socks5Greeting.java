package org.scriptsocket.jetty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SOCKS5 (RFC 1928), with user and password (RFC 1929) where there are some. Jetty's own can not name an IPv4 address with a byte over 127. */
final class Socks5Greeting implements ProxyGreeting {

    private static final byte VERSION = 5;
    private static final byte NO_AUTHENTICATION = 0;
    private static final byte USER_AND_PASSWORD = 2;
    private static final List<String> REFUSALS = List.of(
            "could not do it",
            "does not allow it",
            "can not reach that network",
            "can not reach that host",
            "found no one listening there",
            "waited too long for it",
            "does not do this",
            "does not take this kind of address");

    private enum Stage {
        METHOD,
        CREDENTIALS,
        CONNECT
    }

    private final ProxySettings proxy;
    private final InetSocketAddress target;
    private Stage stage = Stage.METHOD;

    Socks5Greeting(ProxySettings proxy, InetSocketAddress target) {
        this.proxy = proxy;
        this.target = target;
    }

    @Override
    public ByteBuffer begin() {
        return bytes(VERSION, 1, proxy.user() == null ? NO_AUTHENTICATION : USER_AND_PASSWORD);
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer received) {
        if (received.remaining() < 2) {
            return null;
        }
        return switch (stage) {
            case METHOD -> method(received);
            case CREDENTIALS -> credentials(received);
            case CONNECT -> connected(received);
        };
    }

    private ByteBuffer method(ByteBuffer received) {
        boolean speaks = received.get() == VERSION;
        int method = received.get();
        if (!speaks) {
            throw refusal("does not speak SOCKS5");
        }
        if (method != (proxy.user() == null ? NO_AUTHENTICATION : USER_AND_PASSWORD)) {
            throw refusal(proxy.user() == null ? "wants a user and a password" : "does not take a user and a password");
        }
        stage = method == NO_AUTHENTICATION ? Stage.CONNECT : Stage.CREDENTIALS;
        return method == NO_AUTHENTICATION ? request() : secrets();
    }

    private ByteBuffer secrets() {
        byte[] user = text(String.valueOf(proxy.user()));
        byte[] password = text(String.valueOf(proxy.password()));
        ByteBuffer buffer = ByteBuffer.allocate(3 + user.length + password.length);
        buffer.put((byte) 1)
                .put((byte) user.length)
                .put(user)
                .put((byte) password.length)
                .put(password);
        return buffer.flip();
    }

    private ByteBuffer credentials(ByteBuffer received) {
        received.get();
        if (received.get() != 0) {
            throw refusal("does not take the user and password");
        }
        stage = Stage.CONNECT;
        return request();
    }

    private ByteBuffer request() {
        InetAddress address = target.getAddress();
        byte[] bytes = address == null ? text(target.getHostString()) : address.getAddress();
        ByteBuffer buffer = ByteBuffer.allocate(7 + bytes.length).put(bytes(VERSION, 1, 0));
        if (address == null) {
            buffer.put((byte) 3).put((byte) bytes.length);
        } else {
            buffer.put((byte) (bytes.length == 4 ? 1 : 4));
        }
        return buffer.put(bytes).putShort((short) target.getPort()).flip();
    }

    private @Nullable ByteBuffer connected(ByteBuffer received) {
        if (received.get(received.position()) != VERSION) {
            throw refusal("does not speak SOCKS5");
        }
        int status = received.get(received.position() + 1) & 0xff;
        if (status != 0) {
            throw refusal(status <= REFUSALS.size() ? REFUSALS.get(status - 1) : "refused the connection");
        }
        int length = length(received);
        if (received.remaining() < length) {
            return null;
        }
        received.position(received.position() + length);
        return ByteBuffer.allocate(0);
    }

    /** Of the answer with the address that the proxy has bound. */
    private static int length(ByteBuffer received) {
        if (received.remaining() < 5) {
            return 5;
        }
        return switch (received.get(received.position() + 3)) {
            case 1 -> 10;
            case 3 -> 7 + (received.get(received.position() + 4) & 0xff);
            default -> 22;
        };
    }

    private byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw refusal("takes no name of more than 255 bytes");
        }
        return bytes;
    }

    private PlainException refusal(String what) {
        return new PlainException("the proxy " + proxy.authority() + " " + what);
    }

    private static ByteBuffer bytes(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(values.length);
        for (int value : values) {
            buffer.put((byte) value);
        }
        return buffer.flip();
    }
}
