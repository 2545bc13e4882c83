module example.com/a

go 1.22

require example.com/a/deep v0.0.0
