local function fannkuch(n)
  local perm, count, first = {}, {}, {}
  for i = 0, n - 1 do first[i] = i; count[i] = 0; perm[i] = 0 end
  local r, sign, checksum, most = n, 1, 0, 0
  while true do
    while r ~= 1 do count[r - 1] = r; r = r - 1 end
    if first[0] ~= 0 then
      for i = 0, n - 1 do perm[i] = first[i] end
      local flips, k = 0, perm[0]
      while k ~= 0 do
        local i, j = 0, k
        while i < j do
          perm[i], perm[j] = perm[j], perm[i]
          i = i + 1; j = j - 1
        end
        flips = flips + 1
        k = perm[0]
      end
      if flips > most then most = flips end
      checksum = checksum + sign * flips
    end
    while true do
      if r == n then return checksum, most end
      local head = first[0]
      for i = 0, r - 1 do first[i] = first[i + 1] end
      first[r] = head
      count[r] = count[r] - 1
      if count[r] > 0 then break end
      r = r + 1
    end
    sign = -sign
  end
end
local c, m = fannkuch(9) -- quick: 8
print(c .. " " .. m)
