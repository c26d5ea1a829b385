package org.scriptsocket.websocket;

import java.time.Instant;
import java.util.List;

/**
 * How a connection stands, for people who look into a host.
 *
 * @param name as {@code tostring} gives it to the script
 * @param state {@code connecting}, {@code open}, {@code closing}
 * @param since when {@code connect} was called
 * @param messagesIn messages delivered to the script
 * @param bytesIn their bytes
 * @param messagesOut messages that the script has sent
 * @param bytesOut their bytes
 * @param undelivered messages that wait for an update
 * @param unsent bytes that wait to be written
 * @param history its last 64 events, in order
 */
public record ConnectionInfo(
        String name,
        String state,
        Instant since,
        long messagesIn,
        long bytesIn,
        long messagesOut,
        long bytesOut,
        long undelivered,
        long unsent,
        List<FlightEvent> history) {

    public ConnectionInfo {
        history = List.copyOf(history);
    }
}
