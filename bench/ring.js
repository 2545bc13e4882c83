function* hand() {
  let token = yield;
  while (token) token = yield token - 1;
}
const size = 503, ring = [];
for (let i = 0; i < size; i++) {
  ring.push(hand());
  ring[i].next();
}
let i = 0, token = 10_000_000; // quick: 1_000_000
while ((token = ring[i].next(token).value) !== undefined) i = (i + 1) % size;
console.log(String(i + 1));
