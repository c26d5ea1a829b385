// The websocket module of JavaScript, over org.scriptsocket.script.Gate. Written for ECMAScript 5, as Nashorn has no more.
(function (global, gate) {
  if (typeof gate.failure !== 'function') {
    return 'no access';
  }
  var CHUNK = 4096;

  function latin1(view) {
    var all = '';
    for (var i = 0; i < view.length; i += CHUNK) {
      all += String.fromCharCode.apply(null, Array.prototype.slice.call(view, i, i + CHUNK));
    }
    return all;
  }

  // Octets cross in bulk: by an ArrayBuffer over memory of Java's (Nashorn, GraalJS), or by the array below one (Rhino).
  var wraps = (function () {
    try {
      return new Uint8Array(new ArrayBuffer(gate.room(3))).length === 3;
    } catch (e) {
      return false;
    }
  })();
  var opens = !wraps && gate.opens(new ArrayBuffer(1));

  // Java's octets as a Uint8Array of the script's own.
  function binary(value) {
    if (wraps) {
      return new Uint8Array(new ArrayBuffer(gate.copy(value)));
    }
    var view = new Uint8Array(gate.length(value)), text = opens ? '' : String(gate.latin1(value));
    if (opens) {
      gate.fill(view.buffer, value);
    }
    for (var i = 0; i < text.length; i++) {
      view[i] = text.charCodeAt(i);
    }
    return view;
  }

  // Octets of an ArrayBuffer, for Java.
  function octets(buffer, from, length) {
    if (opens) {
      return gate.part(buffer, from, length);
    }
    if (!wraps || length < 64) {
      return gate.binary(latin1(new Uint8Array(buffer, from, length)));
    }
    var room = gate.room(length), to = new ArrayBuffer(room), source = buffer.slice(from, from + length);
    var words = length >> 2;
    new Int32Array(to, 0, words).set(new Int32Array(source, 0, words));
    new Uint8Array(to, words * 4).set(new Uint8Array(source, words * 4));
    return gate.filled(room);
  }

  // What a script holds of a connection: Rhino takes no object of Java's out of a global variable.
  function Connection(target) {
    Object.defineProperty(this, 'target', { value: target });
  }
  Connection.prototype.toString = function () {
    return String(this.target.toString());
  };

  // A value for Java.
  function given(value) {
    var type = typeof value;
    if (value === null || type === 'string' || type === 'number') {
      return value;
    }
    if (type === 'undefined') {
      return gate.nil(type);
    }
    if (type !== 'object') {
      return gate.other(type, String(value));
    }
    if (gate.isJavaText(value)) {
      return String(value);
    }
    if (value instanceof Connection) {
      return value.target;
    }
    if (gate.isJava(value)) {
      return value;
    }
    if (value instanceof ArrayBuffer) {
      return octets(value, 0, value.byteLength);
    }
    if (value.buffer instanceof ArrayBuffer) {
      return octets(value.buffer, value.byteOffset, value.byteLength);
    }
    return gate.other(type, String(value));
  }

  // An object for Java, with its fields.
  function options(value, known) {
    var plain = given(value);
    if (value === null || typeof value !== 'object' || plain === value || gate.isBinary(plain)) {
      return plain;
    }
    var table = gate.table();
    known.forEach(function (name) {
      gate.put(table, name, given(value[name]));
    });
    for (var name in value) {
      if (known.indexOf(name) < 0) {
        gate.put(table, name, null);
      }
    }
    return table;
  }

  // A value of Java's for the script.
  function taken(value) {
    if (value === null || value === undefined) {
      return null;
    }
    if (gate.isBinary(value)) {
      return binary(value);
    }
    return gate.isJavaText(value) ? String(value) : value;
  }

  function headers(map) {
    if (typeof Proxy !== 'function') {
      return map; // Nashorn reads a Map, and this one ignores case
    }
    var all = {}, names = gate.names(map);
    for (var i = 0; i < names.length; i++) {
      all[String(names[i])] = String(gate.entry(map, names[i]));
    }
    return new Proxy(all, {
      get: function (fields, name) {
        if (name in fields || typeof name !== 'string') {
          return fields[name];
        }
        var found = gate.entry(map, name);
        return found === null || found === undefined ? undefined : String(found);
      }
    });
  }

  function data(event) {
    var fields = { event: Number(event.getEvent()), message: taken(event.getMessage()) };
    if (event.getType() !== null) {
      fields.type = Number(event.getType());
    }
    if (event.getCode() !== null) {
      fields.code = Number(event.getCode());
      fields.reason = String(event.getReason());
    }
    var response = event.getHandshake_response();
    if (response !== null) {
      fields.handshake_response = {
        status: Number(response.getStatus()),
        headers: headers(response.getHeaders()),
        response: taken(response.getResponse())
      };
    }
    return fields;
  }

  function guarded(callee, values) {
    if (!gate.losesCalls()) {
      return callee.apply(undefined, values);
    }
    try {
      return callee.apply(undefined, values);
    } catch (e) {
      gate.failed(String(e), String(e && e.stack));
      throw e;
    }
  }

  function checked(result) {
    var failure = gate.failure();
    if (failure !== null) {
      throw new Error(String(failure));
    }
    return result;
  }

  var websocket = {
    connect: function connect(url, params, callback) {
      var address = given(url), fields = options(params, ['timeout', 'protocol', 'headers']);
      if (typeof callback !== 'function') {
        gate.connectWithout(address, fields, given(callback));
        return checked();
      }
      var connection = new Connection(checked(gate.connect(address, fields, function (self, target, event) {
        guarded(callback, [self, connection, data(event)]);
      })));
      return connection;
    },
    send: function send(connection, message, settings) {
      gate.send(given(connection), given(message), options(settings, ['type']));
      checked();
    },
    disconnect: function disconnect(connection) {
      gate.disconnect(given(connection));
      checked();
    }
  };
  ['EVENT_CONNECTED', 'EVENT_DISCONNECTED', 'EVENT_MESSAGE', 'EVENT_ERROR', 'DATA_TYPE_TEXT', 'DATA_TYPE_BINARY']
    .forEach(function (name) {
      websocket[name] = Number(gate.constant(name));
    });
  global.websocket = websocket;

  global.scriptsocket_self = function () {
    return {};
  };
  global.scriptsocket_find = function (name) {
    return typeof global[name] === 'function' ? global[name] : null;
  };
  global.scriptsocket_drop = function (name) {
    global[name] = null;
    delete global[name];
  };
  global.scriptsocket_call = function (callee) {
    return guarded(callee, Array.prototype.slice.call(arguments, 1).map(taken));
  };
  global.scriptsocket_define = function (name, target) {
    global[name] = function () {
      return taken(target.call(Array.prototype.slice.call(arguments).map(given)));
    };
  };
  return 'ready';
})(this, scriptsocket_gate);
