// Package shapes has an unexported helper and an internal package.
package shapes

import (
	"errors"
	"fmt"

	"example.com/shop/shapes/internal/calc"
)

type Shape interface {
	Area() float64
	label() string
}

type Base struct {
	Name   string
	hidden int
}

func (b Base) label() string { return "<" + b.Name + ">" }

type Rect struct {
	Base
	W, H float64
}

var Count int
var ErrEmpty = errors.New("shapes: empty")

type Color int

const (
	Red Color = iota
	Green
	Blue
)

func (c Color) String() string { return [...]string{"red", "green", "blue"}[c] }

func NewRect(w, h float64) *Rect { Count++; return &Rect{Base{"rect", Count}, w, h} }

func (r *Rect) Grow(by float64) { r.W += by; r.H += by }
func (r Rect) Area() float64    { return calc.Times(r.W, r.H) }

func Describe(s Shape) string { return fmt.Sprint(s.label(), " ", s.Area()) }
