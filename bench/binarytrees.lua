local function build(depth)
  if depth == 0 then return {} end
  return { build(depth - 1), build(depth - 1) }
end
local function count(n)
  if not n[1] then return 1 end
  return 1 + count(n[1]) + count(n[2])
end
local most = 14 -- quick: 12
local long = build(most)
for depth = 4, most, 4 do
  local trees, sum = 2 ^ (most - depth + 4), 0
  for _ = 1, trees do sum = sum + count(build(depth)) end
  print(string.format("%d %d %d", trees, depth, sum))
end
print(count(long))
