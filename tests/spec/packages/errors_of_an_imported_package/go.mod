module errors_of_an_imported_package

go 1.24
