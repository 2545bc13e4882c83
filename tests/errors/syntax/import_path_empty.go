package main

import "" // ERROR "invalid import path (empty string)"

func main() {}
