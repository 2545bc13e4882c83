module example.com/org/lib

go 1.22
