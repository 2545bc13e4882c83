// Each filter is a generator: sent a number, it gives the number back if it lets it through.
function* filter(prime) {
  let i = yield;
  for (;;) i = yield i % prime ? i : 0;
}
const most = 2500; // quick: 700
const filters = [];
let i = 1;
while (filters.length < most) {
  let n = ++i;
  for (let k = 0; n && k < filters.length; k++) n = filters[k].next(n).value;
  if (n) {
    const f = filter(n);
    f.next();
    filters.push(f);
  }
}
console.log(String(i));
