module example.com/other/v3
