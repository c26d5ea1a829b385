package org.scriptsocket.jetty;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy of the test: HTTP CONNECT and SOCKS5 on one port, told apart by the first byte. Whatever is asked for, it connects to one port of this machine. */
final class TestProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final int target;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String answer = "HTTP/1.1 200 OK\r\nX-Proxy: test\r\n\r\n";
    private volatile int socksStatus;
    private volatile boolean wantsPassword;

    TestProxy(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** What it was asked, a line each. */
    List<String> asked() {
        return asked;
    }

    void answer(String head) {
        answer = head;
    }

    void socksStatus(int status) {
        socksStatus = status;
    }

    void wantPassword() {
        wantsPassword = true;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            start(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            int first = in.read();
            if (first == 5 ? socks(in, out) : connect(first, in, out)) {
                pass(client, in, out);
            }
        }
    }

    private boolean connect(int first, InputStream in, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder().append((char) first);
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        asked.addAll(head.toString().lines().filter(line -> !line.isEmpty()).toList());
        for (byte each : answer.getBytes(StandardCharsets.ISO_8859_1)) {
            out.write(each);
        }
        return answer.contains(" 200 ");
    }

    private boolean socks(DataInputStream in, OutputStream out) throws IOException {
        byte[] methods = new byte[in.read()];
        in.readFully(methods);
        out.write(5);
        out.write(wantsPassword == (methods[0] == 2) ? methods[0] : 0xff);
        if (methods[0] == 2) {
            in.readByte();
            String user = text(in);
            String password = text(in);
            asked.add(user + ":" + password);
            out.write(new byte[] {1, (byte) (password.equals("wrong") ? 1 : 0)});
        }
        in.skipNBytes(3);
        String host = switch (in.readByte()) {
            case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
            case 3 -> "name " + text(in);
            default -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
        };
        asked.add(host + " " + in.readUnsignedShort());
        out.write(new byte[] {5, (byte) socksStatus, 0, 3, 2, 'a', 'b', 0, 80});
        return socksStatus == 0;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private void pass(Socket client, InputStream in, OutputStream out) throws IOException {
        try (Socket server = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), target)) {
            start(() -> {
                server.getInputStream().transferTo(out);
                client.shutdownOutput();
            });
            in.transferTo(server.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (EOFException e) {
                return;
            } catch (IOException e) {
                // the other side has gone, or the test is over
                return;
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
