class Node {
  constructor(left, right) { this.left = left; this.right = right; }
  count() { return this.left ? 1 + this.left.count() + this.right.count() : 1; }
}
function build(depth) { return depth ? new Node(build(depth - 1), build(depth - 1)) : new Node(null, null); }
const most = 14; // quick: 12
const long = build(most);
for (let depth = 4; depth <= most; depth += 4) {
  const trees = 1 << (most - depth + 4);
  let sum = 0;
  for (let i = 0; i < trees; i++) sum += build(depth).count();
  console.log(trees + " " + depth + " " + sum);
}
console.log(String(long.count()));
