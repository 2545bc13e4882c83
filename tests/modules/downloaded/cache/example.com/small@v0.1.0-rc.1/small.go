package small

const Name = "small before 0.1"
