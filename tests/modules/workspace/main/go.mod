module example.com/app

go 1.24

require example.com/far v0.1.0
