def solve(n, row, cols, left, right):
    if row == n:
        return 1
    count = 0
    for c in range(n):
        l, r = row + c, row - c + n
        if cols[c] or left[l] or right[r]:
            continue
        cols[c] = left[l] = right[r] = True
        count += solve(n, row + 1, cols, left, right)
        cols[c] = left[l] = right[r] = False
    return count


n = 12  # quick: 10
print(solve(n, 0, [False] * n, [False] * (2 * n), [False] * (2 * n + 1)))
