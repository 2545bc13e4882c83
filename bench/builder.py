def main():
    parts = []
    for i in range(1_000_000):  # quick: 100_000
        parts.append("ab")
        parts.append(chr(ord("0") + i % 10))
    s = "".join(parts)
    n = 0
    for c in s:
        if c == "7":
            n += 1
    print(len(s), n, s.count("b1a"))


main()
