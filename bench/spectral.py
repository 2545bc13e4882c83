from math import sqrt


def a(i, j):
    return 1 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(v, transposed):
    out = []
    for i in range(len(v)):
        total = 0.0
        for j in range(len(v)):
            if transposed:
                total += a(j, i) * v[j]
            else:
                total += a(i, j) * v[j]
        out.append(total)
    return out


n = 300  # quick: 150
u = [1.0] * n
for _ in range(10):
    v = times(times(u, False), True)
    u = times(times(v, False), True)
vbv = vv = 0.0
for x, y in zip(u, v):
    vbv += x * y
    vv += y * y
print("%.9f" % sqrt(vbv / vv))
