local function solve(n, row, cols, left, right)
  if row == n then return 1 end
  local count = 0
  for c = 0, n - 1 do
    local l, r = row + c, row - c + n
    if not (cols[c] or left[l] or right[r]) then
      cols[c], left[l], right[r] = true, true, true
      count = count + solve(n, row + 1, cols, left, right)
      cols[c], left[l], right[r] = false, false, false
    end
  end
  return count
end
local function falses(n)
  local t = {}
  for i = 0, n do t[i] = false end
  return t
end
local n = 12 -- quick: 10
print(solve(n, 0, falses(n), falses(2 * n), falses(2 * n + 1)))
