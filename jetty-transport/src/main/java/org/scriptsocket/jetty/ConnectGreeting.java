package org.scriptsocket.jetty;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** HTTP CONNECT (RFC 9110, section 9.3.6). */
final class ConnectGreeting implements ProxyGreeting {

    private static final int LONGEST_HEAD = 16 << 10;
    private static final Pattern STATUS = Pattern.compile("(?s)HTTP/1\\.[01] (\\d{3})(?: .*|\r\n.*)");

    private final ProxySettings proxy;
    private final InetSocketAddress target;

    ConnectGreeting(ProxySettings proxy, InetSocketAddress target) {
        this.proxy = proxy;
        this.target = target;
    }

    @Override
    public ByteBuffer begin() {
        String where = authority(target);
        String head = "CONNECT " + where + " HTTP/1.1\r\nHost: " + where + "\r\n" + credentials() + "\r\n";
        return ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public @Nullable ByteBuffer answer(ByteBuffer received) {
        String text = StandardCharsets.ISO_8859_1.decode(received.duplicate()).toString();
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 && text.length() < LONGEST_HEAD) {
            return null;
        }
        Matcher status = STATUS.matcher(text);
        if (end < 0 || !status.matches()) {
            throw new PlainException("the answer of the proxy " + proxy.authority() + " is not HTTP");
        }
        received.position(received.position() + end + 4);
        check(status.group(1));
        return ByteBuffer.allocate(0);
    }

    private void check(String status) {
        if (status.equals("407")) {
            throw new PlainException("the proxy " + proxy.authority()
                    + (proxy.user() == null ? " wants a user and a password" : " does not take the user and password"));
        }
        if (status.charAt(0) != '2') {
            throw new PlainException(
                    "the proxy " + proxy.authority() + " refused the connection with status " + status);
        }
    }

    private String credentials() {
        if (proxy.user() == null) {
            return "";
        }
        byte[] pair = (proxy.user() + ":" + proxy.password()).getBytes(StandardCharsets.UTF_8);
        return "Proxy-Authorization: Basic " + Base64.getEncoder().encodeToString(pair) + "\r\n";
    }

    private static String authority(InetSocketAddress target) {
        InetAddress address = target.getAddress();
        String host = address == null ? target.getHostString() : address.getHostAddress();
        boolean bracket = address instanceof Inet6Address || host.indexOf(':') >= 0;
        return (bracket ? "[" + host + "]" : host) + ":" + target.getPort();
    }
}
