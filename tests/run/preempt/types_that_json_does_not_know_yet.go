// flags: --preempt=3
package main

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"reflect"
	"strings"
	"sync"
	"time"
)

type Up string

func (u Up) MarshalText() ([]byte, error)   { return []byte(strings.ToUpper(string(u))), nil }
func (u *Up) UnmarshalText(b []byte) error { *u = Up(strings.ToLower(string(b))); return nil }

type J struct{ v int }

func (j J) MarshalJSON() ([]byte, error) { return []byte(fmt.Sprintf(`{"v":%d}`, j.v)), nil }
func (j *J) UnmarshalJSON(b []byte) error {
	var m map[string]int
	if err := json.Unmarshal(b, &m); err != nil {
		return err
	}
	j.v = m["v"]
	return nil
}

type Deep struct {
	Q    int `json:"q,omitempty"`
	U    Up
	J    J
	When time.Time
	Arr  [2]Up
	Mp   map[string]J
	Sl   []J
}
type Mid struct {
	Deep
	D  Deep
	P  *Deep
	Ds []Deep
	I  any
}
type Top struct {
	Name string
	M    Mid
	MP   map[string]*Mid
	Next *Top
	Str  int `json:",string"`
}

func mk(g int) Top {
	d := Deep{g, "ab", J{g}, time.Unix(int64(g), 0).UTC(), [2]Up{"x", "y"}, map[string]J{"k": {3}}, []J{{1}, {2}}}
	m := Mid{d, d, &d, []Deep{d}, "i"}
	return Top{"n", m, map[string]*Mid{"a": &m}, &Top{Name: "z", M: Mid{I: 1.0}}, g}
}

// warm lets package reflect see all types first, so that its own cache is not what is tested.
func warm(t reflect.Type, seen map[reflect.Type]bool) {
	if seen[t] {
		return
	}
	seen[t] = true
	reflect.PointerTo(t).NumMethod()
	reflect.PointerTo(t).Elem()
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array:
		warm(t.Elem(), seen)
	case reflect.Map:
		warm(t.Key(), seen)
		warm(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			warm(t.Field(i).Type, seen)
		}
	}
}

func main() {
	warm(reflect.TypeFor[Top](), map[reflect.Type]bool{})
	// The variables of package json have their values.
	type other struct {
		A time.Time
		B *big.Int `json:",omitempty"`
		C map[string]float64
		D []byte
		E time.Duration `json:",string"`
	}
	ob, err := json.Marshal(other{B: big.NewInt(1), C: map[string]float64{"a": 1}})
	if err != nil {
		panic(err)
	}
	var o other
	if err := json.Unmarshal(ob, &o); err != nil {
		panic(err)
	}
	var x struct {
		E big.Int
		T Up
		I any
		S int `json:",string"`
	}
	json.Unmarshal([]byte(`{"E":1,"I":{"a":[1,"x",null,true]},"T":"q","S":"1"}`), &x)
	json.Marshal(&x)
	var wg sync.WaitGroup
	outs := make([]string, 8)
	backs := make([]string, 8)
	bad := make([]string, 8)
	for g := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if r := recover(); r != nil {
					bad[g] = fmt.Sprint("panic: ", r)
				}
			}()
			if g%2 == 1 {
				// reading first
				var t Top
				if err := json.Unmarshal([]byte(`{"Name":"n","M":{"q":1,"U":"AB","J":{"v":1},"D":{"U":"QQ","Sl":[{"v":4}]},"P":{"Arr":["X","Y"],"Mp":{"z":{"v":8}}}},"Str":"3"}`), &t); err != nil {
					bad[g] = "un: " + err.Error()
					return
				}
				s := fmt.Sprint(t.Name, t.M.Q, t.M.U, t.M.J, t.M.D.U, t.M.D.Sl, t.M.P.Arr, t.M.P.Mp, t.Str)
				if s != "n1ab{1}qq[{4}] [x y] map[z:{8}] 3" {
					bad[g] = "read: " + s
				}
			}
			v := mk(1)
			b, err := json.Marshal(v)
			if err != nil {
				bad[g] = err.Error()
				return
			}
			outs[g] = string(b)
			var w Top
			if err := json.Unmarshal(b, &w); err != nil {
				bad[g] = "un2 " + err.Error()
				return
			}
			b, err = json.Marshal(w)
			if err != nil {
				bad[g] = err.Error()
				return
			}
			backs[g] = string(b)
		}()
	}
	wg.Wait()
	want, _ := json.Marshal(mk(1))
	n := 0
	for g := range 8 {
		if bad[g] != "" {
			fmt.Println(bad[g])
			n++
		} else if outs[g] != string(want) || backs[g] != string(want) {
			fmt.Println("got ", outs[g], "\nback", backs[g], "\nwant", string(want))
			n++
		}
	}
	if n > 0 {
		fmt.Println("FAIL", n)
		os.Exit(1)
	}
	fmt.Println("ok")
}
