package org.scriptsocket.transport;

/**
 * The content of a Close frame (RFC 6455, section 5.5.1).
 *
 * @param code the status code, or {@link #NONE} where the frame had none
 * @param reason at most 123 bytes of UTF-8; the empty string where there is none
 */
public record CloseStatus(int code, String reason) {

    /** Stands for "no status code was present"; never on the wire (RFC 6455, section 7.4.1). */
    public static final int NONE = 1005;

    /** Stands for "no Close frame was received"; never on the wire (RFC 6455, section 7.4.1). */
    public static final int ABNORMAL = 1006;

    public static final int NORMAL = 1000;
    public static final int GOING_AWAY = 1001;
    public static final int PROTOCOL_ERROR = 1002;
    public static final int BAD_DATA = 1007;
    public static final int TOO_BIG = 1009;
    public static final int INTERNAL_ERROR = 1011;

    public CloseStatus(int code) {
        this(code, "");
    }

    /** Whether a peer may put this code on the wire: 1000-1003, 1007-1014, 3000-4999. */
    public static boolean isValid(int code) {
        return code >= 1000 && code <= 1003 || code >= 1007 && code <= 1014 || code >= 3000 && code <= 4999;
    }
}
