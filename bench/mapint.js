const m = new Map();
let k = 1;
for (let i = 0; i < 2_000_000; i++) { // quick: 200_000
  k = k * 16807 % 2147483647;
  const key = k % 100_000;
  m.set(key, (m.get(key) ?? 0) + (i & 15));
}
let sum = 0;
for (let i = 0; i < 100_000; i++) sum += (m.get(i) ?? 0) * (i & 7);
console.log(m.size + " " + sum);
