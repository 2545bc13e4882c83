function* wait() { yield; }
const n = 1_000_000, parked = []; // quick: 300_000
for (let i = 0; i < n; i++) {
  parked.push(wait());
  parked[i].next();
}
for (const w of parked) w.next();
console.log(String(n));
