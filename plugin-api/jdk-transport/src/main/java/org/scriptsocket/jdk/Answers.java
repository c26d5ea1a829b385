package org.scriptsocket.jdk;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.Limits;

/**
 * Sees the headers of every answer, which a WebSocket of the JDK does not show: the handler of cookies is told them. It keeps no cookies.
 *
 * <p>A ticket in the url's userinfo, which the client never sends, tells whose answer it is.
 */
final class Answers extends CookieHandler {

    /** Of one dial. */
    static final class Ticket {

        private final long number;
        private final Limits limits;
        private volatile @Nullable List<HeaderField> headers;

        Ticket(long number, Limits limits) {
            this.number = number;
            this.limits = limits;
        }

        String userInfo() {
            return number + "@";
        }

        /** In the order of their names; empty if no answer was read. */
        List<HeaderField> headers() {
            List<HeaderField> seen = headers;
            return seen == null ? List.of() : seen;
        }

        private void see(Map<String, List<String>> answer) throws TooLongException {
            List<HeaderField> fields = new ArrayList<>();
            answer.forEach((name, values) ->
                    values.forEach(value -> fields.add(new HeaderField(HeaderSpelling.of(name), value))));
            headers = List.copyOf(fields);
            AnswerBounds.check(headers, limits);
        }
    }

    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, Ticket> tickets = new ConcurrentHashMap<>();

    Ticket begin(Limits limits) {
        Ticket ticket = new Ticket(numbers.incrementAndGet(), limits);
        tickets.put(String.valueOf(ticket.number), ticket);
        return ticket;
    }

    void end(Ticket ticket) {
        tickets.remove(String.valueOf(ticket.number));
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> requestHeaders) {
        return Map.of();
    }

    @Override
    public void put(URI uri, Map<String, List<String>> responseHeaders) throws IOException {
        Ticket ticket = uri.getUserInfo() == null ? null : tickets.get(uri.getUserInfo());
        if (ticket != null) {
            ticket.see(responseHeaders);
        }
    }
}
