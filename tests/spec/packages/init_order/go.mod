module init_order

go 1.24
