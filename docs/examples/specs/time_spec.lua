harness.virtual_time()

describe("virtual time", function()
  it("lets an hour of sleep take no time", function()
    sleep(60 * 60 * 1000)
  end)

  describe("a connect that nobody answers", function()
    it("ends at once where nobody listens", function()
      local connection = websocket.connect("ws://127.0.0.1:1")
      local why = await(connection, "error").message
      assert(why:find("^Failed to open connection"), why)
      assert(await(connection, "disconnected").code == 1006)
    end)
  end)
end)
