local parts = {}
for i = 0, 1000000 - 1 do -- quick: 100000
  parts[#parts + 1] = "ab"
  parts[#parts + 1] = string.char(48 + i % 10)
end
local s = table.concat(parts)
local n, count = 0, 0
for i = 1, #s do
  if s:byte(i) == 55 then n = n + 1 end
end
for _ in s:gmatch("b1a") do count = count + 1 end
print(#s .. " " .. n .. " " .. count)
