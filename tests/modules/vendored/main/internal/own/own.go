package own

const Number = 3
