package stops

import (
	"errors"
	"os"
	"testing"
)

func TestFirst(t *testing.T) { t.Log("first") }

func TestExit(t *testing.T) {
	if os.Getenv("STOPS") == "" {
		t.Log("leaves")
		os.Exit(5)
	}
}

func TestPanic(t *testing.T) {
	t.Run("sub", func(t *testing.T) {
		defer func() { t.Log("on the way") }()
		panic(errors.New("oh no"))
	})
}
