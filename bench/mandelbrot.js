const n = 400, limit = 50; // quick: 200
let inside = 0;
for (let y = 0; y < n; y++) {
  const ci = 2 * y / n - 1;
  for (let x = 0; x < n; x++) {
    const cr = 2 * x / n - 1.5;
    let zr = 0, zi = 0, i = 0;
    while (i < limit && zr * zr + zi * zi <= 4) {
      const next = zr * zr - zi * zi + cr;
      zi = 2 * zr * zi + ci;
      zr = next;
      i++;
    }
    if (i === limit) inside++;
  }
}
console.log(String(inside));
