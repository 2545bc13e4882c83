package b

const Name = "b from c"
