module example.com/far
