package common

const Name = "common 0.9"
