package main

import "net/url"

func main() {
	_ = url.URL{HosT: ""} // ERROR "unknown field HosT in struct literal of type url.URL, but does have Host"
	_ = url.URL{hosT: ""} // ERROR "unknown field hosT in struct literal of type url.URL"
	_ = url.URL{host: ""} // ERROR "unknown field host in struct literal of type url.URL, but does have Host"
	var u url.URL
	u.hosT = "" // ERROR "u.hosT undefined (type url.URL has no field or method hosT)"
	_ = *len    // ERROR "cannot indirect len (built-in)"
}
