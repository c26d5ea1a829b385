// The same as idle.lua.
var begun = 0;
var count = 0;

function counted() {
  return count;
}

function open() {
  if (begun == CONNECTIONS) return;
  begun++;
  websocket.connect(URL, { timeout: 60000 }, function (self, conn, data) {
    if (data.event == websocket.EVENT_CONNECTED) {
      count++;
      open();
    } else if (data.event == websocket.EVENT_ERROR) {
      throw new Error(data.message);
    }
  });
}

function init(self) {
  for (var i = 0; i < 64; i++) open();
}
