function fannkuch(n) {
  const perm = new Array(n).fill(0), count = new Array(n).fill(0), first = [...Array(n).keys()];
  let r = n, sign = 1, checksum = 0, most = 0;
  for (;;) {
    for (; r !== 1; r--) count[r - 1] = r;
    if (first[0] !== 0) {
      for (let i = 0; i < n; i++) perm[i] = first[i];
      let flips = 0;
      for (let k = perm[0]; k !== 0; k = perm[0]) {
        for (let i = 0, j = k; i < j; i++, j--) {
          const t = perm[i];
          perm[i] = perm[j];
          perm[j] = t;
        }
        flips++;
      }
      most = Math.max(most, flips);
      checksum += sign * flips;
    }
    for (;;) {
      if (r === n) return checksum + " " + most;
      const head = first[0];
      for (let i = 0; i < r; i++) first[i] = first[i + 1];
      first[r] = head;
      if (--count[r] > 0) break;
      r++;
    }
    sign = -sign;
  }
}
console.log(fannkuch(9)); // quick: 8
