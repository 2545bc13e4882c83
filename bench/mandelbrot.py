def main():
    n, limit = 400, 50  # quick: 200
    inside = 0
    for y in range(n):
        ci = 2 * y / n - 1
        for x in range(n):
            cr = 2 * x / n - 1.5
            zr = zi = 0.0
            i = 0
            while i < limit and zr * zr + zi * zi <= 4:
                zr, zi = zr * zr - zi * zi + cr, 2 * zr * zi + ci
                i += 1
            if i == limit:
                inside += 1
    print(inside)


main()
