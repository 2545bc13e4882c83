package main

func main() {
	f := func() (err error) {
		if err := error(nil); err != nil {
			return // ERROR "result parameter err not in scope at return"
		}
		{
			err := error(nil)
			_ = err
			return // ERROR "result parameter err not in scope at return"
		}
	}
	_ = f
}
