const n = 200_000, s = []; // quick: 50_000
let x = 42;
for (let i = 0; i < n; i++) {
  x = x * 16807 % 2147483647;
  s.push(x);
}
s.sort((a, b) => a - b);
console.log(s[0] + " " + s[n / 2] + " " + s[n - 1]);
