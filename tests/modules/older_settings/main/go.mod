module example.com/older_settings

go 1.20

godebug randautoseed=0
