local double = require "double"

describe("a module beside the spec", function()
  it("is found by require", function()
    assert(double(21) == 42)
  end)
end)
