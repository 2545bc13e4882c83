package main
import ("encoding/binary";"fmt";"io";"strings")
type S struct{A int8}
func try(f func()error){ defer func(){ if r:=recover();r!=nil{fmt.Println("P",r)}}(); fmt.Println(f()) }
func main(){
 var s *S; var u *uint32; var sl *[]int32; var st *string
 for _,x:=range []any{nil,s,u,sl,st} {
  try(func()error{ return binary.Write(io.Discard,binary.LittleEndian,x)})
  try(func()error{ _,e:=binary.Append(nil,binary.LittleEndian,x);return e})
  try(func()error{ _,e:=binary.Encode(nil,binary.LittleEndian,x);return e})
  r:=strings.NewReader("abcdefgh")
  try(func()error{ return binary.Read(r,binary.LittleEndian,x)})
  fmt.Println(r.Len())
  try(func()error{ _,e:=binary.Decode(make([]byte,10),binary.LittleEndian,x);return e})
  try(func()error{ fmt.Println(binary.Size(x));return nil})
 }
}
