local resume, yield = coroutine.resume, coroutine.yield
local function hand(token)
  while token ~= 0 do token = yield(token - 1) end
  return nil
end
local size, token, ring = 503, 10000000, {} -- quick: 1000000
for i = 1, size do ring[i] = coroutine.create(hand) end
local i, ok = 0, true
repeat
  i = i % size + 1
  ok, token = resume(ring[i], token)
until not token
print(i)
