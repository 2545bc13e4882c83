local function a(i, j)
  local ij = i + j
  return 1 / (ij * (ij + 1) / 2 + i + 1)
end
local n = 300 -- quick: 150
local function times(v, out, transposed)
  for i = 0, n - 1 do
    local sum = 0
    for j = 0, n - 1 do
      if transposed then sum = sum + a(j, i) * v[j] else sum = sum + a(i, j) * v[j] end
    end
    out[i] = sum
  end
end
local u, v, t = {}, {}, {}
for i = 0, n - 1 do u[i] = 1 end
for _ = 1, 10 do
  times(u, t, false); times(t, v, true)
  times(v, t, false); times(t, u, true)
end
local vbv, vv = 0, 0
for i = 0, n - 1 do vbv = vbv + u[i] * v[i]; vv = vv + v[i] * v[i] end
print(string.format("%.9f", math.sqrt(vbv / vv)))
