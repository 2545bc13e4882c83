package lib

type M interface{ m() }

type U interface{ M | int } // ERROR "cannot use command-line-arguments.M in union"
