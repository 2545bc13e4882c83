function* pong() {
  let v = yield;
  for (;;) v = yield v + 1;
}
const p = pong();
p.next();
let v = 0;
for (let i = 0; i < 5_000_000; i++) v = p.next(v).value; // quick: 2_000_000
console.log(String(v));
