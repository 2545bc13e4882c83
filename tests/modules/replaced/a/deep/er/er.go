package er

const Name = "deeper"
