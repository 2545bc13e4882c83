<?php
function solve($n, $row, &$cols, &$left, &$right) {
    if ($row === $n) return 1;
    $count = 0;
    for ($c = 0; $c < $n; $c++) {
        $l = $row + $c;
        $r = $row - $c + $n;
        if ($cols[$c] || $left[$l] || $right[$r]) continue;
        $cols[$c] = $left[$l] = $right[$r] = true;
        $count += solve($n, $row + 1, $cols, $left, $right);
        $cols[$c] = $left[$l] = $right[$r] = false;
    }
    return $count;
}
$n = 12; // quick: 10
$cols = array_fill(0, $n, false);
$left = array_fill(0, 2 * $n, false);
$right = array_fill(0, 2 * $n + 1, false);
echo solve($n, 0, $cols, $left, $right), "\n";
