<?php
function main() {
    $words = [];
    for ($i = 0; $i < 20_000; $i++) $words[] = "word" . $i * 7919;
    $counts = [];
    for ($i = 0; $i < 3_000_000; $i++) { // quick: 600_000
        $w = $words[$i * 31 % count($words)];
        $counts[$w] = ($counts[$w] ?? 0) + 1;
    }
    echo count($counts), " ", $counts["word0"], " ", $counts[$words[777]], "\n";
}
main();
