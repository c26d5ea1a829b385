package org.scriptsocket.jetty;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.HeaderRules;
import org.scriptsocket.transport.Failure;
import org.scriptsocket.transport.HandshakeResponse;

/** Collects the answer to the opening handshake, and says what it means when it is no 101 that was accepted. */
final class HandshakeAnswer implements Response.Listener {

    private final JettyConnection connection;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    /** Null until the headers are whole. */
    private @Nullable HandshakeResponse head;

    private @Nullable String reason;

    HandshakeAnswer(JettyConnection connection) {
        this.connection = connection;
    }

    static HandshakeResponse read(Response response, byte[] body) {
        List<HeaderField> headers =
                response.getHeaders().stream().map(HandshakeAnswer::field).toList();
        return new HandshakeResponse(response.getStatus(), headers, body);
    }

    @Override
    public synchronized void onHeaders(Response response) {
        head = read(response, new byte[0]);
        reason = response.getReason();
    }

    @Override
    public void onContent(Response response, ByteBuffer content) {
        if (take(content)) {
            connection.notOpened(atDeadline());
        }
    }

    @Override
    public void onComplete(Result result) {
        Throwable failure = result.getFailure();
        if (failure != null || result.getResponse().getStatus() != HttpStatus.SWITCHING_PROTOCOLS_101) {
            connection.notOpened(meaning(failure));
        }
    }

    /** What the answer means if nothing more comes. */
    synchronized Failure atDeadline() {
        return head == null || head.status() == HttpStatus.SWITCHING_PROTOCOLS_101
                ? new Failure.TimedOut()
                : new Failure.WrongStatus(whole(head));
    }

    private synchronized Failure meaning(@Nullable Throwable failure) {
        if (failure instanceof BadHandshakeException bad && head != null) {
            return new Failure.BadHandshake(bad.which(), head);
        }
        if (head != null && !isMadeUp(failure) && head.status() != HttpStatus.SWITCHING_PROTOCOLS_101) {
            return new Failure.WrongStatus(whole(head));
        }
        return FailureText.of(failure, connection.request());
    }

    /** When it can not parse an answer, Jetty shows a status and a reason of its own. */
    private boolean isMadeUp(@Nullable Throwable failure) {
        Throwable cause = failure == null || failure instanceof HttpException ? failure : failure.getCause();
        return cause instanceof HttpException http && Objects.equals(http.getReason(), reason);
    }

    /** Whether it was as much as is kept. */
    private synchronized boolean take(ByteBuffer content) {
        long room = connection.request().limits().responseBody() - body.size();
        byte[] bytes = new byte[(int) Math.min(room, content.remaining())];
        boolean full = content.remaining() >= room;
        content.get(bytes);
        content.position(content.limit());
        body.write(bytes, 0, bytes.length);
        return full;
    }

    private HandshakeResponse whole(HandshakeResponse answered) {
        return new HandshakeResponse(answered.status(), answered.headers(), body.toByteArray());
    }

    private static HeaderField field(HttpField field) {
        return new HeaderField(field.getName(), HeaderRules.trim(String.valueOf(field.getValue())));
    }
}
