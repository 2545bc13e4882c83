"plain" "a\n\t\\\"" "\x41\101\u00e9\U0001F600" `raw \n
two lines` 'a' '\'' '\n' '\x41' '\377' '世' "世界"
