module example.com/a/deep
