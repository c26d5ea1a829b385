describe("a stack", function()
  local stack

  setup(function()
    assert.is_nil(stack)
  end)

  before_each(function()
    stack = { items = {} }
    function stack.push(item)
      assert(item ~= nil, "nothing to push")
      table.insert(stack.items, item)
    end
    function stack.pop() return table.remove(stack.items) end
  end)

  it("gives what came last", function()
    stack.push("a")
    stack.push({ "b" })
    assert.are.same({ "b" }, stack.pop())
    assert.are.equal("a", stack.pop())
    assert.is_nil(stack.pop())
  end)

  it("takes no nil", function()
    assert.has_error(function() stack.push(nil) end, "nothing to push")
    assert.has_no.errors(function() stack.push(false) end)
  end)

  it("can be spied on #spies", function()
    local push = spy.on(stack, "push")
    stack.push("a")
    assert.spy(push).was.called_with("a")
    assert.spy(push).was_called(1)
    push:revert()
  end)

  it("can be stubbed #spies", function()
    stub(stack, "pop").returns(7)
    assert.are.equal(7, stack.pop())
    finally(function() stack.pop:revert() end)
  end)

  pending("peeks")
end)
