package main

func stop(done chan struct{}) {
	close(done)
}

func main() {
	done := make(chan struct{})
	stop(done)
	stop(done)
}
