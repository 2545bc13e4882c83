package hidden

const Name = "(hidden)"
