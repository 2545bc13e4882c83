module example.com/small
