-- Spies, stubs, mocks and matchers.

describe("a spy", function()
  local target

  before_each(function()
    target = { key = function() return "derp" end }
  end)

  it("calls what it stands for, and remembers arguments and results", function()
    local one = spy.on(target, "key")
    assert.equal("derp", target.key("a", nil))
    assert.spy(target.key).was.called_with("a", nil)
    assert.spy(target.key).was_not.called_with("a")
    assert.spy(target.key).was.returned_with("derp")
    assert.same({ n = 2, "a" }, one.calls[1].vals)
    assert.same({ n = 1, "derp" }, one.returnvals[1].vals)
    assert.is_true(one:called_with({ "a", nil, n = 2 }))
  end)

  it("remembers tables as they were", function()
    local one, given = spy.new(function() end), { foo = { "x" } }
    one(given)
    given.foo = "changed"
    assert.spy(one).was.called_with({ foo = { "x" } })
    assert.spy(one).was_not.called_with(given)
    assert.spy(one).was.called_with(match.is_ref(given))
    assert.spy(one).was_not.called_with(match.is_ref({ foo = { "x" } }))
  end)

  it("may be given itself", function()
    local one = spy.new(function() end)
    one(one)
    assert.spy(one).was.called_with(one)
  end)

  it("counts", function()
    local one = spy.new(function() end)
    assert.spy(one).was_not.called()
    one()
    one()
    assert.spy(one).was.called()
    assert.spy(one).was.called(2)
    assert.spy(one).was_not.called(3)
    assert.spy(one).called_at_least(2)
    assert.spy(one).was.called.at_most(2)
    assert.spy(one).was.called.more_than(1)
    assert.spy(one).was.called.less_than(3)
    assert.same({ true, 2 }, { one:called(2) })
    assert.same({ true, 2 }, { one:called() })
  end)

  it("goes back to what it stood for", function()
    local old = target.key
    local one = spy.on(target, "key")
    target.key()
    assert.equal(old, one:revert())
    assert.equal(old, target.key)
    target.key()
    assert.spy(one).was.called(1)
    assert.equal(old, spy.new(old):revert())
  end)

  it("leaves an inherited function where it was", function()
    local object = setmetatable({}, { __index = target })
    local one = spy.on(object, "key")
    object.key()
    one:revert()
    assert.is_nil(rawget(object, "key"))
    assert.equal("derp", object.key())
  end)

  it("forgets its calls when it is cleared", function()
    local one = spy.new(function() return 1 end)
    one()
    one:clear()
    assert.spy(one).was.called(0)
    assert.spy(one).was_not.returned_with(1)
  end)

  it("lets errors through", function()
    local one = spy.new(function() error("boom") end)
    assert.has_error(one, "boom")
    assert.spy(one).was.called(1)
  end)

  it("is made by the module too, of nothing or of what can be called", function()
    assert.is_true(spy.is_spy(spy(function() end)))
    assert.is_true(spy.is_spy(spy.new()))
    assert.is_true(spy.is_spy(spy.new(setmetatable({}, { __call = function() end }))))
    assert.is_false(spy.is_spy({}))
  end)

  it("takes matchers for arguments", function()
    local one = spy.new(function() end)
    one(1, "two", {})
    assert.spy(one).was.called_with(match._, match.is_string(), match.is_table())
    assert.spy(one).was.called_with(match.near(1.1, 0.2), match.matches("^t"), match._)
    assert.spy(one).was_not.called_with(match._, match.is_number(), match._)
    assert.spy(one).was_not.called_with(match._, match._)
    assert.spy(one).was.called_with(spy._, "two", {})
  end)

  it("says how it was called, and with what it should have been", function()
    local one = spy.new(function() end)
    one("herp", nil)
    local _, message = pcall(function() assert.spy(one).was.called_with(match.is_not.match("er"), { 1 }) end)
    assert.matches("(values list) ((string) 'herp', (nil))\nExpected:\n(values list) ((matcher) is_not.match((string) 'er'), (table) {\n  [1] = 1 })", message, 1, true)
    one:clear()
    _, message = pcall(function() assert.spy(one).was.called_with() end)
    assert.matches("(last call if any):\n(nil)\nExpected:\n(values list) ()", message, 1, true)
  end)
end)

describe("a stub", function()
  local target

  before_each(function()
    target = { key = function() return "derp" end }
  end)

  it("does nothing, and counts", function()
    local one = stub(target, "key")
    assert.is_nil(target.key("a"))
    assert.stub(one).was.called_with("a")
    assert.spy(target.key).was.called(1)
    assert.is_true(stub.is_stub(one))
    assert.is_false(stub.is_stub(spy.new()))
  end)

  for name, make in pairs({
    ["as arguments"] = function(t, ...) stub(t, "key", ...) end,
    ["by returns"] = function(t, ...) stub(t, "key").returns(...) end,
    ["by by_default.returns"] = function(t, ...) stub(t, "key").by_default.returns(...) end,
    ["by invokes"] = function(t, ...)
      local results = { n = select("#", ...), ... }
      stub(t, "key").invokes(function() return unpack(results, 1, results.n) end)
    end,
    ["by by_default.invokes"] = function(t, ...)
      local results = { n = select("#", ...), ... }
      stub(t, "key").by_default.invokes(function() return unpack(results, 1, results.n) end)
    end,
  }) do
    it("returns what it is told " .. name, function()
      make(target, "foo", nil, "bar")
      assert.same({ "foo", nil, "bar" }, { target.key() })
    end)
  end

  it("calls a function it is given alone", function()
    stub(target, "key", function(a, b) return b, a end)
    assert.same({ 2, 1 }, { target.key(1, 2) })
    stub(target, "other", target.key, "more")
    assert.equal(target.key, (target.other()))
  end)

  it("answers some arguments in a way of their own", function()
    local given = { foo = "x" }
    stub(target, "key").returns("any")
    target.key.on_call_with("bar").returns("foo", nil, "bar")
    target.key.on_call_with(match._, "foo").invokes(function(a) return a end)
    target.key.on_call_with(given).returns("table")
    given.foo = "changed"
    assert.same({ "foo", nil, "bar" }, { target.key("bar") })
    assert.equal(7, target.key(7, "foo"))
    assert.equal("any", target.key())
    assert.equal("table", target.key({ foo = "x" }))
    assert.equal("any", target.key(given))
  end)

  it("goes back to what was there, nothing too", function()
    local old = target.key
    assert.equal(old, stub(target, "key"):revert())
    assert.equal(old, target.key)
    assert.is_nil(stub(target, "new"):revert())
    assert.is_nil(target.new)
    local blank = stub.new()
    blank()
    assert.stub(blank).was.called(1)
    assert.is_nil(blank:revert())
  end)

  it("keeps what it was told when its calls are cleared", function()
    local one = stub.new(target, "key")
    one.on_call_with("foo").returns("bar")
    one("foo")
    one:clear()
    assert.stub(one).was_not.called()
    assert.equal("bar", one("foo"))
  end)
end)

describe("a mock", function()
  local target

  before_each(function()
    target = { key = function() return "derp" end, deep = { f = function() return 1 end } }
    target.self = target
  end)

  it("spies on all functions, the deep ones too", function()
    assert.equal(target, mock(target))
    assert.equal("derp", target.key())
    assert.equal(1, target.deep.f())
    assert.spy(target.deep.f).was.called(1)
    assert.equal(target, target.self)
  end)

  it("stubs them when it is told to", function()
    mock(target, true, "value")
    assert.equal("value", target.key())
  end)

  it("is cleared and taken back as a whole", function()
    mock(target)
    target.deep.f()
    mock.clear(target)
    assert.spy(target.deep.f).was_not.called()
    mock.revert(target)
    assert.is_function(target.key)
    assert.is_function(target.deep.f)
  end)
end)

describe("each matcher", function()
  local object = {}
  local rows = {
    truthy = { {}, yes = { true, 0, "" }, no = { false, nil, n = 2 } },
    falsy = { {}, yes = { false, nil, n = 2 }, no = { true, 0, "" } },
    ["true"] = { {}, yes = { true }, no = { 1, false } },
    ["false"] = { {}, yes = { false }, no = { nil, n = 1 } },
    ["nil"] = { {}, yes = { nil, n = 1 }, no = { false } },
    boolean = { {}, yes = { true, false }, no = { 1 } },
    number = { {}, yes = { 1 }, no = { "1" } },
    string = { {}, yes = { "" }, no = { 1 } },
    table = { {}, yes = { {} }, no = { 1 } },
    ["function"] = { {}, yes = { print }, no = { {} } },
    userdata = { {}, yes = { io.stdout }, no = { {} } },
    thread = { {}, yes = { coroutine.create(function() end) }, no = { {} } },
    equal = { { object }, yes = { object }, no = { {} } },
    equals = { { object }, yes = { object }, no = { {} } },
    same = { { { 1 } }, yes = { { 1 } }, no = { { 2 }, 1 } },
    ref = { { object }, yes = { object }, no = { {} } },
    match = { { "%d" }, yes = { "a1", 1 }, no = { "a", {} } },
    matches = { { "%w", nil, true, n = 3 }, yes = { "%w" }, no = { "a" } },
    near = { { 1, 0.5 }, yes = { 1.5, "0.5" }, no = { 1.6, "x" } },
    unique = { { true }, yes = { { 1, 2 } }, no = { { { 1 }, { 1 } } } },
    all_of = { { match.is_string(), match.matches("a") }, yes = { "a" }, no = { "b", 1 } },
    any_of = { { match.is_number(), match.matches("a") }, yes = { "a", 1 }, no = { "b" } },
    none_of = { { match.is_number(), match.matches("a") }, yes = { "b" }, no = { "a", 1 } },
  }

  for name, row in pairs(rows) do
    it(name .. " takes what it should, negated the rest", function()
      local given = row[1]
      local plain = match["is_" .. name](unpack(given, 1, given.n or #given))
      local negated = match.is_not[name](unpack(given, 1, given.n or #given))
      assert.is_true(match.is_matcher(plain))
      for i = 1, row.yes.n or #row.yes do
        assert.is_true(plain(row.yes[i]))
        assert.is_false(negated(row.yes[i]))
      end
      for i = 1, row.no.n or #row.no do
        assert.is_false(plain(row.no[i]))
        assert.is_true(negated(row.no[i]))
      end
    end)
  end

  it("has a row here", function()
    local missing = {}
    for name in pairs(require("luassert.namespaces").matcher) do
      if not rows[name] then table.insert(missing, name) end
    end
    assert.same({}, missing)
  end)

  it("may be one's own", function()
    assert:register("matcher", "even", function() return function(value) return value % 2 == 0 end end)
    assert.is_true(match.is_even()(2))
    assert.is_false(match.is_even()(3))
    assert:unregister("matcher", "even")
    assert.has_error(function() match.is_even() end, "luassert: unknown modifier/matcher: 'is_even'")
  end)
end)
