package main

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

func encode(b *strings.Builder, v any, indent int) {
	pad := strings.Repeat("  ", indent)
	switch x := v.(type) {
	case nil:
		b.WriteString("null")
	case bool:
		b.WriteString(strconv.FormatBool(x))
	case int:
		b.WriteString(strconv.Itoa(x))
	case float64:
		b.WriteString(strconv.FormatFloat(x, 'g', -1, 64))
	case string:
		b.WriteString(strconv.Quote(x))
	case []any:
		b.WriteString("[\n")
		for i, e := range x {
			b.WriteString(pad + "  ")
			encode(b, e, indent+1)
			if i < len(x)-1 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
		}
		b.WriteString(pad + "]")
	case map[string]any:
		keys := make([]string, 0, len(x))
		for k := range x {
			keys = append(keys, k)
		}
		sort.Strings(keys)
		b.WriteString("{\n")
		for i, k := range keys {
			fmt.Fprintf(b, "%s  %q: ", pad, k)
			encode(b, x[k], indent+1)
			if i < len(keys)-1 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
		}
		b.WriteString(pad + "}")
	default:
		panic(fmt.Sprintf("cannot encode %T", v))
	}
}

func main() {
	var b strings.Builder
	encode(&b, map[string]any{
		"name": "Ann \"A\"", "age": 30, "score": 1.5, "tags": []any{"x", nil, true, []any{}},
		"nested": map[string]any{"deep": map[string]any{}},
	}, 0)
	fmt.Println(b.String())
	defer func() { fmt.Println(recover()) }()
	encode(&b, []any{struct{}{}}, 0)
}
