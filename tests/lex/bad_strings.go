"\q" "\x4" "\400" "\ud800" "\U00110000" '' 'ab' '\' "\u12"
'
"open
`never closed
