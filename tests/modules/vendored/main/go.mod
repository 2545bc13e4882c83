module example.com/app

go 1.24

require (
	example.com/greet v1.2.0
	other.org/Words/v2 v2.0.1 // indirect
)
