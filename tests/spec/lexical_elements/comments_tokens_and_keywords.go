// A comment before the package clause.
/* And */ package /* everywhere */ main // else

import /* an */ "fmt" // import

//line other.go:100
func where() {} // line directives do not change what a program does

/**/ /***/ /* ** */ /* // */ // /* not opened

// Predeclared names are not keywords.
func shadow() {
	true := false
	int := func(x float64) string { return fmt.Sprint("int of ", x) }
	len, nil, string := 3, 4, "s"
	append := map[bool]rune{true: 'x'}
	any, error, iota, print, comparable, min := 1, 2, 3, 4, 5, 6
	fmt.Println(true, int(1.5), len+nil, string, append[false], any+error+iota+print+comparable+min)
}

type (
	_int int
	type_ struct{ func_, range_, var_ _int }
)

func main() {
	where()
	shadow()
	x, y := 12, 10
	p := &x
	fmt.Println(x&y, x&^y, x&^-y, x^y, x|y, x<<1, x>>1, x&-y, x*-*p, x/ *p, x-(-y), x- -y, *p**p, x& *p, 1<<2>>1, -x%7)
	c := make(chan int, 2)
	c<-1; c<- -2
	fmt.Println(<-c, - <-c)
	x+=1;x-=2;x*=3;x/=2;x%=7;x<<=2;x>>=1;x&=15;x|=16;x^=1;x&^=2
	fmt.Println(x, x==y, x!=y, x<=y, x>=y, x<y, x>y, x>0&&y>0||x<0, !(x==y))
	f := func(a ...int) (n int) { for _, v := range a { n+=v }; return }
	fmt.Println(f([]int{1,2,3}...), type_{1, 2, 3}, [...]int{1}, 1.+.5)
}
