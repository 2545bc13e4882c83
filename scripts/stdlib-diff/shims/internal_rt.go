package rt

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"unsafe"
)

func StringOf(b []byte) string { return unsafe.String(unsafe.SliceData(b), len(b)) }

func BytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

func Comparable(x any) bool { return reflect.TypeOf(x).Comparable() }

func CheckAsTarget(target any) string {
	if target == nil {
		return "errors: target cannot be nil"
	}
	t := reflect.TypeOf(target)
	if t.Kind() != reflect.Pointer || reflect.ValueOf(target).IsNil() {
		return "errors: target must be a non-nil pointer"
	}
	e := t.Elem()
	if e.Kind() != reflect.Interface && !e.Implements(reflect.TypeFor[error]()) {
		return "errors: *target must be interface or implement error"
	}
	return ""
}

func AsTarget(err error, target any) bool {
	v := reflect.ValueOf(target).Elem()
	if !reflect.TypeOf(err).AssignableTo(v.Type()) {
		return false
	}
	v.Set(reflect.ValueOf(err))
	return true
}

func TypeString(x any) string { return reflect.TypeOf(x).String() }

func SliceLen(x any) int { return reflect.ValueOf(x).Len() }

func SliceSwap(x any, i, j int) { reflect.Swapper(x)(i, j) }

func Rand64() uint64 { return rand.Uint64() }

func SliceRotate(x any, lo, mid, hi int) {
	v := reflect.ValueOf(x)
	left := reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, mid-lo), v.Slice(lo, mid))
	reflect.Copy(v.Slice(lo, hi), v.Slice(mid, hi))
	reflect.Copy(v.Slice(lo+hi-mid, hi), left)
}

func SortInts(x []int) { slices.Sort(x) }

func SortStrings(x []string) { slices.Sort(x) }
