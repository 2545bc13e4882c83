package mark

const End = "!"
