hello, world // ERROR "expected 'package', found hello"
