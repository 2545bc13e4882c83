local n, limit, inside = 400, 50, 0 -- quick: 200
for y = 0, n - 1 do
  local ci = 2 * y / n - 1
  for x = 0, n - 1 do
    local cr = 2 * x / n - 1.5
    local zr, zi, i = 0, 0, 0
    while i < limit and zr * zr + zi * zi <= 4 do
      zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
      i = i + 1
    end
    if i == limit then inside = inside + 1 end
  end
end
print(inside)
