<?php
function a($i, $j) { return 1 / (($i + $j) * ($i + $j + 1) / 2 + $i + 1); }
function times($v, $transposed) {
    $out = [];
    $n = count($v);
    for ($i = 0; $i < $n; $i++) {
        $sum = 0.0;
        for ($j = 0; $j < $n; $j++) $sum += ($transposed ? a($j, $i) : a($i, $j)) * $v[$j];
        $out[] = $sum;
    }
    return $out;
}
$n = 300; // quick: 150
$u = array_fill(0, $n, 1.0);
for ($round = 0; $round < 10; $round++) {
    $v = times(times($u, false), true);
    $u = times(times($v, false), true);
}
$vbv = $vv = 0.0;
for ($i = 0; $i < $n; $i++) {
    $vbv += $u[$i] * $v[$i];
    $vv += $v[$i] * $v[$i];
}
printf("%.9f\n", sqrt($vbv / $vv));
