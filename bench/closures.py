def accumulator():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    def reset():
        nonlocal total
        total = 0

    return add, reset


def main():
    add, reset = accumulator()
    last = 0
    for i in range(5_000_000):  # quick: 1_000_000
        if i % 1000 == 0:
            reset()
        last += add(i & 7)
    print(last)


main()
