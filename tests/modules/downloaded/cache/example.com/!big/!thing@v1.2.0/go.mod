module example.com/Big/Thing

go 1.18

require (
	example.com/common v0.9.0
	example.com/small v0.1.0
)
