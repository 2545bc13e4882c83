package swapped

const Name = "the other, 3"
