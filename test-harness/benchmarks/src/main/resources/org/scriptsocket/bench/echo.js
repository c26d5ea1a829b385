// The same as echo.lua.
var count = 0;
var message = new (Java.type("byte[]"))(BYTES);
var options = { type: websocket.DATA_TYPE_BINARY };

function counted() {
  return count;
}

function stay(self, conn, data) {
  if (data.event == websocket.EVENT_MESSAGE) {
    count++;
    websocket.send(conn, message, options);
  } else if (data.event == websocket.EVENT_CONNECTED) {
    for (var i = 0; i < WINDOW; i++) {
      websocket.send(conn, message, options);
    }
  } else if (data.event == websocket.EVENT_ERROR) {
    throw new Error(data.message);
  }
}

function once(self, conn, data) {
  if (data.event == websocket.EVENT_CONNECTED) {
    websocket.send(conn, message, options);
  } else if (data.event == websocket.EVENT_MESSAGE) {
    websocket.disconnect(conn);
  } else if (data.event == websocket.EVENT_DISCONNECTED) {
    count++;
    websocket.connect(URL, { timeout: 60000 }, once);
  } else if (data.event == websocket.EVENT_ERROR) {
    throw new Error(data.message);
  }
}

function init(self) {
  for (var i = 0; i < CONNECTIONS; i++) {
    websocket.connect(URL, { timeout: 60000 }, WINDOW == 0 ? once : stay);
  }
}
