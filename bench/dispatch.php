<?php
interface Shape { function area(int $k): int; }
class Square implements Shape {
    function __construct(private int $side) {}
    function area(int $k): int { return $this->side * $this->side + $k; }
}
class Rect implements Shape {
    function __construct(private int $w, private int $h) {}
    function area(int $k): int { return $this->w * $this->h - $k; }
}
class Unit implements Shape {
    function area(int $k): int { return $k; }
}
function main() {
    $shapes = [new Square(3), new Rect(2, 5), new Unit()];
    $sum = 0;
    for ($i = 0; $i < 5_000_000; $i++) { // quick: 1_000_000
        $sum += $shapes[$i % 3]->area($i & 3);
    }
    echo $sum, "\n";
}
main();
