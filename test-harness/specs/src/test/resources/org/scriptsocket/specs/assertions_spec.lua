-- Every assertion: that it passes, that it fails, and what it says then.

local function nothing() end
local function boom() error("boom") end
local callable = setmetatable({}, { __call = boom })
local shown = setmetatable({}, { __tostring = function() return "shown" end })
local thread = coroutine.create(nothing)
local a_table = {}

local function spied(calls, results)
  local one = spy.new(function() return results end)
  for _, arguments in ipairs(calls) do one(unpack(arguments)) end
  return one
end

local once = spied({ { "a" } }, "r")

local function passed_in(what, expected)
  return "Expected objects to be the same.\nPassed in:\n" .. what .. "\nExpected:\n" .. expected
end

local function not_same(what, expected)
  return "Expected objects to not be the same.\nPassed in:\n" .. what .. "\nDid not expect:\n" .. expected
end

-- `pass` are arguments with which it holds, `fail` with which it does not; `says` and `denies` the texts of the two failures.
local rows = {
  equal = { pass = { 1, 1 }, fail = { 1, 2 },
    says = "Expected objects to be equal.\nPassed in:\n(number) 2\nExpected:\n(number) 1",
    denies = "Expected objects to not be equal.\nPassed in:\n(number) 1\nDid not expect:\n(number) 1" },
  same = { pass = { { 1, { x = "y" } }, { 1, { x = "y" } } }, fail = { { 1 }, { 2 } },
    says = passed_in("(table) {\n *[1] = 2 }", "(table) {\n *[1] = 1 }"),
    denies = not_same("(table) {\n  [1] = 1\n  [2] = {\n    [x] = 'y' } }", "(table) {\n  [1] = 1\n  [2] = {\n    [x] = 'y' } }") },
  truthy = { pass = { "" }, fail = { nil, n = 1 },
    says = "Expected to be truthy, but value was:\n(nil)",
    denies = "Expected to not be truthy, but value was:\n(string) ''" },
  falsy = { pass = { nil, n = 1 }, fail = { 0 },
    says = "Expected to be falsy, but value was:\n(number) 0",
    denies = "Expected to not be falsy, but value was:\n(nil)" },
  ["true"] = { pass = { true }, fail = { 1 },
    says = passed_in("(number) 1", "(boolean) true"), denies = not_same("(boolean) true", "(boolean) true") },
  ["false"] = { pass = { false }, fail = { nil, n = 1 },
    says = passed_in("(nil)", "(boolean) false"), denies = not_same("(boolean) false", "(boolean) false") },
  ["nil"] = { pass = { nil, n = 1 }, fail = { false },
    says = passed_in("(boolean) false", "type nil"), denies = not_same("(nil)", "type nil") },
  boolean = { pass = { false }, fail = { "x" },
    says = passed_in("(string) 'x'", "type boolean"), denies = not_same("(boolean) false", "type boolean") },
  number = { pass = { 0.5 }, fail = { "1" },
    says = passed_in("(string) '1'", "type number"), denies = not_same("(number) 0.5", "type number") },
  string = { pass = { "s" }, fail = { 1 },
    says = passed_in("(number) 1", "type string"), denies = not_same("(string) 's'", "type string") },
  table = { pass = { {} }, fail = { 1 },
    says = passed_in("(number) 1", "type table"), denies = not_same("(table) { }", "type table") },
  ["function"] = { pass = { print }, fail = { 1 },
    says = passed_in("(number) 1", "type function"), denies = not_same(tostring(print), "type function") },
  userdata = { pass = { io.stdout }, fail = { 1 },
    says = passed_in("(number) 1", "type userdata"), denies = not_same("(userdata) '" .. tostring(io.stdout) .. "'", "type userdata") },
  thread = { pass = { thread }, fail = { 1 },
    says = passed_in("(number) 1", "type thread"), denies = not_same("(thread) '" .. tostring(thread) .. "'", "type thread") },
  near = { pass = { 1.5, 2, 0.5 }, fail = { 1.5, 2, 0.25 },
    says = "Expected values to be near.\nPassed in:\n(number) 2\nExpected:\n(number) 1.5 +/- 0.25",
    denies = "Expected values to not be near.\nPassed in:\n(number) 2\nDid not expect:\n(number) 1.5 +/- 0.5" },
  matches = { pass = { "%w+", "test" }, fail = { "%d+", "test" },
    says = "Expected strings to match.\nPassed in:\n(string) 'test'\nExpected:\n(string) '%d+'",
    denies = "Expected strings to not match.\nPassed in:\n(string) 'test'\nDid not expect:\n(string) '%w+'" },
  unique = { pass = { { 1, 2 } }, fail = { { 1, 1 } },
    says = "Expected object to be unique:\n(table) {\n  [1] = 1\n  [2] = 1 }",
    denies = "Expected object to not be unique:\n(table) {\n  [1] = 1\n  [2] = 2 }" },
  error = { pass = { boom, "boom" }, fail = { boom, "bang" },
    says = "Expected a different error.\nCaught:\n(string) 'boom'\nExpected:\n(string) 'bang'",
    denies = "Expected no error, but caught:\n(string) '@: boom'" },
  error_matches = { pass = { boom, "^bo" }, fail = { boom, "%d" },
    says = "Expected a different error.\nCaught:\n(string) 'boom'\nExpected:\n(string) '%d'",
    denies = "Expected no error, but caught:\n(string) '@: boom'" },
  returned_arguments = { pass = { 2, nil, nil, n = 3 }, fail = { 1, "a", "b" },
    says = "Expected to be called with 1 argument(s), but was called with 2",
    denies = "Expected not to be called with 2 argument(s), but was called with 2" },
  holes = { on = function(chain) return chain.array({ 1, nil, 3 }) end, pass = { 3 }, fail = { 1 },
    says = "Expected array to have holes, but none were found.",
    denies = "Expected array to not have holes, but found a hole at index: 2" },
  called = { on = function(chain) return chain.spy(once) end, pass = { 1 }, fail = { 2 },
    says = "Expected to be called 2 time(s), but was called 1 time(s)",
    denies = "Expected not to be called exactly 1 time(s), but it was." },
  called_at_least = { on = function(chain) return chain.spy(once) end, pass = { 1 }, fail = { 2 },
    says = "Expected to be called at least 2 time(s), but was called 1 time(s)",
    denies = "Expected not to be called at least 1 time(s), but was called 1 time(s)" },
  called_at_most = { on = function(chain) return chain.spy(once) end, pass = { 1 }, fail = { 0 },
    says = "Expected to be called at most 0 time(s), but was called 1 time(s)",
    denies = "Expected not to be called at most 1 time(s), but was called 1 time(s)" },
  called_more_than = { on = function(chain) return chain.spy(once) end, pass = { 0 }, fail = { 1 },
    says = "Expected to be called more than 1 time(s), but was called 1 time(s)",
    denies = "Expected not to be called more than 0 time(s), but was called 1 time(s)" },
  called_less_than = { on = function(chain) return chain.spy(once) end, pass = { 2 }, fail = { 1 },
    says = "Expected to be called less than 1 time(s), but was called 1 time(s)",
    denies = "Expected not to be called less than 2 time(s), but was called 1 time(s)" },
  called_with = { on = function(chain) return chain.spy(once) end, pass = { "a" }, fail = { "b" },
    says = "Function was never called with matching arguments.\nCalled with (last call if any):\n(values list) ((string) 'a')\nExpected:\n(values list) ((string) 'b')",
    denies = "Function was called with matching arguments at least once.\nCalled with (last matching call):\n(values list) ((string) 'a')\nDid not expect:\n(values list) ((string) 'a')" },
  returned_with = { on = function(chain) return chain.spy(once) end, pass = { "r" }, fail = { nil, n = 1 },
    says = "Function never returned matching arguments.\nReturned (last call if any):\n(values list) ((string) 'r')\nExpected:\n(values list) ((nil))",
    denies = "Function returned matching arguments at least once.\nReturned (last matching call):\n(values list) ((string) 'r')\nDid not expect:\n(values list) ((string) 'r')" },
}

-- Other names for the same.
local aliases = {
  equals = "equal", errors = "error", match = "matches", hole = "holes",
  error_match = "error_matches", matches_error = "error_matches", match_error = "error_matches",
}

local here = debug.getinfo(1, "S").short_src

local function arguments(list)
  return unpack(list, 1, list.n or #list)
end

-- What an assertion says when it fails, the place where it stands taken off; nil if it holds.
local function said(chain, list)
  local ok, message = pcall(function() chain(arguments(list)) end)
  if ok then return nil end
  local place, text = message:match("^(.-:%d+): (.*)$")
  assert(place and place:find(here, 1, true), "no place of this file in: " .. message)
  return (text:gsub("'[^'\n]-:%d+: boom'", "'@: boom'"))
end

local function on(row, chain)
  chain = chain or assert
  return row.on and row.on(chain) or chain
end

describe("each assertion", function()
  for name, row in pairs(rows) do
    describe(name, function()
      it("passes", function()
        assert(said(on(row)[name], row.pass) == nil, said(on(row)[name], row.pass))
      end)

      it("fails with its message", function()
        assert.equal(row.says, said(on(row)[name], row.fail))
      end)

      it("passes when it is negated", function()
        assert(said(on(row)["not_" .. name], row.fail) == nil, said(on(row)["not_" .. name], row.fail))
      end)

      it("fails negated with its message", function()
        assert.equal(row.denies, said(on(row)["not_" .. name], row.pass))
      end)

      it("has the message given in front of its own", function()
        assert.equal("mine\n" .. row.says, said(on(row, assert.message("mine"))[name], row.fail))
      end)
    end)
  end

  it("has a row here or is another name of one", function()
    local missing = {}
    for name in pairs(require("luassert.namespaces").assertion) do
      if not rows[name] and not rows[aliases[name]] then table.insert(missing, name) end
    end
    assert.same({}, missing)
  end)

  for alias, name in pairs(aliases) do
    it(alias .. " is " .. name, function()
      local row = rows[name]
      assert.equal(row.says, said(on(row)[alias], row.fail))
      assert.is_nil(said(on(row)[alias], row.pass))
    end)
  end
end)

describe("every spelling", function()
  for _, word in ipairs({ "is", "are", "was", "were", "has", "have", "does", "did", "be", "to" }) do
    it(word .. " changes nothing", function()
      assert[word].equal(1, 1)
      assert[word .. "_equal"](1, 1)
      assert[word .. "_equals"](1, 1)
      assert.is_truthy(said(assert[word].equal, { 1, 2 }))
    end)
  end

  for _, word in ipairs({ "not", "no", "isnt", "arent", "wasnt", "hasnt", "doesnt", "didnt", "Not", "not_", "is_not", "are_not", "was_not", "has_no", "does_not", "isnt_" }) do
    it(word .. " negates", function()
      assert[word].equal(1, 2)
      assert[word .. "_equal"](1, 2)
      assert.is_truthy(said(assert[word].equal, { 1, 1 }))
    end)
  end

  it("is with dots, underscores, capitals and doubled negations", function()
    assert.is.True(true)
    assert.is_true(true)
    assert.True(true)
    assert.is.Not.Nil({})
    assert.is_not_nil({})
    assert.is["nil"](nil)
    assert.equals.Not(true, false)
    assert.equals.Not.Not(true, true)
    assert.Not.equals.Not(true, true)
    assert.has.errors(boom)
    assert.has_no.errors(nothing)
    assert.does_error_match(boom, "oo")
    assert.error.matches(boom, "oo")
    assert.matches.error(boom, "oo")
    assert.does_not.match_error(boom, "x")
    assert.spy(once).was.called.at_least(1)
    assert.spy(once).was_called_with("a")
    assert.spy(once).was.called()
    assert.spy(once).was_not_called_with("b")
  end)

  it("may be kept and used twice", function()
    local is_not = assert.is_not
    is_not.equal(1, 2)
    is_not.equal(3, 4)
    is_not.same({}, { 1 })
  end)

  it("that nobody knows is an error with the name that is near", function()
    assert.equal("luassert: unknown modifier/assertion: 'is_troo' (did you mean 'true'?)", said(assert.is_troo, {}))
    assert.equal("luassert: unknown modifier/assertion: 'has_property'", said(assert.has_property, {}))
  end)
end)

describe("the plain assert", function()
  it("returns what it was given", function()
    assert.same({ n = 4, 1, nil, "x" }, { n = select("#", assert(1, nil, "x", nil)), assert(1, nil, "x", nil) })
    assert.equal(1, select("#", assert(true)))
  end)

  it("raises its message with the place, or a value as it is", function()
    assert.equal("why", said(assert, { false, "why" }))
    assert.equal("assertion failed!", said(assert, { nil, n = 1 }))
    assert.equal("bad argument #1 to 'assert' (value expected)", said(assert, {}))
    assert.equal(a_table, select(2, pcall(assert, false, a_table)))
  end)

  it("raises at a level", function()
    local function check(value) assert(value, "low", assert:level(2)) end
    local line = debug.getinfo(1, "l").currentline + 1
    local _, message = pcall(function() check(false) end)
    assert.equal(here .. ":" .. line .. ": low", message)
  end)
end)

describe("a failure", function()
  it("names the line of the caller", function()
    local line = debug.getinfo(1, "l").currentline + 1
    local _, message = pcall(function() assert.are.equal(1, 2) end)
    assert.equal(here .. ":" .. line .. ": ", message:match("^.-:%d+: "))
  end)

  it("names the line of the caller of pcall too", function()
    local line = debug.getinfo(1, "l").currentline + 1
    local _, message = pcall(assert.are.equal, 1, 2)
    assert.equal(here .. ":" .. line .. ": ", message:match("^.-:%d+: "))
  end)

  it("names the line in a coroutine", function()
    local line = debug.getinfo(1, "l").currentline + 1
    local _, message = coroutine.resume(coroutine.create(function() assert.is_true(false) end))
    assert.equal(here .. ":" .. line .. ": ", message:match("^.-:%d+: "))
  end)

  for name, list in pairs({
    is_true = { false }, is_false = { true }, is_nil = { 1 }, is_string = { 1 }, truthy = { false }, falsy = { 1 },
    equals = { 1, 2 }, same = { {}, { 1 } }, near = { 0, 1, 0.5 }, matches = { "%d", "a" }, has_error = { nothing, "x" },
    error_matches = { nothing, "x" }, unique = { { 1, 1 }, true }, has_no_error = { boom, nil, n = 2 },
  }) do
    it("of " .. name .. " has the last argument as its message", function()
      local with = { n = (list.n or #list) + 1, unpack(list, 1, list.n or #list) }
      with[with.n] = "because"
      assert.equal("because", said(assert[name], with):match("^[^\n]*"))
    end)
  end

  it("makes a text of a message that is none", function()
    assert.matches("^shown\n", said(assert.is_true, { false, shown }))
    assert.matches("^%(number%) 999\n", said(assert.is_true, { false, 999 }))
    assert.matches("^%(table%) { }\n", said(assert.is_true, { false, {} }))
    assert.matches("^shown\n", said(assert.message(shown).is_true, { false }))
    assert.matches("^mine\n", said(assert.spy(once, "mine").was.called, { 7 }))
    assert.matches("^mine\n", said(assert.message("mine").spy(once).was.called, { 7 }))
  end)

  it("can be asked for what it compared", function()
    said(assert.equal, { "expected", "actual" })
    local failure = assert:last_failure()
    assert.equal("(string) 'expected'", failure.expected)
    assert.equal("(string) 'actual'", failure.actual)
    assert.equal("equal", failure.assertion)
  end)
end)

describe("what an assertion returns", function()
  it("is what it was given", function()
    assert.same({ true, "bar" }, { assert.is_true(true, "bar") })
    assert.same({ "foo", "foo", "bar" }, { assert.equal("foo", "foo", "bar") })
    assert.same({ 0, 1, 2 }, { assert.near(0, 1, 2) })
  end)

  it("is the error that was caught", function()
    assert.equal("boom", (assert.has_error(boom)))
    assert.same({ "boom", "boom" }, { assert.has_error(boom, "boom") })
  end)

  it("is what a pattern has found", function()
    assert.same({ "k", "v" }, { assert.matches("(%w)=(%w)", "k=v") })
    assert.equal("boo", (assert.error_matches(boom, "boo")))
  end)

  it("is the first hole", function()
    assert.equal(2, (assert.array({ 1, nil, 3 }).has.holes()))
  end)
end)

describe("same", function()
  it("compares by content, cycles too", function()
    local a, b = { 1 }, { 1 }
    a.self, b.self = a, b
    assert.same(a, b)
    b[2] = true
    assert.is_not.same(a, b)
  end)

  it("knows nil, other types and metatables", function()
    assert.same(nil, nil)
    assert.is_not.same(nil, "x")
    assert.is_not.same({}, "x")
    assert.same(setmetatable({ 1 }, { __metatable = 0 }), { 1 })
    assert.is_not.same({}, setmetatable({}, { __index = { x = 1 } }) and { x = 1 })
    assert.is_not.same({ x = 1 }, setmetatable({}, { __index = { x = 1 } }))
  end)

  it("marks the path to what differs, however deep", function()
    local one = { "a", { k = { [true] = { { { 1 } } } } } }
    local other = { "a", { k = { [true] = { { { 2 } } } } } }
    assert.equal(passed_in(
      "(table) {\n  [1] = 'a'\n *[2] = {\n   *[k] = {\n     *[true] = {\n       *[1] = {\n         *[1] = {\n           *[1] = 2 } } } } } }",
      "(table) {\n  [1] = 'a'\n *[2] = {\n   *[k] = {\n     *[true] = {\n       *[1] = {\n         *[1] = {\n           *[1] = 1 } } } } } }"),
      said(assert.same, { one, other }))
  end)

  it("cuts what is deep elsewhere, and shows cycles", function()
    local cyclic = { 1 }
    cyclic.again = cyclic
    assert.matches("%[again%] = { ... recursive }", said(assert.same, { {}, cyclic }))
    assert.matches("{ ... more }", said(assert.same, { {}, { { { { 1 } } } } }))
  end)

  it("sorts keys: the list, numbers, booleans, strings", function()
    assert.equal("(table) {\n  [1] = 1\n  [2] = 2\n  [-5] = 7\n  [2.5] = 0\n  [true] = 1\n  [false] = 0\n  [a] = 1\n  [b] = 2 }",
      assert:format({ { 1, 2, b = 2, a = 1, [true] = 1, [false] = 0, [2.5] = 0, [-5] = 7 } })[1])
  end)

  it("escapes bytes that can't be shown, and leaves text alone", function()
    assert.equal("(string) '\\000\\r\\255é€😀\n\t\\195'", assert:format({ "\0\r\255é€😀\n\t\195" })[1])
  end)

  it("shows numbers exactly and short", function()
    assert.same({ "(number) 0.1", "(number) Inf", "(number) -Inf", "(number) NaN", "(number) 1" },
      assert:format({ 0.1, 1 / 0, -1 / 0, 0 / 0, 1 }))
    assert.equal(1 / 3, tonumber(assert:format({ 1 / 3 })[1]:match("%S+$")))
  end)
end)

describe("has_error", function()
  it("takes whatever can be called, and nothing else", function()
    assert.has_error(callable, "boom")
    assert.matches("bad argument #1 to 'error' %(function or callable object expected, got number%)", said(assert.has_error, { 1 }))
  end)

  it("compares error objects", function()
    assert.has_error(function() error() end)
    assert.has_error(function() error({ "t" }) end, { "t" })
    assert.has_error(function() error(false) end, false)
    assert.has_error(function() error(1.5) end, 1.5)
    assert.has_error(function() error(shown) end, "shown")
    assert.has_no_error(function() error(true) end, 0)
    assert.has_no_error(boom, "bang")
    assert.error_matches(function() error(shown) end, "^shown$")
    assert.no_error_matches(function() error({ "t" }) end, "t")
    assert.error_matches(function() error() end, nil)
  end)

  it("says when there was none", function()
    assert.equal("Expected a different error.\nCaught:\n(no error)\nExpected:\n(error)", said(assert.has_error, { nothing }))
    assert.equal("Expected a different error.\nCaught:\n(no error)\nExpected:\n(string) 'x'", said(assert.has_error, { nothing, "x" }))
  end)
end)

describe("wrong arguments", function()
  for text, call in pairs({
    ["the 'equals' function requires a minimum of 2 arguments, got: 1"] = function() assert.equal(1) end,
    ["the 'same' function requires a minimum of 2 arguments, got: 1"] = function() assert.same(1) end,
    ["the 'near' function requires a minimum of 3 arguments, got: 2"] = function() assert.near(1, 2) end,
    ["bad argument #1 to 'near' (number or object convertible to a number expected, got string)"] = function() assert.near("a", 1, 1) end,
    ["bad argument #3 to 'near' (number or object convertible to a number expected, got table)"] = function() assert.near(1, 1, {}) end,
    ["bad argument #1 to 'matches' (string expected, got nil)"] = function() assert.matches(nil, "s") end,
    ["bad argument #2 to 'matches' (string or object convertible to a string expected, got table)"] = function() assert.matches("s", {}) end,
    ["bad argument #4 to 'matches' (number expected, got string)"] = function() assert.matches("s", "s", "s", "s") end,
    ["bad argument #2 to 'error_matches' (string expected, got table)"] = function() assert.error_matches(boom, {}) end,
    ["the 'error_matches' function requires a minimum of 2 arguments, got: 1"] = function() assert.error_matches(boom) end,
    ["bad argument #1 to 'unique' (table expected, got number)"] = function() assert.unique(1) end,
    ["No array set, please use the array modifier to set the array to validate"] = function() assert.has.holes() end,
    ["bad argument #1 to 'called_at_least' (number expected, got nil)"] = function() assert.spy(once).was.called.at_least() end,
    ["'called' must be chained after 'spy(aspy)'"] = function() assert.was.called() end,
    ["'called_with' must be chained after 'spy(aspy)'"] = function() assert.was.called_with(1) end,
    ["When calling 'spy(aspy)', 'aspy' must not be the original function, but the spy function replacing the original"] = function() assert.spy(print).was.called() end,
    ["Cannot spy on type 'string', only on functions or callable elements"] = function() spy.new("x") end,
    ["stub.new(): The element for which to create a stub must either be callable, or be nil"] = function() stub({ x = 1 }, "x") end,
    ["bad argument #1 to 'all_of' (matcher expected, got number)"] = function() match.all_of(1) end,
    ["bad argument #1 to 'ref' (object expected, got number)"] = function() match.is_ref(1) end,
    ["the 'equals' function requires a minimum of 1 arguments, got: 0"] = function() match.is_equal() end,
  }) do
    it("are an error: " .. text, function()
      assert.equal(text, said(call, {}))
    end)
  end
end)

describe("matches", function()
  it("takes a start and a plain flag", function()
    assert.has.match("test", "test", nil, true)
    assert.has_no.match("%w+", "test", nil, true)
    assert.has.match("^test", "123 test", 5)
    assert.has_no.match("%d+", "123 test", "4")
    assert.matches("1", 1)
    assert.matches("sho", shown)
  end)
end)

describe("assertions of one's own", function()
  local say = require("say")

  after_each(function()
    pcall(function() assert:unregister("assertion", "has_property") end)
  end)

  it("are registered with texts", function()
    say:set_namespace("en")
    say:set("assertion.has_property.positive", "Expected property %s in:\n%s")
    say:set("assertion.has_property.negative", "Expected property %s to not be in:\n%s")
    assert:register("assertion", "has_property", function(_, given)
      return given[2][given[1]] ~= nil
    end, "assertion.has_property.positive", "assertion.has_property.negative")
    assert.has_property("name", { name = "jack" })
    assert.has.property("name", { name = "jack" })
    assert.Not.has.property("surname", { name = "jack" })
    assert.equal("Expected property (string) 'x' in:\n(table) { }", said(assert.has_property, { "x", {} }))
    assert.equal("Expected property (string) 'x' to not be in:\n(table) {\n  [x] = 1 }", said(assert.no_has_property, { "x", { x = 1 } }))
    assert:unregister("assertion", "has_property")
    assert.has_error(function() assert.has_property("name", {}) end, "luassert: unknown modifier/assertion: 'has_property'")
  end)

  it("may raise at the level they get", function()
    assert:register("assertion", "has_property", function(_, _, level) error("bad use", level) end)
    assert.equal("bad use", said(function() assert.has_property() end, {}))
  end)

  it("may be modifiers", function()
    assert:register("modifier", "given", function(state, given) rawset(state, "subject", given[1]) end)
    assert:register("assertion", "even", function(state) return rawget(state, "subject") % 2 == 0 end, "%s is odd")
    assert.given(2).is.even()
    assert.given(3).is_not.even()
    assert:unregister("modifier", "given")
    assert:unregister("assertion", "even")
  end)
end)

describe("a snapshot", function()
  it("takes back spies, stubs, formatters and parameters", function()
    local t = { f = function() return 1 end, g = function() return 2 end }
    local outer = assert:snapshot()
    spy.on(t, "f")
    local inner = assert:snapshot()
    stub(t, "g")
    assert:add_formatter(function(value) return type(value) == "number" and "N" or nil end)
    assert:set_parameter("TableFormatLevel", nil)
    assert.equal("N", assert:format({ 1 })[1])
    assert.is_nil(assert:get_parameter("TableFormatLevel"))
    inner:revert()
    assert.equal(2, t.g())
    assert.equal("(number) 1", assert:format({ 1 })[1])
    assert.equal(3, assert:get_parameter("TableFormatLevel"))
    assert.is_table(t.f)
    outer:revert()
    assert.is_function(t.f)
  end)

  it("takes back later ones too", function()
    local first = assert:snapshot()
    local second = assert:snapshot()
    assert.equal(second, first.next)
    assert.equal(first, second.previous)
    first:revert()
    assert.is_nil(first.next)
  end)

  it("removes a formatter", function()
    local function formatter() return "F" end
    assert:add_formatter(formatter)
    assert.equal("F", assert:format({ 1 })[1])
    assert:remove_formatter(formatter)
    assert.equal("(number) 1", assert:format({ 1 })[1])
  end)

  it("leaves arguments alone that are not to be formatted", function()
    assert.same({ "x", "(string) 'y'", n = 2, nofmt = { true } }, assert:format({ "x", "y", n = 2, nofmt = { true } }))
  end)
end)

describe("the tables that specs require", function()
  for name, global in pairs({ luassert = "assert", ["luassert.assert"] = "assert", ["luassert.spy"] = "spy", ["luassert.stub"] = "stub", ["luassert.mock"] = "mock", ["luassert.match"] = "match" }) do
    it(name .. " is " .. global, function()
      assert.equal(_G[global], require(name))
    end)
  end

  it("are helpers too", function()
    assert.is_true(require("luassert.util").deepcompare({ 1 }, { 1 }))
    assert.is_function(require("luassert.compatibility").unpack)
    assert.is_function(require("luassert.state").snapshot)
  end)
end)
