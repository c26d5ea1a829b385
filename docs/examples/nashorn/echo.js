// Says hello to an echo server, as text and as bytes, and goes when both have come back.
function onEvent(self, conn, data) {
  if (data.event === websocket.EVENT_CONNECTED) {
    log('Connected: ' + conn);
    websocket.send(conn, 'grüße 😀', { type: websocket.DATA_TYPE_TEXT });
    websocket.send(conn, new Uint8Array([0, 127, 128, 255]), { type: websocket.DATA_TYPE_BINARY });
  } else if (data.event === websocket.EVENT_MESSAGE && data.type === websocket.DATA_TYPE_TEXT) {
    log('Text: ' + data.message);
  } else if (data.event === websocket.EVENT_MESSAGE) {
    log('Binary: ' + Array.prototype.join.call(data.message, ' '));
    websocket.disconnect(conn);
  } else if (data.event === websocket.EVENT_ERROR) {
    log('Error: ' + data.message);
  } else if (data.event === websocket.EVENT_DISCONNECTED) {
    log('Disconnected: ' + data.code);
  }
}

function init(self) {
  self.connection = websocket.connect(URL, { timeout: 20000 }, onEvent);
}
