package c

import "example.com/m/a"
