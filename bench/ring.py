def hand():
    token = yield
    while token:
        token = yield token - 1
    yield None


def main():
    size, token = 503, 10_000_000  # quick: 1_000_000
    ring = [hand() for _ in range(size)]
    for h in ring:
        next(h)
    i = 0
    while (token := ring[i].send(token)) is not None:
        i = (i + 1) % size
    print(i + 1)


main()
