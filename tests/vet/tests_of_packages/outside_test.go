package shapes_test

import (
	"fmt"
	"shapes"
	"testing"
)

func TestOutside(t *testing.T) {
	fmt.Println("%d", shapes.Area(1, 2))
	t.Logf("%d %d", 1)
	return
	t.Fail()
}
