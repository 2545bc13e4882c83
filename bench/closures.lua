local function accumulator()
  local total = 0
  return function(n) total = total + n; return total end, function() total = 0 end
end
local add, reset = accumulator()
local last = 0
for i = 0, 5000000 - 1 do -- quick: 1000000
  if i % 1000 == 0 then reset() end
  last = last + add(i % 8)
end
print(string.format("%d", last))
