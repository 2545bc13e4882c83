local function build(n, seed)
  local m, scale = {}, seed / n / n
  for i = 0, n - 1 do
    local row = {}
    for j = 0, n - 1 do row[j] = scale * ((i - j) * (i + j)) end
    m[i] = row
  end
  return m
end
local function mul(a, b, n)
  local t, c = {}, {}
  for i = 0, n - 1 do
    local row = {}
    for j = 0, n - 1 do row[j] = b[j][i] end
    t[i] = row
  end
  for i = 0, n - 1 do
    local row, ai = {}, a[i]
    for j = 0, n - 1 do
      local tj, sum = t[j], 0
      for k = 0, n - 1 do sum = sum + ai[k] * tj[k] end
      row[j] = sum
    end
    c[i] = row
  end
  return c
end
local n = 300 -- quick: 150
print(string.format("%.9f", mul(build(n, 1), build(n, 2), n)[n / 2][n / 2]))
