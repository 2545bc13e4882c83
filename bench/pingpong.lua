local pong = coroutine.create(function(v)
  while true do v = coroutine.yield(v + 1) end
end)
local resume, v, ok = coroutine.resume, 0, true
for _ = 1, 5000000 do -- quick: 2000000
  ok, v = resume(pong, v)
end
print(v)
