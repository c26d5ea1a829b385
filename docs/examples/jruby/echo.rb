# Says hello to an echo server, as text and as bytes, and goes when both have come back.
def on_event(me, conn, data)
  case data.event
  when websocket.EVENT_CONNECTED
    log "Connected: #{conn}"
    websocket.send(conn, 'grüße 😀', type: websocket.DATA_TYPE_TEXT)
    websocket.send(conn, [0, 127, 128, 255].pack('C*'), type: websocket.DATA_TYPE_BINARY)
  when websocket.EVENT_MESSAGE
    if data.type == websocket.DATA_TYPE_TEXT
      log "Text: #{data.message}"
    else
      log "Binary: #{data.message.bytes.join(' ')}"
      websocket.disconnect(conn)
    end
  when websocket.EVENT_ERROR
    log "Error: #{data.message}"
  when websocket.EVENT_DISCONNECTED
    log "Disconnected: #{data.code}"
  end
end

def init(me)
  me.connection = websocket.connect($URL, { timeout: 20000 }, method(:on_event))
end
