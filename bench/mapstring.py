def main():
    words = ["word" + str(i * 7919) for i in range(20_000)]
    counts = {}
    for i in range(3_000_000):  # quick: 600_000
        w = words[i * 31 % len(words)]
        counts[w] = counts.get(w, 0) + 1
    print(len(counts), counts["word0"], counts[words[777]])


main()
