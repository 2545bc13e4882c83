<?php
function main() {
    $n = 400; // quick: 200
    $limit = 50;
    $inside = 0;
    for ($y = 0; $y < $n; $y++) {
        $ci = 2 * $y / $n - 1;
        for ($x = 0; $x < $n; $x++) {
            $cr = 2 * $x / $n - 1.5;
            $zr = $zi = 0.0;
            $i = 0;
            while ($i < $limit && $zr * $zr + $zi * $zi <= 4) {
                $next = $zr * $zr - $zi * $zi + $cr;
                $zi = 2 * $zr * $zi + $ci;
                $zr = $next;
                $i++;
            }
            if ($i === $limit) $inside++;
        }
    }
    echo $inside, "\n";
}
main();
