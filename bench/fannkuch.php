<?php
function fannkuch($n) {
    $first = range(0, $n - 1);
    $perm = $count = array_fill(0, $n, 0);
    $r = $n;
    $sign = 1;
    $checksum = $most = 0;
    while (true) {
        for (; $r !== 1; $r--) $count[$r - 1] = $r;
        if ($first[0] !== 0) {
            for ($i = 0; $i < $n; $i++) $perm[$i] = $first[$i];
            $flips = 0;
            for ($k = $perm[0]; $k !== 0; $k = $perm[0]) {
                for ($i = 0, $j = $k; $i < $j; $i++, $j--) {
                    $t = $perm[$i];
                    $perm[$i] = $perm[$j];
                    $perm[$j] = $t;
                }
                $flips++;
            }
            if ($flips > $most) $most = $flips;
            $checksum += $sign * $flips;
        }
        while (true) {
            if ($r === $n) return "$checksum $most";
            $head = $first[0];
            for ($i = 0; $i < $r; $i++) $first[$i] = $first[$i + 1];
            $first[$r] = $head;
            if (--$count[$r] > 0) break;
            $r++;
        }
        $sign = -$sign;
    }
}
echo fannkuch(9), "\n"; // quick: 8
