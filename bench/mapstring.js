const words = [];
for (let i = 0; i < 20_000; i++) words.push("word" + i * 7919);
const counts = new Map();
for (let i = 0; i < 3_000_000; i++) { // quick: 600_000
  const w = words[i * 31 % words.length];
  counts.set(w, (counts.get(w) ?? 0) + 1);
}
console.log(counts.size + " " + counts.get("word0") + " " + counts.get(words[777]));
