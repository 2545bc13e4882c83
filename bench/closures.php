<?php
function accumulator() {
    $total = 0;
    return [function ($n) use (&$total) { return $total += $n; }, function () use (&$total) { $total = 0; }];
}
function main() {
    [$add, $reset] = accumulator();
    $last = 0;
    for ($i = 0; $i < 5_000_000; $i++) { // quick: 1_000_000
        if ($i % 1000 === 0) $reset();
        $last += $add($i & 7);
    }
    echo $last, "\n";
}
main();
