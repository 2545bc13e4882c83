package p

f()
func g()
{
}
