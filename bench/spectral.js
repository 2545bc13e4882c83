function a(i, j) { return 1 / ((i + j) * (i + j + 1) / 2 + i + 1); }
function times(v, transposed) {
  const out = new Float64Array(v.length);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 0; j < v.length; j++) sum += (transposed ? a(j, i) : a(i, j)) * v[j];
    out[i] = sum;
  }
  return out;
}
const n = 300; // quick: 150
let u = new Float64Array(n).fill(1), v;
for (let round = 0; round < 10; round++) {
  v = times(times(u, false), true);
  u = times(times(v, false), true);
}
let vbv = 0, vv = 0;
for (let i = 0; i < n; i++) {
  vbv += u[i] * v[i];
  vv += v[i] * v[i];
}
console.log(Math.sqrt(vbv / vv).toFixed(9));
