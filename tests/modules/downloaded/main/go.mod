module example.com/app

go 1.16

require (
	example.com/Big/Thing v1.2.0
	example.com/small v0.1.0-rc.1
	example.com/swapped v1.0.0
)

replace example.com/swapped => example.com/other/v3 v3.0.0-RC1
