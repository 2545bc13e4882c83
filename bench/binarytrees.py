def build(depth):
    return (build(depth - 1), build(depth - 1)) if depth else (None, None)


def count(node):
    left, right = node
    return 1 + count(left) + count(right) if left else 1


most = 14  # quick: 12
long = build(most)
for depth in range(4, most + 1, 4):
    trees = 1 << (most - depth + 4)
    print(trees, depth, sum(count(build(depth)) for _ in range(trees)))
print(count(long))
