package main

import (
	jsonv1 "encoding/json"
	"encoding/json/jsontext"
	"encoding/json/v2"
	"fmt"
	"strings"
	"time"
)

type sample struct {
	N   int
	F   float64
	S   string
	L   []int
	M   map[string]int
	By  []byte
	Arr [2]byte
	P   *int
	B   bool `json:",omitempty"`
	T   time.Time
	I   any
	Mm  map[int]float64
}

func plain(err error) string { return strings.ReplaceAll(fmt.Sprint(err), "unable to", "cannot") }

func main() {
	options := []struct {
		name string
		opt  json.Options
	}{
		{"none", nil},
		{"StringifyNumbers", json.StringifyNumbers(true)},
		{"nil as null", json.JoinOptions(json.FormatNilMapAsNull(true), json.FormatNilSliceAsNull(true))},
		{"OmitZeroStructFields", json.OmitZeroStructFields(true)},
		{"EscapeForHTML", jsontext.EscapeForHTML(true)},
		{"EscapeForJS", jsontext.EscapeForJS(true)},
		{"AllowInvalidUTF8", jsontext.AllowInvalidUTF8(true)},
		{"AllowDuplicateNames", jsontext.AllowDuplicateNames(true)},
		{"MatchCaseInsensitiveNames", json.MatchCaseInsensitiveNames(true)},
		{"RejectUnknownMembers", json.RejectUnknownMembers(true)},
		{"Multiline", jsontext.Multiline(true)},
		{"spaces", json.JoinOptions(jsontext.SpaceAfterColon(true), jsontext.SpaceAfterComma(true))},
		{"FormatByteArrayAsArray", jsonv1.FormatByteArrayAsArray(true)},
		{"FormatBytesWithLegacySemantics", jsonv1.FormatBytesWithLegacySemantics(true)},
		{"FormatDurationAsNano", jsonv1.FormatDurationAsNano(true)},
		{"MergeWithLegacySemantics", jsonv1.MergeWithLegacySemantics(true)},
		{"OmitEmptyWithLegacySemantics", jsonv1.OmitEmptyWithLegacySemantics(true)},
		{"ParseBytesWithLooseRFC4648", jsonv1.ParseBytesWithLooseRFC4648(true)},
		{"ParseTimeWithLooseRFC3339", jsonv1.ParseTimeWithLooseRFC3339(true)},
		{"ReportErrorsWithLegacySemantics", jsonv1.ReportErrorsWithLegacySemantics(true)},
		{"StringifyWithLegacySemantics", jsonv1.StringifyWithLegacySemantics(true)},
		{"UnmarshalArrayFromAnyLength", jsonv1.UnmarshalArrayFromAnyLength(true)},
		{"CallMethodsWithLegacySemantics", jsonv1.CallMethodsWithLegacySemantics(true)},
		{"MatchCaseSensitiveDelimiter", json.JoinOptions(json.MatchCaseInsensitiveNames(true), jsonv1.MatchCaseSensitiveDelimiter(true))},
		{"DefaultOptionsV1", jsonv1.DefaultOptionsV1()},
		{"DefaultOptionsV2", json.JoinOptions(jsonv1.DefaultOptionsV1(), json.DefaultOptionsV2())},
		{"V1 but errors", json.JoinOptions(jsonv1.DefaultOptionsV1(), jsonv1.ReportErrorsWithLegacySemantics(false))},
	}
	values := []any{
		sample{N: 5, F: 1.5, S: "<\u2028&"},
		sample{S: "\xff"},
		map[string]any{"a": 1, "b": []any{"<"}},
		[]time.Duration{1500},
		[]struct{}{},
	}
	texts := []string{
		`{"N": 1, "S": "x", "L": [1], "M": {"a": 1}, "By": "AQ==", "Arr": "AQI=", "I": 1, "unknown": 1}`,
		`{"n": "7", "F": "1.5", "s": "x"}`, `{"N": "7"}`, `{"N": null, "L": null, "S": null, "Arr": null}`, `{"By": "AQ=\n="}`, `{"By": [1,2]}`,
		`{"Arr": [1, 2]}`, `{"Arr": [1]}`, `{"T": "2024-01-01T1:00:00Z"}`, `{"N": 1, "N": 2}`, "{\"S\": \"\xff\"}", `{"I": {"a": 1, "a": 2}}`,
		`{"N": "x", "L": [true], "S": "kept"}`, `{"M_": 1, "l": [2]}`, `[`, `{"I": 5, "Mm": {"1": "2.5"}}`,
	}
	for _, o := range options {
		fmt.Println("==", o.name)
		for _, v := range values {
			text, err := json.Marshal(v, json.Deterministic(true), o.opt)
			fmt.Println(string(text), plain(err))
		}
		for _, text := range texts {
			v := sample{N: 42, L: []int{8, 9}, S: "old", M: map[string]int{"old": 1}, I: "old"}
			err := json.Unmarshal([]byte(text), &v, o.opt)
			fmt.Printf("%+v %v\n", v, plain(err))
		}
	}

	all := json.JoinOptions(json.Deterministic(true), jsontext.WithIndent("\t"), json.StringifyNumbers(false), jsontext.WithIndentPrefix(" "))
	fmt.Println(json.GetOption(all, json.Deterministic))
	fmt.Println(json.GetOption(all, json.StringifyNumbers))
	fmt.Println(json.GetOption(all, json.OmitZeroStructFields))
	fmt.Println(json.GetOption(all, jsontext.Multiline))
	indent, ok := json.GetOption(all, jsontext.WithIndent)
	fmt.Printf("%q %v\n", indent, ok)
	prefix, ok := json.GetOption(all, jsontext.WithIndentPrefix)
	fmt.Printf("%q %v\n", prefix, ok)
	fmt.Println(json.GetOption(all, json.WithMarshalers))
	fmt.Println(json.GetOption(json.Deterministic(true), json.Deterministic))
	fmt.Println(json.GetOption(jsonv1.DefaultOptionsV1(), jsontext.EscapeForHTML))
	fmt.Println(json.GetOption(json.DefaultOptionsV2(), jsontext.EscapeForHTML))
}
