def main():
    n = 10_000_000  # quick: 1_000_000
    composite = bytearray(n + 1)
    count = 0
    for i in range(2, n + 1):
        if composite[i]:
            continue
        count += 1
        for j in range(i * i, n + 1, i):
            composite[j] = 1
    print(count)


main()
