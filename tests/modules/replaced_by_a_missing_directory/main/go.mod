module m

go 1.20

require ex.com/v v0.0.0

replace ex.com/v => ./nope
