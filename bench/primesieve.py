# Each filter is a generator: sent a number, it gives the number back if it lets it through.
def filter_of(prime):
    i = yield
    while True:
        i = yield i if i % prime else None


def main():
    most = 2500  # quick: 700
    filters, i = [], 1
    while len(filters) < most:
        i += 1
        n = i
        for f in filters:
            n = f.send(n)
            if n is None:
                break
        else:
            f = filter_of(n)
            next(f)
            filters.append(f)
    print(i)


main()
