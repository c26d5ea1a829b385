// Says hello to an echo server, as text and as bytes, and goes when both have come back.
import org.scriptsocket.script.EventData

fun onEvent(self: Any?, conn: Any?, data: EventData) {
    when (data.event) {
        websocket.EVENT_CONNECTED -> {
            log("Connected: $conn")
            websocket.send(conn, "grüße 😀", mapOf("type" to websocket.DATA_TYPE_TEXT))
            websocket.send(conn, byteArrayOf(0, 127, -128, -1), mapOf("type" to websocket.DATA_TYPE_BINARY))
        }
        websocket.EVENT_MESSAGE ->
            if (data.type == websocket.DATA_TYPE_TEXT) {
                log("Text: ${data.message}")
            } else {
                log("Binary: " + (data.message as ByteArray).joinToString(" ") { (it.toInt() and 255).toString() })
                websocket.disconnect(conn)
            }
        websocket.EVENT_ERROR -> log("Error: ${data.message}")
        websocket.EVENT_DISCONNECTED -> log("Disconnected: ${data.code}")
    }
}

fun init(self: Any?) {
    websocket.connect(URL, mapOf("timeout" to 20000), ::onEvent)
}
