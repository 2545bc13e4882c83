package rt

import "unsafe"

func StringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func BytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }
