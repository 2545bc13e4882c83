module example.com/debug_lines

go 1.27
