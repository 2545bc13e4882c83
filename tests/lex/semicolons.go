package p // comment
x
1
"s"
break
return /* one line */ fallthrough /* two
lines */ continue
x++
f(
)
[]
{}
+
type
if x {
} else {
}
go
last
