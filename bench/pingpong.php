<?php
function pong() {
    $v = yield;
    while (true) $v = yield $v + 1;
}
function main() {
    $p = pong();
    $p->current();
    $v = 0;
    for ($i = 0; $i < 5_000_000; $i++) $v = $p->send($v); // quick: 2_000_000
    echo $v, "\n";
}
main();
