package org.scriptsocket.transport;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.scriptsocket.policy.AddressPolicy;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limit;

/**
 * What a transport may be unable to do. It says so by {@link Transport#capabilities()}; all else that the SPI asks for it must do.
 *
 * <p>Those up to {@link #KEEP_ALIVE} are asked for by a connect: then {@link #refusal} is its failure, so that nobody is unprotected, or unheard, in
 * silence. The others are differences that nobody can ask for; they are documented, and the transport contract holds them against the code.
 */
public enum Capability {
    /** To send a {@code Host} header other than that of the url. */
    HOST_HEADER("send a Host header that is not that of the url"),
    /** To ask the address policy for each address that is dialled, and dial just that. */
    CHECKED_ADDRESSES("check the addresses that it dials, so it dials none while a policy is set"),
    /** To show each frame to a {@link FrameObserver}. */
    FRAMES("show frames to an observer"),
    /** To speak TLS. */
    TLS("speak TLS"),
    /** To ask a silent peer by pings whether it lives. */
    KEEP_ALIVE("send pings, which ping-interval asks for"),

    /** To send the header lines that were given, in their order and spelling, and none but those of the handshake. */
    EXACT_REQUEST("send exactly the headers that were given"),
    /** To end the socket of a dial at once when the dial is aborted; else at the latest when the deadline of the connect passes. */
    ABORTED_DIALS("end the socket of an aborted dial at once"),
    /** To take each 101 that RFC 6455 allows, and no other: one with a list in {@code Connection}, none of HTTP/1.0. */
    ANSWER_RULES("take a list in the Connection header of a 101, and refuse a 101 of HTTP/1.0"),
    /** To tell the body of a refusal byte for byte, and the part that came of one that ends too soon, or not before the deadline. */
    REFUSAL_BODIES("tell the body of a refusal byte for byte, or a part of it"),
    /** To read no more of an answer than {@code response-headers} and {@code response-body}; else it is cut when it is told. */
    BOUNDED_ANSWERS("stop reading an answer at its limits"),
    /** To refuse a message over {@code message-in} when it is announced; else when so much of it has arrived. */
    ANNOUNCED_LENGTHS("refuse a message that only announces to be too long"),
    /** To send and take a Close frame with each status: an empty one, 1002, 1007 and 1009 among them; else 1000, 1008 or none is sent. */
    CLOSE_STATUSES("send and take a Close frame with each status"),
    /** To read on whenever more arrives together with the answer than one buffer holds; else such a connection may stand still, and be lost. */
    DATA_WITH_ANSWER("read on whenever much arrives together with the answer to the handshake"),
    /** To deliver what comes at the same moment as a FIN without a Close frame, and to tell such a FIN at once. */
    DATA_BEFORE_FIN("deliver what comes at the same moment as a FIN without a Close frame"),
    /** To send a text of any length as one frame; else long ones are sent in fragments. */
    WHOLE_TEXTS("send a long text as one frame");

    private final String what;

    Capability(String what) {
        this.what = what;
    }

    /** What a transport without it can not do, as the end of a sentence that begins with "can not". */
    public String what() {
        return what;
    }

    /** Whether a connect can ask for it. */
    public boolean isAskedFor() {
        return compareTo(KEEP_ALIVE) <= 0;
    }

    /** Why a transport can not do what a request asks for, or empty if it can. */
    public static Optional<Failure> refusal(Transport transport, ConnectRequest request) {
        Set<Capability> asked = askedBy(request);
        asked.removeAll(transport.capabilities());
        return asked.stream()
                .findFirst()
                .map(missing -> new Failure.NotOpened("the transport " + transport.name() + " can not " + missing.what
                        + "; " + request.authority() + " was not dialled"));
    }

    private static Set<Capability> askedBy(ConnectRequest request) {
        Set<Capability> asked = EnumSet.noneOf(Capability.class);
        if (request.headers().stream().anyMatch(field -> field.is("Host") && !isOfUrl(field, request))) {
            asked.add(HOST_HEADER);
        }
        if (request.policy() != AddressPolicy.anywhere()) {
            asked.add(CHECKED_ADDRESSES);
        }
        if (request.observer() != null) {
            asked.add(FRAMES);
        }
        if (request.tls()) {
            asked.add(TLS);
        }
        if (request.limits().get(Limit.PING_INTERVAL) > 0) {
            asked.add(KEEP_ALIVE);
        }
        return asked;
    }

    private static boolean isOfUrl(HeaderField host, ConnectRequest request) {
        String full = request.authority();
        String port = request.tls() ? ":443" : ":80";
        boolean isUsual =
                full.endsWith(port) && host.value().equalsIgnoreCase(full.substring(0, full.length() - port.length()));
        return isUsual || host.value().equalsIgnoreCase(full);
    }
}
