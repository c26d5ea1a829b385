package org.scriptsocket.docs.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.scriptsocket.kit.peer.Answer;
import org.scriptsocket.kit.peer.Behaviour;
import org.scriptsocket.kit.peer.Frame;
import org.scriptsocket.kit.peer.Step;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;
import org.scriptsocket.transport.CloseStatus;

/**
 * What the server does, and what must come of it. Immutable: each method gives a new one.
 *
 * @param script the events of the script, a line each
 * @param wire what the server sees after the handshake
 * @param limits of the script's host
 */
record Exchange(Behaviour server, List<String> script, List<WireLine> wire, Limits limits) {

    /** What was written before leaves as a packet of its own. */
    private static final Step FLUSH = new Step.Pause(Duration.ZERO);

    private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

    private static final WireLine END = new WireLine("FIN", true);

    Exchange {
        script = List.copyOf(script);
        wire = List.copyOf(wire);
    }

    /** The 101 in a packet of its own. */
    static Exchange open() {
        return openTogether().does(FLUSH);
    }

    /** The 101 in one packet with what comes next. */
    static Exchange openTogether() {
        return new Exchange(Behaviour.accept(), List.of("CONNECTED"), List.of(), Limits.standard());
    }

    /** The 101 takes the offer of permessage-deflate so. */
    static Exchange compressed(String answer) {
        Behaviour accept = Behaviour.accept().header(EXTENSIONS, answer);
        return new Exchange(accept, List.of("CONNECTED"), List.of(), Limits.standard()).does(FLUSH);
    }

    /** How the server takes the offer of permessage-deflate; empty if it was not made. */
    Optional<String> compression() {
        return server.answer() instanceof Answer.Accept accept
                ? accept.headers().stream()
                        .filter(field -> field.is(EXTENSIONS))
                        .map(HeaderField::value)
                        .findFirst()
                : Optional.empty();
    }

    /** Sends one message, waits for its echo, closes. */
    static Exchange echo(Frame message) {
        return open().send(message).echoed(message).closes();
    }

    /** Sends nothing but this, which is wrong. */
    static Exchange refuse(Rule rule, Frame... frames) {
        return open().send(frames).fails(rule);
    }

    Exchange within(Limits bounds) {
        return new Exchange(server, script, wire, bounds);
    }

    Exchange does(Step step) {
        return new Exchange(server.then(step), script, wire, limits);
    }

    /** In one go. */
    Exchange send(Frame... frames) {
        return new Exchange(server.send(List.of(frames)), script, wire, limits);
    }

    /** Each in a packet of its own. */
    Exchange frameWise(Frame... frames) {
        Exchange all = this;
        for (Frame frame : frames) {
            all = all.send(frame).does(FLUSH);
        }
        return all;
    }

    /** In packets of so many octets. */
    Exchange chop(int octets, Frame... frames) {
        byte[] bytes = Octets.join(Arrays.stream(frames).map(Frame::encode).toArray(byte[][]::new));
        List<Step> steps = new ArrayList<>(server.steps());
        for (int at = 0; at < bytes.length; at += octets) {
            steps.add(new Step.SendRaw(Arrays.copyOfRange(bytes, at, Math.min(at + octets, bytes.length))));
            steps.add(FLUSH);
        }
        return new Exchange(new Behaviour(server.answer(), steps), script, wire, limits);
    }

    /** A packet of these octets. */
    Exchange raw(byte... octets) {
        return does(new Step.SendRaw(octets)).does(FLUSH);
    }

    Exchange pause(int millis) {
        return does(new Step.Pause(Duration.ofMillis(millis)));
    }

    /** The script sees this message. */
    Exchange heard(Frame message) {
        String type = message.opcode() == Frame.TEXT ? "TEXT " : "BINARY ";
        return sees(type + Octets.show(message.payload()));
    }

    /** The script sees this message, and the wire sees it come back before the server does anything else. */
    Exchange echoed(Frame message) {
        return heard(message).answered(message).does(new Step.Receive(1));
    }

    /** The wire sees this frame, masked. */
    Exchange answered(Frame frame) {
        return wire(WireLine.of(frame.asMasked()), true);
    }

    /** The wire sees a pong with the payload of this ping. */
    Exchange ponged(Frame ping) {
        return answered(Frame.of(Frame.PONG, ping.payload()));
    }

    /** The script sees this message; its echo may come too late to be sent. */
    Exchange heardLate(Frame message) {
        return heard(message).wire(WireLine.of(message.asMasked()), false);
    }

    /** The script sees this message twice; the pong to the ping between is seen, and the echoes around it may be. */
    Exchange heardAmongPongs(Frame message, Frame ping) {
        String echo = WireLine.of(message.asMasked());
        return heardLate(message).ponged(ping).wire(echo, false).heardLate(message);
    }

    /** The server closes with 1000, properly. */
    Exchange closes() {
        return does(new Step.Close(new CloseStatus(CloseStatus.NORMAL))).closedBy(CloseStatus.NORMAL);
    }

    /** The server has sent a Close frame with this code, and sends nothing any more. */
    Exchange closedBy(int code, byte... reason) {
        byte[] message = Octets.join(Octets.utf8("Server closing (" + code + "). Reason: '"), reason, Octets.utf8("'"));
        String answer = code == CloseStatus.NONE ? "CLOSE empty" : "CLOSE " + code;
        return does(new Step.Ignore())
                .sees("DISCONNECTED " + code + " " + Octets.show(reason) + " " + Octets.show(message))
                .wire(answer, true)
                .ended();
    }

    /** The server has broken a rule. */
    Exchange fails(Rule rule) {
        String named = rule.code() + " " + Octets.show(Octets.utf8(rule.reason()));
        return sees("ERROR " + rule.error())
                .sees("DISCONNECTED " + named + " \"\"")
                .wire("CLOSE " + named, true)
                .ended();
    }

    /** The server goes without a Close frame. */
    Exchange lost(String why, Step how) {
        return does(how).sees("ERROR Connection lost: " + why).sees("DISCONNECTED 1006 \"\" \"\"");
    }

    Exchange ended() {
        return new Exchange(server, script, plus(wire, END), limits);
    }

    private Exchange sees(String line) {
        return new Exchange(server, plus(script, line), wire, limits);
    }

    private Exchange wire(String line, boolean must) {
        return new Exchange(server, script, plus(wire, new WireLine(line, must)), limits);
    }

    private static <T> List<T> plus(List<T> all, T more) {
        List<T> longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }
}
