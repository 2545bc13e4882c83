<?php
function main() {
    $s = "";
    for ($i = 0; $i < 1_000_000; $i++) { // quick: 100_000
        $s .= "ab";
        $s .= chr(48 + $i % 10);
    }
    $n = 0;
    for ($i = 0, $length = strlen($s); $i < $length; $i++) {
        if ($s[$i] === "7") $n++;
    }
    echo strlen($s), " ", $n, " ", substr_count($s, "b1a"), "\n";
}
main();
