local n, s, x = 200000, {}, 42 -- quick: 50000
for i = 1, n do
  x = x * 16807 % 2147483647
  s[i] = x
end
table.sort(s, function(a, b) return a < b end)
print(string.format("%d %d %d", s[1], s[n / 2 + 1], s[n]))
