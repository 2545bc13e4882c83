local n, parked = 1000000, {} -- quick: 300000
local yield = coroutine.yield
for i = 1, n do
  parked[i] = coroutine.create(function() yield() end)
  coroutine.resume(parked[i])
end
for i = 1, n do coroutine.resume(parked[i]) end
print(n)
