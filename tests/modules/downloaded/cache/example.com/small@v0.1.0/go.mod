module example.com/small

require example.com/common v0.10.0
