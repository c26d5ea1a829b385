package org.scriptsocket.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.scriptsocket.transport.FrameLine;
import org.scriptsocket.transport.FrameObserver;
import org.scriptsocket.transport.FrameObserver.Direction;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

final class FrameTapTest {

    private final List<String> seen = new ArrayList<>();

    private static void text(FrameObserver tap, String text) {
        ByteBuffer payload = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
        Objects.requireNonNull(tap).onFrame(Direction.IN, 1, true, payload.remaining(), payload);
    }

    @Test
    void nobodyIsNobody() {
        assertThat(FrameTap.of("c", null, new Log(Level.DEBUG))).isNull();
        assertThat(FrameTap.of("c", name -> null, new Log(Level.DEBUG))).isNull();
    }

    @Test
    void theHostsObserverIsAskedForByName() {
        FrameObservers observers = name -> (direction, opcode, fin, length, payload) ->
                seen.add(name + " " + FrameLine.of(direction, opcode, fin, length, payload));
        text(FrameTap.of("c", observers, new Log(Level.DEBUG)), "hello");
        assertThat(seen).containsExactly("c IN TEXT fin=1 length=5 \"hello\"");
    }

    @Test
    void aLogAtTraceShowsTheFramesWithoutSecrets() {
        text(FrameTap.of("c", null, new Log(Level.TRACE)), "Cookie: s3cr3t");
        assertThat(seen).containsExactly("TRACE c IN TEXT fin=1 length=14 \"Cookie: ***\"");
    }

    @Test
    void anObserverThatFailsDisturbsNobody() {
        FrameObservers failing = name -> (direction, opcode, fin, length, payload) -> {
            throw new IllegalStateException("oops");
        };
        text(FrameTap.of("c", failing, new Log(Level.TRACE)), "hello");
        assertThat(seen)
                .containsExactly(
                        "TRACE c IN TEXT fin=1 length=5 \"hello\"", "ERROR The observer of the frames of c failed");
    }

    /** A log of this level that writes into {@link #seen}. */
    private final class Log extends LegacyAbstractLogger {

        private static final long serialVersionUID = 1;

        private final transient Level least;

        Log(Level least) {
            this.least = least;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return "";
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String pattern, Object[] arguments, Throwable thrown) {
            seen.add(level + " " + MessageFormatter.basicArrayFormat(pattern, arguments));
        }

        @Override
        public boolean isTraceEnabled() {
            return least == Level.TRACE;
        }

        @Override
        public boolean isDebugEnabled() {
            return true;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
