package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

type event struct {
	At  time.Time
	PAt *time.Time
	D   time.Duration
}

func main() {
	for _, s := range []string{"{}", "[]", "1", "true", `"x"`, "null", `"2020-01-02T03:04:05Z"`, `"2020-13-02T03:04:05Z"`, `""`} {
		var t time.Time
		err := json.Unmarshal([]byte(s), &t)
		fmt.Println(err, t)
		var e event
		err = json.Unmarshal([]byte(`{"At":`+s+`}`), &e)
		fmt.Println(err, e.At)
		var te *json.UnmarshalTypeError
		if errors.As(err, &te) {
			fmt.Println(te.Value, te.Type, te.Offset, te.Struct, te.Field)
		}
		fmt.Println(json.Unmarshal([]byte(`{"PAt":`+s+`}`), &e))
		fmt.Println(json.Unmarshal([]byte(`[`+s+`]`), &[]time.Time{}))
	}
}
