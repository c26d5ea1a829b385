-- Measures the time of a round trip: a message goes to the echo server at URL and comes back, COUNT times one after another.
local count = tonumber(COUNT or 20000)
local warm_up = math.floor(count / 2)

function init(self)
  self.n = 0
  websocket.connect(URL, {}, function(self, conn, data)
    if data.event == websocket.EVENT_MESSAGE then
      self.n = self.n + 1
      if self.n == warm_up then self.begin = os.clock() end
      if self.n == warm_up + count then
        log(string.format("%d round trips, %d us each", count, math.floor((os.clock() - self.begin) / count * 1e6 + 0.5)))
        websocket.disconnect(conn)
        return
      end
    end
    if data.event == websocket.EVENT_CONNECTED or data.event == websocket.EVENT_MESSAGE then
      websocket.send(conn, "0123456789abcdef0123456789abcdef")
    end
  end)
end
