<?php
class Node {
    function __construct(public ?Node $left = null, public ?Node $right = null) {}
    function count() { return $this->left ? 1 + $this->left->count() + $this->right->count() : 1; }
}
function build($depth) { return $depth ? new Node(build($depth - 1), build($depth - 1)) : new Node(); }
$most = 14; // quick: 12
$long = build($most);
for ($depth = 4; $depth <= $most; $depth += 4) {
    $trees = 1 << ($most - $depth + 4);
    $sum = 0;
    for ($i = 0; $i < $trees; $i++) $sum += build($depth)->count();
    echo "$trees $depth $sum\n";
}
echo $long->count(), "\n";
