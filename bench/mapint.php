<?php
function main() {
    $m = [];
    $k = 1;
    for ($i = 0; $i < 2_000_000; $i++) { // quick: 200_000
        $k = $k * 16807 % 2147483647;
        $key = $k % 100_000;
        $m[$key] = ($m[$key] ?? 0) + ($i & 15);
    }
    $sum = 0;
    for ($i = 0; $i < 100_000; $i++) $sum += ($m[$i] ?? 0) * ($i & 7);
    echo count($m), " ", $sum, "\n";
}
main();
