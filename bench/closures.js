function accumulator() {
  let total = 0;
  return [(n) => (total += n), () => { total = 0; }];
}
const [add, reset] = accumulator();
let last = 0;
for (let i = 0; i < 5_000_000; i++) { // quick: 1_000_000
  if (i % 1000 === 0) reset();
  last += add(i & 7);
}
console.log(String(last));
