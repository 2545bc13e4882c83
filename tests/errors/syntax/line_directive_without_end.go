package main

func main() {}

// ERROR@7 "comment not terminated"

/*line x