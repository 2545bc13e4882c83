def main():
    m, k = {}, 1
    for i in range(2_000_000):  # quick: 200_000
        k = k * 16807 % 2147483647
        key = k % 100_000
        m[key] = m.get(key, 0) + (i & 15)
    total = 0
    for i in range(100_000):
        total += m.get(i, 0) * (i & 7)
    print(len(m), total)


main()
