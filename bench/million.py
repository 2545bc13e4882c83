def wait():
    yield


def main():
    n = 1_000_000  # quick: 300_000
    parked = [wait() for _ in range(n)]
    for w in parked:
        next(w)
    for w in parked:
        next(w, None)
    print(n)


main()
