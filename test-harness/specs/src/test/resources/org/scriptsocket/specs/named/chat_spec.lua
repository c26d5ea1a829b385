describe("chat", function()
  it("opens #slow", function() end)

  describe("closing #network", function()
    it("says why", function() end)
    pending("says when", "waits for a clock")
  end)

  it("counts", function()
    assert(1 + 1 == 2)
  end)
end)
