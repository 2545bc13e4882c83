def pong():
    v = yield
    while True:
        v = yield v + 1


def main():
    send = (p := pong()).send
    next(p)
    v = 0
    for _ in range(5_000_000):  # quick: 2_000_000
        v = send(v)
    print(v)


main()
