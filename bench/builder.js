let s = "";
for (let i = 0; i < 1_000_000; i++) { // quick: 100_000
  s += "ab";
  s += String.fromCharCode(48 + i % 10);
}
let n = 0;
for (let i = 0; i < s.length; i++) if (s.charCodeAt(i) === 55) n++;
console.log(s.length + " " + n + " " + (s.split("b1a").length - 1));
