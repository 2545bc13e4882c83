// Package pass has tests that pass.
package pass

import "strings"

// Double is twice s.
func Double(s string) string { return strings.Repeat(s, 2) }

func hidden() int { return 42 }
