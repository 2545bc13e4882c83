<?php
function build($n, $seed) {
    $m = [];
    $scale = $seed / $n / $n;
    for ($i = 0; $i < $n; $i++) {
        $row = [];
        for ($j = 0; $j < $n; $j++) $row[] = $scale * (($i - $j) * ($i + $j));
        $m[] = $row;
    }
    return $m;
}
function mul($a, $b) {
    $n = count($a);
    $t = $c = [];
    for ($i = 0; $i < $n; $i++) $t[] = array_column($b, $i);
    foreach ($a as $ai) {
        $row = [];
        foreach ($t as $tj) {
            $sum = 0.0;
            for ($k = 0; $k < $n; $k++) $sum += $ai[$k] * $tj[$k];
            $row[] = $sum;
        }
        $c[] = $row;
    }
    return $c;
}
$n = 300; // quick: 150
printf("%.9f\n", mul(build($n, 1), build($n, 2))[$n / 2][$n / 2]);
