module struct_types_of_packages

go 1.24
