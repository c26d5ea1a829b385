# Says hello to an echo server, as text and as bytes, and goes when both have come back.
def on_event(self, conn, data):
    if data.event == websocket.EVENT_CONNECTED:
        log('Connected: %s' % conn)
        websocket.send(conn, u'grüße 😀', {'type': websocket.DATA_TYPE_TEXT})
        websocket.send(conn, '\x00\x7f\x80\xff', {'type': websocket.DATA_TYPE_BINARY})
    elif data.event == websocket.EVENT_MESSAGE and data.type == websocket.DATA_TYPE_TEXT:
        log(u'Text: ' + data.message)
    elif data.event == websocket.EVENT_MESSAGE:
        log('Binary: ' + ' '.join([str(ord(octet)) for octet in data.message]))
        websocket.disconnect(conn)
    elif data.event == websocket.EVENT_ERROR:
        log('Error: ' + data.message)
    elif data.event == websocket.EVENT_DISCONNECTED:
        log('Disconnected: %d' % data.code)

def init(self):
    self.connection = websocket.connect(URL, {'timeout': 20000}, on_event)
