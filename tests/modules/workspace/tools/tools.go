package tools

const Name = "tools"
