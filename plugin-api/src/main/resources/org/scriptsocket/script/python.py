# The websocket module of Python 2, over org.scriptsocket.script.Gate: text is unicode, binary is str.
import sys as scriptsocket_sys
import traceback as scriptsocket_traceback

def scriptsocket_join(gate, sys, traceback):
    FIELDS = ('event', 'message', 'type', 'code', 'reason', 'handshake_response')

    def given(value):
        if value is None or isinstance(value, unicode) or gate.isJava(value):
            return value
        if isinstance(value, bool):
            return gate.other('bool', str(value))
        if isinstance(value, (int, long, float)):
            return value
        if isinstance(value, (str, bytearray)):
            octets = str(value)
            try:
                return octets.decode('ascii')
            except UnicodeDecodeError:
                return gate.binary(octets)
        return gate.other(type(value).__name__, str(value))

    def options(value):
        if not isinstance(value, dict):
            return given(value)
        table = gate.table()
        for key in value:
            gate.put(table, str(key), given(value[key]))
        return table

    def taken(value):
        return gate.latin1(value).encode('latin-1') if gate.isBinary(value) else value

    class Headers(dict):
        """A look-up ignores case."""

        def __missing__(self, name):
            for key in self:
                if key.lower() == name.lower():
                    return self[key]
            raise KeyError(name)

        def get(self, name, default=None):
            try:
                return self[name]
            except KeyError:
                return default

    class Response(object):
        def __init__(self, response):
            self.status = response.getStatus()
            found = response.getHeaders()
            self.headers = Headers((name, gate.entry(found, name)) for name in gate.names(found))
            self.response = taken(response.getResponse())

    class Data(object):
        def __init__(self, event):
            for name in gate.names(event):
                self.__dict__[name] = taken(gate.entry(event, name))
            if event.getHandshake_response() is not None:
                self.handshake_response = Response(event.getHandshake_response())

        def __getattr__(self, name):
            if name in FIELDS:
                return None
            raise AttributeError(name)

    class Self(object):
        pass

    def calls():
        stack = traceback.extract_tb(sys.exc_info()[2])
        stack.reverse()
        return '\n'.join('%s:%d: in %s' % (file, line, name) for file, line, name, text in stack)

    def guarded(callee, values):
        try:
            return callee(*values)
        except:
            kind, error = sys.exc_info()[:2]
            gate.failed(''.join(traceback.format_exception_only(kind, error)).strip(), calls())
            raise

    def checked(result=None):
        failure = gate.failure()
        if failure is not None:
            raise ValueError(failure.encode('utf-8'))
        return result

    def is_function(value):
        return callable(value) and not gate.isJava(value)

    class WebSocket(object):
        def connect(self, url=None, params=None, callback=None):
            address, fields = given(url), options(params)
            if not is_function(callback):
                gate.connectWithout(address, fields, given(callback))
                return checked()

            def on_event(own, connection, event):
                guarded(callback, (own, connection, Data(event)))

            return checked(gate.connect(address, fields, on_event))

        def send(self, connection=None, message=None, options_=None):
            gate.send(given(connection), given(message), options(options_))
            checked()

        def disconnect(self, connection=None):
            gate.disconnect(given(connection))
            checked()

    websocket = WebSocket()
    for name in ('EVENT_CONNECTED', 'EVENT_DISCONNECTED', 'EVENT_MESSAGE', 'EVENT_ERROR',
                 'DATA_TYPE_TEXT', 'DATA_TYPE_BINARY'):
        setattr(websocket, name, gate.constant(name))

    def call(callee, *values):
        return guarded(callee, [taken(value) for value in values])

    def wrapped(target):
        return lambda *values: taken(target.call([given(value) for value in values]))

    return websocket, Self, is_function, call, wrapped

(websocket, scriptsocket_self, scriptsocket_is_function, scriptsocket_call, scriptsocket_wrapped) = scriptsocket_join(
    scriptsocket_gate, scriptsocket_sys, scriptsocket_traceback)

def scriptsocket_find(name):
    value = globals().get(name)
    return value if scriptsocket_is_function(value) else None

def scriptsocket_drop(name):
    del globals()[name]

def scriptsocket_define(name, target):
    globals()[name] = scriptsocket_wrapped(target)
