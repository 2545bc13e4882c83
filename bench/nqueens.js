function solve(n, row, cols, left, right) {
  if (row === n) return 1;
  let count = 0;
  for (let c = 0; c < n; c++) {
    const l = row + c, r = row - c + n;
    if (cols[c] || left[l] || right[r]) continue;
    cols[c] = left[l] = right[r] = true;
    count += solve(n, row + 1, cols, left, right);
    cols[c] = left[l] = right[r] = false;
  }
  return count;
}
const falses = (n) => new Array(n).fill(false);
const n = 12; // quick: 10
console.log(String(solve(n, 0, falses(n), falses(2 * n), falses(2 * n + 1))));
