local m, k, size = {}, 1, 0
for i = 0, 2000000 - 1 do -- quick: 200000
  k = k * 16807 % 2147483647
  local key = k % 100000
  local old = m[key]
  if not old then size = size + 1; old = 0 end
  m[key] = old + i % 16
end
local sum = 0
for i = 0, 100000 - 1 do sum = sum + (m[i] or 0) * (i % 8) end
print(string.format("%d %d", size, sum))
