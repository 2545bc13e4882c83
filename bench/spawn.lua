local sum = 0
local bit = rawget(_G, "bit")
local xor = bit and bit.bxor or load("local a, b = ... return a ~ b")
for round = 0, 1000 - 1 do -- quick: 100
  local started = {}
  for i = 0, 999 do
    started[i] = coroutine.create(function() sum = sum + xor(i, round) end)
  end
  for i = 0, 999 do coroutine.resume(started[i]) end
end
print(string.format("%d", sum))
