<?php
const SOLAR = 4 * M_PI * M_PI, DAYS = 365.24;
class Body {
    function __construct(public float $x, public float $y, public float $z,
                         public float $vx, public float $vy, public float $vz, public float $mass) {}
}
function energy($bodies) {
    $e = 0.0;
    $n = count($bodies);
    for ($i = 0; $i < $n; $i++) {
        $b = $bodies[$i];
        $e += 0.5 * $b->mass * ($b->vx * $b->vx + $b->vy * $b->vy + $b->vz * $b->vz);
        for ($j = $i + 1; $j < $n; $j++) {
            $c = $bodies[$j];
            $dx = $b->x - $c->x;
            $dy = $b->y - $c->y;
            $dz = $b->z - $c->z;
            $e -= $b->mass * $c->mass / sqrt($dx * $dx + $dy * $dy + $dz * $dz);
        }
    }
    return $e;
}
function advance($bodies, $dt) {
    $n = count($bodies);
    for ($i = 0; $i < $n; $i++) {
        $b = $bodies[$i];
        for ($j = $i + 1; $j < $n; $j++) {
            $c = $bodies[$j];
            $dx = $b->x - $c->x;
            $dy = $b->y - $c->y;
            $dz = $b->z - $c->z;
            $d = $dx * $dx + $dy * $dy + $dz * $dz;
            $mag = $dt / ($d * sqrt($d));
            $b->vx -= $dx * $c->mass * $mag;
            $b->vy -= $dy * $c->mass * $mag;
            $b->vz -= $dz * $c->mass * $mag;
            $c->vx += $dx * $b->mass * $mag;
            $c->vy += $dy * $b->mass * $mag;
            $c->vz += $dz * $b->mass * $mag;
        }
    }
    foreach ($bodies as $b) {
        $b->x += $dt * $b->vx;
        $b->y += $dt * $b->vy;
        $b->z += $dt * $b->vz;
    }
}
$bodies = [
    new Body(0, 0, 0, 0, 0, 0, SOLAR),
    new Body(4.84, -1.16, -0.10, 0.00166 * DAYS, 0.00770 * DAYS, -0.0000690 * DAYS, 0.000955 * SOLAR),
    new Body(8.34, 4.12, -0.40, -0.00277 * DAYS, 0.00500 * DAYS, 0.0000230 * DAYS, 0.000286 * SOLAR),
    new Body(12.89, -15.11, -0.22, 0.00296 * DAYS, 0.00238 * DAYS, -0.0000297 * DAYS, 0.0000437 * SOLAR),
    new Body(15.38, -25.92, 0.18, 0.00268 * DAYS, 0.00163 * DAYS, -0.0000952 * DAYS, 0.0000515 * SOLAR),
];
printf("%.9f\n", energy($bodies));
for ($step = 0; $step < 500_000; $step++) advance($bodies, 0.01); // quick: 100_000
printf("%.9f\n", energy($bodies));
