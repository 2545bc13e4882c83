package a

import "errors_of_an_imported_package/b"

var X = b.Y + 1
