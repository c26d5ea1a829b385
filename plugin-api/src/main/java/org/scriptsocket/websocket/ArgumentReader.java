package org.scriptsocket.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.scriptsocket.policy.HeaderField;
import org.scriptsocket.policy.HeaderRules;
import org.scriptsocket.transport.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the arguments of the module's functions, with Lua's standard error texts for every language. */
final class ArgumentReader {

    private static final Logger log = LoggerFactory.getLogger("org.scriptsocket.websocket");
    private static final Set<String> KNOWN = Set.of("timeout", "protocol", "headers");
    private static final double DEFAULT_TIMEOUT_MS = 3000;
    /** A year: longer deadlines would overflow somewhere on the way. */
    private static final double MAX_TIMEOUT_MS = 365.0 * 24 * 3600 * 1000;

    private final ScriptValues values;
    private final String function;

    ArgumentReader(ScriptValues values, String function) {
        this.values = values;
        this.function = function;
    }

    /** A string or number, a byte a character. */
    String string(int position, @Nullable Object value) {
        return latin1(bytes(position, value));
    }

    ByteBuffer bytes(int position, @Nullable Object value) {
        ByteBuffer bytes = values.bytes(value);
        if (bytes == null) {
            throw expected(position, "", "string", value);
        }
        return bytes;
    }

    ScriptCallback callback(int position, @Nullable Object value) {
        ScriptCallback callback = values.callback(value);
        if (callback == null) {
            throw expected(position, "", "function", value);
        }
        return callback;
    }

    /** The connection of {@code send} and {@code disconnect}. */
    Connection connection(@Nullable Object value) {
        Connection connection = values.connection(value);
        if (connection == null) {
            throw values.error("The first argument must be a valid connection!");
        }
        return connection;
    }

    Message.Type messageType(@Nullable Object options) {
        if (options == null || values.isNil(options)) {
            return Message.Type.BINARY;
        }
        if (!values.isTable(options)) {
            log.warn("websocket.{}: options of type {} are ignored", function, values.typeName(options));
            return Message.Type.BINARY;
        }
        Object type = values.field(options, "type");
        if (values.isNil(type)) {
            return Message.Type.BINARY;
        }
        Double number = values.number(type, false);
        for (Message.Type each : Message.Type.values()) {
            if (number != null && number == each.code()) {
                return each;
            }
        }
        throw bad(
                3,
                "type: DATA_TYPE_TEXT or DATA_TYPE_BINARY expected, got "
                        + (number == null ? values.typeName(type) : shortest(number)));
    }

    /** @param mostHeaders bytes of headers; more are not looked at, as they will be refused */
    ConnectParams params(@Nullable Object params, long mostHeaders) {
        Object table = params != null && values.isTable(params) ? params : null;
        if (table == null) {
            if (!values.isNil(params)) {
                log.warn("websocket.connect: params of type {} are ignored", values.typeName(params));
            }
            return new ConnectParams(nanos(DEFAULT_TIMEOUT_MS), 0, List.of(), List.of(), null);
        }
        long timeout = timeout(values.field(table, "timeout"));
        String protocol = field(table, "protocol");
        String headers = field(table, "headers");
        for (String key : values.keys(table)) {
            if (!KNOWN.contains(key)) {
                log.warn("websocket.connect: unknown key '{}' in params is ignored", LogText.safe(key));
            }
        }
        long size = (long) headers.length() + protocol.length();
        return size > mostHeaders
                ? new ConnectParams(timeout, size, List.of(), List.of(), null)
                : params(timeout, headers, protocol);
    }

    private ConnectParams params(long timeout, String headers, String protocol) {
        try {
            List<HeaderField> fields = new ArrayList<>(HeaderRules.parse(headers));
            fields.removeIf(
                    field -> field.is(HeaderRules.PROTOCOL) && field.value().isEmpty());
            boolean among = fields.stream().anyMatch(field -> field.is(HeaderRules.PROTOCOL));
            if (among && !protocol.isEmpty()) {
                throw bad(2, "protocol and a Sec-WebSocket-Protocol among the headers");
            }
            if (!protocol.isEmpty()) {
                fields.add(new HeaderField(HeaderRules.PROTOCOL, HeaderRules.trim(protocol)));
            }
            HeaderField host =
                    fields.stream().filter(f -> f.is("Host")).findFirst().orElse(null);
            fields.removeIf(field -> field.is("Host"));
            long size = (long) headers.length() + protocol.length();
            return new ConnectParams(timeout, size, fields, protocols(fields), host);
        } catch (IllegalArgumentException e) {
            String text = String.valueOf(e.getMessage());
            // The original's own sentence stands alone.
            throw text.startsWith("The header field") ? values.error(text) : bad(2, text);
        }
    }

    private static List<String> protocols(List<HeaderField> fields) {
        List<String> protocols = new ArrayList<>();
        for (HeaderField field : fields) {
            if (field.is(HeaderRules.PROTOCOL)) {
                try {
                    protocols.addAll(HeaderRules.tokens(field.value()));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Sec-WebSocket-Protocol: " + e.getMessage(), e);
                }
            }
        }
        return protocols;
    }

    private long timeout(@Nullable Object value) {
        if (values.isNil(value)) {
            return nanos(DEFAULT_TIMEOUT_MS);
        }
        Double millis = values.number(value, true);
        if (millis == null || millis.isNaN()) {
            throw millis == null
                    ? expected(2, "timeout: ", "number", value)
                    : bad(2, "timeout: number expected, got nan");
        }
        return nanos(Math.min(millis, MAX_TIMEOUT_MS));
    }

    private static long nanos(double millis) {
        return (long) (millis * 1e6);
    }

    private String field(Object table, String name) {
        Object value = values.field(table, name);
        if (values.isNil(value)) {
            return "";
        }
        ByteBuffer bytes = values.bytes(value);
        if (bytes == null) {
            throw expected(2, name + ": ", "string", value);
        }
        return latin1(bytes);
    }

    private RuntimeException expected(int position, String prefix, String type, @Nullable Object value) {
        return bad(position, prefix + type + " expected, got " + values.typeName(value));
    }

    RuntimeException bad(int position, String what) {
        return values.error("bad argument #" + position + " to '" + function + "' (" + what + ")");
    }

    private static String latin1(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.duplicate()).toString();
    }

    private static String shortest(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
