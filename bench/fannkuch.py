def fannkuch(n):
    first, perm, count = list(range(n)), [0] * n, [0] * n
    r, sign, checksum, most = n, 1, 0, 0
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if first[0] != 0:
            for i in range(n):
                perm[i] = first[i]
            flips, k = 0, perm[0]
            while k != 0:
                i, j = 0, k
                while i < j:
                    perm[i], perm[j] = perm[j], perm[i]
                    i += 1
                    j -= 1
                flips += 1
                k = perm[0]
            most = max(most, flips)
            checksum += sign * flips
        while True:
            if r == n:
                return checksum, most
            head = first[0]
            for i in range(r):
                first[i] = first[i + 1]
            first[r] = head
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1
        sign = -sign


print(*fannkuch(9))  # quick: 8
