function build(n, seed) {
  const m = [], scale = seed / n / n;
  for (let i = 0; i < n; i++) {
    const row = [];
    for (let j = 0; j < n; j++) row.push(scale * ((i - j) * (i + j)));
    m.push(row);
  }
  return m;
}
function mul(a, b) {
  const n = a.length, t = a.map((_, i) => b.map((row) => row[i])), c = [];
  for (const ai of a) {
    const row = [];
    for (const tj of t) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += ai[k] * tj[k];
      row.push(sum);
    }
    c.push(row);
  }
  return c;
}
const n = 300; // quick: 150
console.log(mul(build(n, 1), build(n, 2))[n / 2][n / 2].toFixed(9));
