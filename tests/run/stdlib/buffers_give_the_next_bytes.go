package main
import ("bytes";"fmt")
func main(){
 b:=bytes.NewBufferString("hello world")
 b.ReadByte()
 fmt.Printf("%q %v\n",b.Next(3),b.UnreadByte())
 fmt.Printf("%q %v\n",b.Next(0),b.UnreadByte())
 fmt.Printf("%q %v\n",b.Next(100),b.UnreadByte())
 b.Reset(); fmt.Printf("%q %v\n",b.Next(5),b.UnreadByte())
 b.WriteString("abcdef"); b.Next(2)
 func(){ defer func(){fmt.Println(recover())}(); b.Next(-1) }()
 fmt.Println(b.Len(), b.UnreadByte())
}
