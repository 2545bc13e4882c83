from functools import cmp_to_key

n = 200_000  # quick: 50_000
s, x = [], 42
for i in range(n):
    x = x * 16807 % 2147483647
    s.append(x)
s.sort(key=cmp_to_key(lambda a, b: -1 if a < b else a > b))
print(s[0], s[n // 2], s[n - 1])
