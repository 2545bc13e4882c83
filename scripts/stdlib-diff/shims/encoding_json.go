package json

import (
	"bytes"
	real "encoding/json"
	"reflect"
)

var numbers = map[reflect.Type]int{}

func typeNumber(t reflect.Type) int {
	if numbers[t] == 0 {
		numbers[t] = len(numbers) + 1
	}
	return numbers[t]
}

func copyOf(v reflect.Value) reflect.Value { return reflect.ValueOf(v.Interface()) }

// Nothing is plain: all is done by the half in the language.

func encodePlain(v reflect.Value, classes []byte, pointers, structs, layout []int, names []byte, escapeHTML bool, depth int) (out []byte, holes []any, places []int, ok bool) {
	return nil, nil, nil, false
}

func decodePlain(v reflect.Value, classes []byte, pointers, structs, layout []int, names []byte, data []byte, at int, samples []any, useNumber, strict bool) (end int, holes []any, places []int) {
	return -1, nil, nil
}

func scanValue(data []byte, at int) int {
	if at >= len(data) || data[at] <= ' ' {
		return -1
	}
	var raw real.RawMessage
	dec := real.NewDecoder(bytes.NewReader(data[at:]))
	if dec.Decode(&raw) != nil {
		return -1
	}
	return at + len(raw)
}

func appendString(dst []byte, s string, escapeHTML bool) []byte {
	var b bytes.Buffer
	enc := real.NewEncoder(&b)
	enc.SetEscapeHTML(escapeHTML)
	enc.Encode(s)
	return append(dst, bytes.TrimSuffix(b.Bytes(), []byte("\n"))...)
}

func compactText(dst, src []byte, escape bool) []byte {
	var b, c bytes.Buffer
	real.Compact(&b, src)
	if !escape {
		return append(dst, b.Bytes()...)
	}
	real.HTMLEscape(&c, b.Bytes())
	return append(dst, c.Bytes()...)
}

func indented(dst, src []byte, prefix, indent string) []byte {
	var b bytes.Buffer
	real.Indent(&b, src, prefix, indent)
	return append(dst, b.Bytes()...)
}
