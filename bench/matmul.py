def build(n, seed):
    scale = seed / n / n
    return [[scale * ((i - j) * (i + j)) for j in range(n)] for i in range(n)]


def mul(a, b):
    t = [list(column) for column in zip(*b)]
    c = []
    for ai in a:
        row = []
        for tj in t:
            total = 0.0
            for x, y in zip(ai, tj):
                total += x * y
            row.append(total)
        c.append(row)
    return c


n = 300  # quick: 150
print("%.9f" % mul(build(n, 1), build(n, 2))[n // 2][n // 2])
