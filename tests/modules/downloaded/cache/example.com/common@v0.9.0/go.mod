module example.com/common
