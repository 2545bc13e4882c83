module example.com/app

go 1.24

require (
	example.com/a v1.0.0
	example.com/a/deep v0.0.0
	example.com/b v1.4.0
)

replace (
	example.com/a => ../a
	example.com/a/deep => ../a/deep
	example.com/b v1.3.0 => ../nowhere
	example.com/b v1.4.0 => ../c
)
