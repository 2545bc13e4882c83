package hidden

const Name = "(hidden deep)"
