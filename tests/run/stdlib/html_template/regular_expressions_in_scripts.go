package main

import (
	"html/template"
	"os"
)

func main() {
	for _, text := range []string{
		"<script>const s = `${1}${/{{.}}/g}`</script>",
		"<script>if(true){/{{.}}/g.test('x')}</script>",
		"<script>if(true){x=1}/{{.}}/g.test('x')</script>",
		"<script>`${ (function(){/{{.}}/g.test(x)}) }`</script>",
		"<script>function* f(){yield /{{.}}/g}</script>",
		"<script>const k = a.in / 1024; const u = {{.}}; // end\n</script>",
		"<script>class A { #yield = 1; f() { return this.#yield / {{.}} } }</script>",
		"<script>var s = '{{.}}'</script>",
		`<script type="application/ld+json">"{{.}}"</script>`,
	} {
		for _, value := range []string{"a.b", "/;alert(1)//", "x\x1f\x7f\by"} {
			if err := template.Must(template.New("").Parse(text+"\n")).Execute(os.Stdout, value); err != nil {
				os.Stdout.WriteString(err.Error() + "\n")
			}
		}
	}
}
