local words, counts, size = {}, {}, 0
for i = 0, 19999 do words[i] = "word" .. i * 7919 end
for i = 0, 3000000 - 1 do -- quick: 600000
  local w = words[i * 31 % 20000]
  local old = counts[w]
  if not old then size = size + 1; old = 0 end
  counts[w] = old + 1
end
print(size .. " " .. counts["word0"] .. " " .. counts[words[777]])
