# The websocket module of Ruby, over org.scriptsocket.script.Gate: text is a String in UTF-8, binary a String in ASCII-8BIT.
raise 'another engine has it' if defined?(ScriptSocket) && ScriptSocket.gate.isOpen
Object.send(:remove_const, :ScriptSocket) if defined?(ScriptSocket)

module ScriptSocket
  Data = Struct.new(:event, :message, :type, :code, :reason, :handshake_response)
  Response = Struct.new(:status, :headers, :response)

  # What scripts know as self, which is a word of the language: fields of any name.
  class Self
    def method_missing(name, *values)
      if name.to_s.end_with?('=')
        instance_variable_set("@#{name.to_s.chomp('=')}", values[0])
      else
        instance_variable_get("@#{name}")
      end
    end

    def respond_to_missing?(_name, _all = false)
      true
    end

    def [](name)
      instance_variable_get("@#{name}")
    end

    def []=(name, value)
      instance_variable_set("@#{name}", value)
    end
  end

  class Module
    def initialize(gate)
      @gate = gate
      %w[EVENT_CONNECTED EVENT_DISCONNECTED EVENT_MESSAGE EVENT_ERROR DATA_TYPE_TEXT DATA_TYPE_BINARY].each do |name|
        number = gate.constant(name)
        define_singleton_method(name) { number }
      end
    end

    def connect(url = nil, params = nil, callback = nil, &block)
      callback ||= block
      address, fields = ScriptSocket.given(url), ScriptSocket.options(params)
      unless ScriptSocket.function?(callback)
        @gate.connectWithout(address, fields, ScriptSocket.given(callback))
        return checked
      end
      on_event = lambda do |own, connection, event|
        ScriptSocket.guarded(callback, [own, connection, ScriptSocket.data(event)])
        nil
      end
      checked(@gate.connect(address, fields, on_event))
    end

    def send(connection = nil, message = nil, options = nil)
      @gate.send(ScriptSocket.given(connection), ScriptSocket.given(message), ScriptSocket.options(options))
      checked
    end

    def disconnect(connection = nil)
      @gate.disconnect(ScriptSocket.given(connection))
      checked
    end

    def inspect
      'websocket'
    end
    alias to_s inspect

    private

    def checked(result = nil)
      failure = @gate.failure
      raise ArgumentError, failure, caller(2) if failure
      result
    end
  end

  class << self
    attr_accessor :gate, :websocket

    def given(value)
      case value
      when nil, Numeric then value
      when String then text?(value) ? value : value.to_java_bytes
      when true, false then gate.other('boolean', value.to_s)
      else
        gate.isJava(value) ? value : gate.other(value.class.name, value.to_s)
      end
    end

    def text?(value)
      value.ascii_only? || value.encoding == Encoding::UTF_8 && value.valid_encoding?
    end

    def options(value)
      return given(value) unless value.is_a?(Hash)
      table = gate.table
      value.each { |key, each| gate.put(table, key.to_s, given(each)) }
      table
    end

    def taken(value)
      gate.isBinary(value) ? String.from_java_bytes(value) : value
    end

    def function?(value)
      value.is_a?(Proc) || value.is_a?(Method)
    end

    def data(event)
      Data.new(event.getEvent, taken(event.getMessage), event.getType, event.getCode, event.getReason,
               response(event.getHandshake_response))
    end

    def response(response)
      response && Response.new(response.getStatus, headers(response.getHeaders), taken(response.getResponse))
    end

    # A look-up ignores case.
    def headers(map)
      all = Hash.new do |fields, name|
        found = fields.find { |key, _| key.casecmp?(name.to_s) }
        found && found.last
      end
      gate.names(map).each { |name| all[name] = gate.entry(map, name) }
      all
    end

    def guarded(callee, values)
      callee.call(*values)
    rescue Exception => e
      gate.failed(e.message, e.backtrace.join("\n"))
      raise
    end
  end
end

ScriptSocket.gate = scriptsocket_gate
ScriptSocket.websocket = ScriptSocket::Module.new(scriptsocket_gate)

def websocket
  ScriptSocket.websocket
end

def scriptsocket_self
  ScriptSocket::Self.new
end

def scriptsocket_find(name)
  Object.private_method_defined?(name) || Object.method_defined?(name) ? method(name) : nil
end

def scriptsocket_drop(name)
  Object.send(:remove_method, name)
end

def scriptsocket_call(callee, *values)
  ScriptSocket.guarded(callee, values.map { |value| ScriptSocket.taken(value) })
end

def scriptsocket_define(name, target)
  Object.send(:define_method, name) do |*values|
    ScriptSocket.taken(target.call(values.map { |value| ScriptSocket.given(value) }))
  end
end

# A variable of the host is a global one, which methods see too.
def scriptsocket_variable(name, value)
  eval("$#{name} = value")
end
