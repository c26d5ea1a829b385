// Says hello to an echo server, as text and as bytes, and goes when both have come back.
def onEvent(self, conn, data) {
  switch (data.event) {
    case websocket.EVENT_CONNECTED:
      log "Connected: $conn"
      websocket.send(conn, 'grüße 😀', [type: websocket.DATA_TYPE_TEXT])
      websocket.send(conn, [0, 127, 128, 255] as byte[], [type: websocket.DATA_TYPE_BINARY])
      break
    case websocket.EVENT_MESSAGE:
      if (data.type == websocket.DATA_TYPE_TEXT) {
        log "Text: $data.message"
      } else {
        log 'Binary: ' + data.message.collect { it & 0xff }.join(' ')
        websocket.disconnect(conn)
      }
      break
    case websocket.EVENT_ERROR:
      log "Error: $data.message"
      break
    case websocket.EVENT_DISCONNECTED:
      log "Disconnected: $data.code"
  }
}

// Groovy's own URL is a class, hence the binding.
def init(self) {
  self.connection = websocket.connect(binding.URL, [timeout: 20000], this.&onEvent)
}
