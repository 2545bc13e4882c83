class Square {
  constructor(side) { this.side = side; }
  area(k) { return this.side * this.side + k; }
}
class Rect {
  constructor(w, h) { this.w = w; this.h = h; }
  area(k) { return this.w * this.h - k; }
}
class Unit {
  area(k) { return k; }
}
const shapes = [new Square(3), new Rect(2, 5), new Unit()];
let sum = 0;
for (let i = 0; i < 5_000_000; i++) { // quick: 1_000_000
  sum += shapes[i % 3].area(i & 3);
}
console.log(String(sum));
