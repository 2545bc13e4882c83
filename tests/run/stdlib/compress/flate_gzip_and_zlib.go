package main

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math/rand"
	"strings"
	"testing/iotest"
	"time"
)

// What another program has compressed.
var theirs = []struct{ name, data string }{
	{"raw0", "AcAVP+p0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyB0aGUgcXVpY2sgYnJvd24gZm94IGp1bXBzIG92ZXIgdGhlIGxhenkgZG9nOyAKZWYgYWhkYWNiZmhkZyBiCmRhZGdlY2djYmMKCmhjY2FhZGRjY2VmZCBkY2RnZWFmZ2NjZWJmZQoKYQpmYmVmZWhmY2hoY2FlYWZnYSBnZmcKYWhhYwpkYmRoZiBmIGVoYgpmZWFnYmRmIApmY2ZlIGJlZmVjYmNlaGNhYgogZ2FkCmZlaGdjYWFoZmRjCmNnYmNnZmNhZ2VjaApjIGhoZmhlZWhnY2JnIGNoZmNiaGUgICBmYmYKYWVmIGVoZWVmYwphaCBlZmVoZSBmZmVmZ2ZjaGZmIGMgY2RmaGViZ2MKCiBnZQogZWFkYwpoCmNkY2FoZGNhY2JmY2hkIGFnaGZnCmIKZGRmYWZnZWdiIGZhIAplYmUgIGYKZWZjZ2cKIGZoY2MKZwpoZGMKYmZhZ2JmCgogY2YKZ2dnZGhlaGdnYwoKZWVoZWdhZmVoZWNoYWIKaGRlYWNnYWggIGVkaGFkaGVjZWVoCmggCmJhY2VlIGYKZSBhaGZmCmNhYWUgaGIgZGFnZwoKaGdoZ2RlaGJlYWcKZWhlY2NoIGhmIGNnCiBhYmRlYmJhZmdiZ2hhYmJkCmJjZWhjYwpjZ2NiCmRhIGJnYmVhCgpiZwpjYWdiZgpoaGZmYWNlYwogZSAgCmRlYiBkZWUgY2RmaGdjY2FmYgphYmIgCmhkZ2hoZmIgYSBnYWNnZGJiaGRjCmdmZGVmCmZnZ2NmZWdmIGEKCmRjZ2JiYWFjZGRhaGhmYWdoZQpnZmhoYmRjY2JmZ2hjIGViZWNlZGFoYWZmZmFhaGhjYmZlaGRjYWRhCmRiCmdmZWNoZmViaGNkY2RhCmdlYWhhaGdjYWEgIApmYmJkaGJoYWRhaGdhYWVnaGVhYWRjIGdkIGRiZmJiIGMKYmQKYWggZmhnCmcgY2FlaGQgYmNlaGJlZ2ZjYyBiaGRiZwpkZWFoZGFkZWZiYmdmZyBhZWMKYWhjYWFnZWJnIGNmYmVjY2VoZmVhYiAgYWFiYWNmZ2UKYWQgZ2NmZGZmYWMKCmNiZSAKY2NoZ2diZmZoZGgKZ2NoYWMgaGgKYWJjZ2FkYWEKZGhmZ2hkZGVkZSAgZmRmZmRhCmhnZmNjZGhnYWJjZ2JlZGZoaCAKYmRnYWIgCgoKY2dhZmEKZSBnIGggZ2gKIGEgY2dmCmEgZGVlYmFiZgoKZ2VhZWRiYWJlZgoKIGRoIGJiZGYgZ2dhZ2djIGQKZmdmYiBmZGJkZWVlCmJjYmdjZGIKCiBnZ2RnaCAKZGVnZWIKZmNnYWNiZQogCgpjZ2RmCmJmYmFoYyBiZmRoZ2QKaGJhZGNiYmZjZgpiCmhmYyAKYmZiYmRkZmZjaGJkZyBoZ2FiCmZjYWhnZmJoZWFiaGZkZmdjZWhiCmJlZ2ZiIGdhZGdkZWJjZWIgaGdjIGdkYmhmY2JhY2ZhYWUgaGcgYmFkZGhhaCBiZQpoIGFhY2cgZwoKCmFkYWdnZ2dhY2ZjZWRnYmZkZ2dkZWNoZmVhYmNoYmJnYWdjZGFoZgpoY2hkYmYKYWFjZ2JlY2ZmZGNlICBiZWJiZ2ZlZmggCmhkCmNlYSBhZ2NkaGFhYWRnZCAKZGVhIGRhZ2ZhIGVoaGJiZgogZQoKZ2dlYwpiaGFkIApnYiBlIGZnY2hmYmhhCgpkCmhhYWJiZmNmZmVlaGNiZWVhZWdjZGUKaGMKYwphZiBiYWhhCmhhYQpnYmcgCmgKCmQgYmIKYmFiaGUgIGJlYmdlZWhlZWFmIGhoZ2NkZWYKZGhiY2ZiZ2gKIGdjZGNoYyBoCmZhY2dlCmggIGQgZGNnIGVmZQpiZGVnZiBlaGJiYmZiYmUKY2EgZ2NmZWJnZmJlYmVmZ2diYmViY2FiIGdiaGdiZGdhCiBlYiBmZmJoZ2JjZGIKIGJiIGdnYmVlIGhnYWQgY2djZGYgYmNlYWhlaCAKIGVlY2VoaGcKYmMKZGhiaGRjZGNiaGUKaGNoYmUKZWZhICBiZGFmCgpoaCAKZQpmYWVjIGdlZ2ZjZWRhYWhjZWdlZwpoZiAgZgphYwpoYSBoaGZhZCBhaGJkY2MgZGdiZ2dkZWFkZApiIGZnCmVkYmYgCiBoYWUgYWNnYWhhZGRiY2hoaGhlIGJhCgpoCgoKCmRhaCBkYmZkYiBmYmNkZ2FhZ2FlZGdnY2JnZGRjZ2hjZ2FlaCBkZWJkZ2cgaGRkZgplYWQgY2ZiCmdmY2VjYSBjZ2JhIGhmYmhjZmFhCmZoZQpoZgogZ2NnZyBoYWRoZWIgYiBoZGIKZmJiZmdjZmZhZWIgYmJhaCBoZGhlY2dlCmgKYiBkZWIKZWJnZWdiY2ZnYmZkZmJoZmJoZmFoYQpkZWVlaCAgZiAgYiAKaGdkCmdnYmNiaGZhZWZnCgpiY2FoY2VhCmIKYWJiZWVlZ2RhZ2hlY2YgIApnaApoYWNmaGYKYmJoZWZmYmdnaGVjYyBoZmVjY2dhZ2ZlZApjZwogaGJlZ2FkZGdkaAogYWIgZWJmZgpmY2FhZGhhZWggZGFkZmZkZmhhYWJkYmViZGJiCmZmZWdjZWViZ2NkaGFlaGRhIGRnCmJlaGFlYWhjYmJkZmZkCmhhYQpmIGdmZmVkCmVoY2EKCmRkYQplYmRkZGcKZGVjZGNiCgoKCmhkaGVlYgpjCmggYmYKaCBhZWEgYwpjZWdlaAoKZmNkaCAgZGIKYWhjZSBhZGVjZWdlYmZlYgpkYQpkZWdoZWJoZ2hjZ2ggYWcKCmFkIGVmIGNmZwoKY2dkCgoKYWVkZ2hoIGNoaGhoCmRkZmRjYmJoaCBhY2FoCmNiYWJnaGNiYWZnICBmZGNoIGggZmEKZmFoYWRkIGVlZWRkaGIKaGhkZmdlZGZnYWZiY2RmZWRmZGViIGhlYiAgZWFjYmJoZWMgZGZmY2FnZ2dhYmUgZ2JiYWZlIGhjY2YgZWViZ2cgYWhoZWhiZSBiZGdiYgpkIApnIGRoICBmZGNhYWIKZ2dhaGYgZGZoZWRkaGhlYmViCgogZWdhaGFjYWRnIApjZGZkYiBnY2RoaApjaGNmaGJoZWJoZmYKZGIgZWZlIGFmZmZjZGcgZ2YKZWdnZApjYWZhYmRnIApoYmdkZmRnYgphZ2ZkZmNnZmVlaGZjZGFoZmRiaGZlYmVjCmYgaGNoZGdoZQoKYQpkYmdjIGEKZmVhYSBmZ2IgZGMKZmVkCmdjYwpoZQpnaGZlZmZhZWdoCiBkZWJiYgpiCmcKYmZjaGdhaApmZgplYiAgZAoKYmhjYmZlYwpkYWdiY2hiZGhiZWFiCiBkCgpkCmcgCmhlYmRjIGgKZgpoYWNnZWNhZ2FnY2YKaGhoZ2RmZmhnYmEgYWQgaGNmZmdiZmVnYmJiYmIgY2JkaGdmZ2QKZmRkYmVlYWcKZ2QKZmMKCmNhZGhkYWFmZWhoaGJoIGJmYwogYQpiYQpmYmJoYSBkCmhhZGdmYmFiZGhmZWRmCmgKZGRkY2RiCmdoYWUKaGRhZGEgZ2NjZ2VjZiBiZmVkZiBmY2djaGRmYWMgIGVlY2JoYmIgY2VmZWFoZGhkaGMgY2VmZGdhYWVmZ2RmYgphaApmIApiZmhoZyBiCmUKaGRnZWFiZmZnZiBlZGJlY2VjYmRiY2YKYmMgCmUKZWdiZ2VnaGdkYmNkCmZkIGRlZ2NoZmdnCmNlZmIgZmNnYgoKCmdiICBlY2EgaCBkYWhoYmZmY2RoIGFlY2hiZ2YKZiBjIGVkZGNjY2VnaGhkY2cgYWNjZgpkYWVkZwoKCmFjaGVjYmhmY2IgZGhkZmhoYgpjZWJjYmJiZWdoZGRoZ2hiZ2hlZmRoYWNhZWYKCmJoIGdkaGIgIApoZGZnZ2RjZmYKZGRoIGJmIGcgZWMgZWZlZgoKZmRhZ2NnCmVjYWZmY2NmZ2RmZ2RkCmVoYyBkZ2JjCiBlZ2FiZQpmY2dkYWhmYyBmZ2FjZWVoYmFjCmJiYWFmCmdoIGUgCmZnZ2FlYmNkZyBmYWRjCmJkZWMgZWdlYWgAAQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyAhIiMkJSYnKCkqKywtLi8wMTIzNDU2Nzg5Ojs8PT4/QEFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaW1xdXl9gYWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoOEhYaHiImKi4yNjo+QkZKTlJWWl5iZmpucnZ6foKGio6SlpqeoqaqrrK2ur7CxsrO0tba3uLm6u7y9vr/AwcLDxMXGx8jJysvMzc7P0NHS09TV1tfY2drb3N3e3+Dh4uPk5ebn6Onq6+zt7u/w8fLz9PX29/j5+vv8/f7/AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJTVFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaanqKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7/P3+/wABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj9AQUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVpbXF1eX2BhYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gIGCg4SFhoeIiYqLjI2Oj5CRkpOUlZaXmJmam5ydnp+goaKjpKWmp6ipqqusra6vsLGys7S1tre4ubq7vL2+v8DBwsPExcbHyMnKy8zNzs/Q0dLT1NXW19jZ2tvc3d7f4OHi4+Tl5ufo6err7O3u7/Dx8vP09fb3+Pn6+/z9/v8="},
	{"raw1", "7dYD3225FQfgGqntNrXtTm3bDnaS4R3cYW3btm3btm3b7rPej9G+996Z3zlnZydr/bWyd235kMP3bfvneuieIw/KY89Reb/DDzz4sLzniO3QvNfjA8oxR+e+Z+6z82138S4au9rYdcpubuwG4//QmEjbyGX10upYfeaaeulza7PVltJqrZTeW9tGz715UMb0rY4tpZJG3ca2RlurlXhS8hwzlVVa6rWvkUfeVk1jK7P2kdNoY8vxjs0379SUZ+mer+mcNXpLbdY2RytKWKnltcba4nGduTmpcl/Oo45U1L15NpoDc9Sx5TG24eU1Rm65da/WqYs8t5S3Yndb9qbbFu221XOZS8Wa7kP926x5lJy26pQBmTZnygMKaSZvpTp0MuzYRppz9qW0OEGJ2yxRQ1u6Wn0rbSorb30Vq5oFaeVUi0+xM8jHSJre8qq5F+ekNdfs8IJWip3ayiBsKii1b7UqsE7b15524AuwWvCV6/RSSnXaMeqD2nBS03XOybu5OzYAQV4ZNdkkq3JaWDPWVNtrjQ7n6NtIQ1djm5SRUkdJLaX1XiwH2GbRWpUq6pirZWi1zcMynGqNn7eAuBcqsBYmY6sL8n6hoFV26FbZ0MuqEPILKGxNbS1PWqueZYD3YFfdCf/Ftjlar0prLStYy7AmX1XXSn25aLvQFgWFZkiUXhVQas6lIADNqfSswR4opdSwnaA9QccDK00khvTAhMVe9EElq/ethy68ppEVJXR1W1M30Aa93decbEkMBcszrzwXAtFIskFDLSEgMGzdR1in3FcGxMhz0kHLDDHRMlho2zZcEzEgyXhiLPjUGi9hrRJ2nNYHaVZt5zrU1NOqgKw07kHiG7UF2EpvmFOWQm0B98FSpfIeY4dZA9satqRFWFdLgxErWoC3o1gxIRXwyMxkTRwzEzBYNaCLNggCml3FO+wDaaGnaITwxQrm4OE99ICzwbWSOLEMHa6e2laYE8CFJAgiaA6fsOdGfN7OImiKiRQCyol1OQt1GgrVJm/uADB4D1AAt51y2SaVoQPLrPHidKI3kMCgOwmjlhmeFmp0EO8NGqjUFGz63kC9EvkQE5tHOM4IIRII2wDS2RU6jbtYSWf2lE68BFYqmXUJxVn0gWtFCz4sKwLPyg2KOtlwbWi+iJpsLaspiCiiHi7DMkMC1FkbcHLthaZCjZv6NtyFWfiTOghHjo3INsJfJeLVIWXHzBljwRdmk4pkEI4cuWSUPsHVOxr9keEQBhnQaMCy7gXlM/GkayKu09QQDr5asGmU5sgv2T5MKRbkU9iiqkL3oawksJUXAMfyCM6aCRAssMQtv8YvqPOjhAzw1Wp/kR3pzdyKsV38C4LDQfjRcgQeY8AWYvbRIBQDlMIipGLlJDDbWp3wLASGauTihp8ZT5AuznRFqDQqmiOLAGMUREzjUqzzldp3Oi8RFiOk2PEuY5MZxWjKDW0LNKpG5+azWiIGxo50kziwtJsELeQscbzvIC0F6QF+YKB1TLJ9+JBFqBvLuBn2J0ytaTHLx/hdMsfAiAiBrYGDIzYL51IvYnyUJvYOGoloh++YjpEmvheICczCB/4vbsVUzCljk9pCIiS6yQaps0SKYBSFpKEVkwWZ/jOLYzfajDyKyBCEDGFDsm/wD3xEOanBl6Q9408zIHpyIjwxKUrssOI42+qMP0KnRg9LO5MsA2YV0xe7aBk9fuXUHOOKZMGcNrrn1IGlyALiFV2QMwzFbASIlXE/8X5MO+REhMEwbkGGUDMojZjCNuToOeKM2hSz0iuh2wgOAETGuEzE7UOp1IBWNNHiztxkaxM8MlrjcT/yxFaKwv5O5IQspR6j8QOQidrUChvhUJvhAE6IP7nZxkw0UFhXmJmiPsfIo0+JYE7L0lCPqwIbxI1OejoUkxILHqrn2kUCskbldEp3gh6yUYdwihUZThARiNh1vZN/2aUxRrO/LmMukDHiFRPXD43HRFK8C2dsaB5yTiSnQiUDq8ToMrfEmlwCnxnUohMoRsq7MdlU7ogQeoV7jkCRNmRjr5C/+EMmQ7oOUklzEyDqiOpCZaAm8tB6o0XUNtzpweu2FhMyIaY+m5C7BkJZMbAhxu8OVLg6OtDhEzAa+FStb6tcEuRYUpRiOMtSycrOEbRxNQvVY0PoxIDmk7glmrESBzWgNtDiJibzQqeSOu5DsX9coo517OMc93jHP8EJT3TidJKTnuzkpzjlqU59mtOe7vRnOOOZznyWs57t7OfI5zzXuc9z3vOd/wIXvNCFL3LRi138Epe81KUvc9nLXf4KV7zSPle+ylWvdvVrXPNa177Oda93/Rvc8EY3vslNb3bzW9zyVre+zW1vd/s73PFOd77LXe92dzPb2Jtr3/32P+DAg/YcfMihh+09/Igjjzr6mHvc8173vs9973f/BzzwQQ9+yEMf9vBHPPJRj37MYx/3+Cc88UlPfspTn/b0ZzzzWc9+znOf9/wXvPBFL37JS1/28le88lWvfs1rX/f6N7zxTW9+y1vf9vZ3vPNd737Pe9/3/g988EMf/shHP/bxT3zyU5/+zGc/9/kvfPFLX/7KV7/29W9881vf/s53v/f9H/zwRz/+yU9/9vNf/PJXv/7Nb3/3+z/88U9//stf//b3f/zzX//+z27//9/8/xc="},
	{"raw6", "7ZaJ/6/FFMdRyCFrsnMQKmtCpSxZK1taZGfOzJyZ2/ar271tqBBlJ5V9yxYVUXZFWdrs2XciZMkahXh/nj+D37339brf7/eZZ+acz3Zm3ex+4Po1dR+PtSuH7O+5cqjvvX6/Aw7ylYP7Wl/H433L4Yd5WxnbL99WF68uXl28unh18eri/6HF1tPLbKVGzjY8rJU2eh01qtmstZTWau3ZvFUelBx8i+xmxTJ69pl1zlr0pPjIYWWWai3aTE/vMyx7GdHSLWt21zts3nknzEdpPJ+Dc2a2anVEHVkLJUyrPmfOrscxvHJSULt7Rlrp2rz3rBzoqqN7Zk9enplevTZejUEXPrp5L+zOlq3SbVW7dTYvY1IxTbek/j7CswBJcEqCTB3DPEHBhvGWRdJJsmNNG2O0SWk6gRL7KKqhTrqarZc6KMt7m4VVlQU23aLwSTsDeabRdPcZ3grn2BxzNPACLdNOdToQVioo0XoEBcZg+2i2wCewqvjyGLxkFoMdVR+oJSdVunY33vXGsQIE8kqGsYlT5WBhOKxRbYtQhyNbT0u6yj5QhlmDkiiltlZYDmCdRXMGqogcszpo1c7DkpzKGn7ugrgVVMBaMMkeE+T5BQXNstBNZUkvM0CIX4CCrVFb9YHWgmcO4E3sUrfBf2FbV+tBabU6BdMyWCNfqo5AfV66BMH+o0szSBS9UkAJ91IgAJqtNKfBJpTMKmwbaA+gwwPTBiRKesAEi63QByqZrfUmXfAajUyV0KibNdGBVvQ2vrqxJWIosDx8+pgQCI1IVjREkYCAoTc+dompTQ/5Ywx0UB1DDGhJLNR7h2tEDJDIeMCY+KQ1vARrgbB1WkukGbTtkdTUbAZABhrngeEb1/NA5aieKl11swW4J5YqgfcwtswqbEO2RItgHSwVIyHzAd6iWGKCVIBHzIysEcdwBAysNEAXNREEaDYqXtgHpAk9hUYQPrECc+BRBF0Fzgqu0UVgzyllWu3FtXyWolLUdZFPsGdHfLztRNAgJkwCcsO6OAvqaEiqNd5cAEi8B1AAznaUi22sJB2wjDW8ODiRNyABgy4JQy1DnibU0IHeSzQQqEls8r0C9TTkMwSAKxyHQggJyDYAGQK8Y0gpje0QImyjMf4n+XzEHNILfcB16ptYpgh4plxR1JANrpXmC1HjrMVqFIQoVA8ua4pEAcpZHXA8WkFTUmOnvg53Mgv+RB0IhxxLZRvCn0XxyiFlMbPDmPiCWaMiMgiOOHLC+JJmPIBG/pDhIAxkgIYGWNZ4gfIx8UDXQ3HN1CAc+MqCTqNoDvlZV1OpWCCfZIugCrqXsizVSgpgLVdwhiNAYAFLuMWv+gXq+JGEFPimcAsTYSCYUh3b6Z8IloPgh5YVeBgDbKueQQWBWQVKsSUQWTma4q2y2uCZEEiqIRc7/Aw9gXTijK4QKholmpVFAMMoUEzDJbGeGppz6bwoLFJSbPBOxhp6xGgaTMsS0rtBZ+cztSgGcpGuEQepQzQnwZnE4X0OoiWRLvCFAa3DpCv0iT4ANbEMN8n+CDMUhhDIW4oNlGjKZWUtkoMgXhtyLuqFmLGkiazcNR184VvTUWnC9wJiBGbBB1UDSXGoOcXYtFwkgkQ72UDqTCKFYCQKkQatpAaRKGUWaze0qTxSZBCErinD9YC5hn/AhyhHauCLpHlm8riiUieCJ0wSJa4hz3Fs2xWRXTpl9GBpzkSWgpmK0Rd2oWXo4Vec6hpXSBaYraN7nJpF0Uh2kqccabDciFkFSC7BpRTUtIMcRZhGoWnIkZBFt5yCbZAjzyGOUWualbwi3So4NMXJGC4Tun1QKmowAQLiscxNbM0EV0brHkAcNEWZioL9JXIkS1KvKEw16RE1U0s2gkPalANwgv54ZRtmIgMF63bdK/RZIw99kgjMabJU6uGqgA10oyM9XQpsJFbRJQ7iTBJoiifuH3gOWSvWVAfhpBUOTiBCILoyKqZOB2VGM3+rPisdcF3T9YM+NJGmJolpQ+YhzlFyNt0mKDw0uqpSjG7wNn0iI9M9tCvluTGxaehgmWFIVgSKPEdPucif+INMDMl1sOsaiweQJVFdUBlQI3JpvU6VzIBDX5rkeIqQBsGuqY9NkDsNSFka2CCG3znQJPHRqkSlIY5nKULqYhWXBHLMKIpiqhonE2VnBW1dpEpmU76UVVGO7obMbQYa1y3ul9xqXTcxMk86TV1gGS/sr0vUNa55rQ02vPZ1rrvR9ez6N9j4hje68U1uerNNbr7pLW55q1vf5ra3u/0d/I53uvNmd7nr3TbfYsu73+Oe97r3fba679b3u/8Dttl2uwduv8ODHvyQh+74sIc/4pGPevROO+/ymMc+7vFP2PWJu+2+x55P2uvJT3nq057+jGc+69nMbMbemGv23mff/fZfOeDAtQetW3/wIYcedvhznvu8I4486vkveOHRL3rxMce+5KUve/krXvmqV7/muNcef8KJr3v9G974pje/5a1ve/s7Tnrnu979nvee/L73n3LqaR/44Okf+vAZZ37kox/7+Cc++alPn3X2Zz57zrmf+/wXvnje+RdceNGXvvyVr37t69+4+Jvf+vZ3vvu97//ghz/68U9++rOfX/KLX176q1//5rLf/u73f7j8j3/681/++rcr/v6PK6/657/+ffV/Vvv//+7/vw=="},
	{"raw9", "7ZaJ/6/FFMdRyCFrsnMQKmtCpSxZK1taZGfOzJyZ2/ar271tqBBlJ5V9yxYVUXZFWdrs2XciZMkahXh/nj+D37339brf7/eZZ+acz3Zm3ex+4Po1dR+PtSuH7O+5cqjvvX6/Aw7ylYP7Wl/H433L4Yd5WxnbL99WF68uXl28unh18eri/6HF1tPLbKVGzjY8rJU2eh01qtmstZTWau3ZvFUelBx8i+xmxTJ69pl1zlr0pPjIYWWWai3aTE/vMyx7GdHSLWt21zts3nknzEdpPJ+Dc2a2anVEHVkLJUyrPmfOrscxvHJSULt7Rlrp2rz3rBzoqqN7Zk9enplevTZejUEXPrp5L+zOlq3SbVW7dTYvY1IxTbek/j7CswBJcEqCTB3DPEHBhvGWRdJJsmNNG2O0SWk6gRL7KKqhTrqarZc6KMt7m4VVlQU23aLwSTsDeabRdPcZ3grn2BxzNPACLdNOdToQVioo0XoEBcZg+2i2wCewqvjyGLxkFoMdVR+oJSdVunY33vXGsQIE8kqGsYlT5WBhOKxRbYtQhyNbT0u6yj5QhlmDkiiltlZYDmCdRXMGqogcszpo1c7DkpzKGn7ugrgVVMBaMMkeE+T5BQXNstBNZUkvM0CIX4CCrVFb9YHWgmcO4E3sUrfBf2FbV+tBabU6BdMyWCNfqo5AfV66BMH+o0szSBS9UkAJ91IgAJqtNKfBJpTMKmwbaA+gwwPTBiRKesAEi63QByqZrfUmXfAajUyV0KibNdGBVvQ2vrqxJWIosDx8+pgQCI1IVjREkYCAoTc+dompTQ/5Ywx0UB1DDGhJLNR7h2tEDJDIeMCY+KQ1vARrgbB1WkukGbTtkdTUbAZABhrngeEb1/NA5aieKl11swW4J5YqgfcwtswqbEO2RItgHSwVIyHzAd6iWGKCVIBHzIysEcdwBAysNEAXNREEaDYqXtgHpAk9hUYQPrECc+BRBF0Fzgqu0UVgzyllWu3FtXyWolLUdZFPsGdHfLztRNAgJkwCcsO6OAvqaEiqNd5cAEi8B1AAznaUi22sJB2wjDW8ODiRNyABgy4JQy1DnibU0IHeSzQQqEls8r0C9TTkMwSAKxyHQggJyDYAGQK8Y0gpje0QImyjMf4n+XzEHNILfcB16ptYpgh4plxR1JANrpXmC1HjrMVqFIQoVA8ua4pEAcpZHXA8WkFTUmOnvg53Mgv+RB0IhxxLZRvCn0XxyiFlMbPDmPiCWaMiMgiOOHLC+JJmPIBG/pDhIAxkgIYGWNZ4gfIx8UDXQ3HN1CAc+MqCTqNoDvlZV1OpWCCfZIugCrqXsizVSgpgLVdwhiNAYAFLuMWv+gXq+JGEFPimcAsTYSCYUh3b6Z8IloPgh5YVeBgDbKueQQWBWQVKsSUQWTma4q2y2uCZEEiqIRc7/Aw9gXTijK4QKholmpVFAMMoUEzDJbGeGppz6bwoLFJSbPBOxhp6xGgaTMsS0rtBZ+cztSgGcpGuEQepQzQnwZnE4X0OoiWRLvCFAa3DpCv0iT4ANbEMN8n+CDMUhhDIW4oNlGjKZWUtkoMgXhtyLuqFmLGkiazcNR184VvTUWnC9wJiBGbBB1UDSXGoOcXYtFwkgkQ72UDqTCKFYCQKkQatpAaRKGUWaze0qTxSZBCErinD9YC5hn/AhyhHauCLpHlm8riiUieCJ0wSJa4hz3Fs2xWRXTpl9GBpzkSWgpmK0Rd2oWXo4Vec6hpXSBaYraN7nJpF0Uh2kqccabDciFkFSC7BpRTUtIMcRZhGoWnIkZBFt5yCbZAjzyGOUWualbwi3So4NMXJGC4Tun1QKmowAQLiscxNbM0EV0brHkAcNEWZioL9JXIkS1KvKEw16RE1U0s2gkPalANwgv54ZRtmIgMF63bdK/RZIw99kgjMabJU6uGqgA10oyM9XQpsJFbRJQ7iTBJoiifuH3gOWSvWVAfhpBUOTiBCILoyKqZOB2VGM3+rPisdcF3T9YM+NJGmJolpQ+YhzlFyNt0mKDw0uqpSjG7wNn0iI9M9tCvluTGxaehgmWFIVgSKPEdPucif+INMDMl1sOsaiweQJVFdUBlQI3JpvU6VzIBDX5rkeIqQBsGuqY9NkDsNSFka2CCG3znQJPHRqkSlIY5nKULqYhWXBHLMKIpiqhonE2VnBW1dpEpmU76UVVGO7obMbQYa1y3ul9xqXTcxMk86TV1gGS/sr0vUNa55rQ02vPZ1rrvR9ez6N9j4hje68U1uerNNbr7pLW55q1vf5ra3u/0d/I53uvNmd7nr3TbfYsu73+Oe97r3fba679b3u/8Dttl2uwduv8ODHvyQh+74sIc/4pGPevROO+/ymMc+7vFP2PWJu+2+x55P2uvJT3nq057+jGc+69nMbMbemGv23mff/fZfOeDAtQetW3/wIYcedvhznvu8I4486vkveOHRL3rxMce+5KUve/krXvmqV7/muNcef8KJr3v9G974pje/5a1ve/s7Tnrnu979nvee/L73n3LqaR/44Okf+vAZZ37kox/7+Cc++alPn3X2Zz57zrmf+/wXvnje+RdceNGXvvyVr37t69+4+Jvf+vZ3vvu97//ghz/68U9++rOfX/KLX176q1//5rLf/u73f7j8j3/681/++rcr/v6PK6/657/+ffV/Vvv//+7/vw=="},
	{"fixed", "K8lIVSgszUzOVkgqyi/PU0jLr1DIKs0tKFbIL0stUigBSuckVlUqpOSnW4N5o4pHFY8qHlU8qnhU8TBSzJWappCYkZKYnJSWkZKukMSVkpiSnpqcnpyUzMWVkZycmJiSkpycmpaikJIMlEhMSwfyktJSubgSudKSUtNSM9KSMzKSE0EyiQrpaelciRmJyVwpSSkZaQppCqkZSVxpqYnpSSlpClxpyWmpCiA9QMNTgXqSuBTSE1OA8hnpQHsy0lKSuZLTk5LT05ITgU7I4EpWyMhIy0gFSSelKyQDbUoCul1BIS0pjSsxFWR4ampaMtBCBZA7UhXS0lLTgJoz0tIUkhWSU4Bak9KBvlBIT+VSSE0Emg40MiUZ6NtkkHeTM1IUEtMzgC4GejolDej+1PQkhbREYJAkAW1JA4ZMcno6l0IaMBS40rmAuriS0oA+SQOamJzGlZ6enpIBdBrIBqATU9MTQW5IzgD6KiMlNTE5HegshdSUjESgqmSgAq4MBa6kRCALZDIwyNPSuICeTlXISFJISQTaw5WRnpGeAgwvYGhxgUxKzlAABmEy0AWJSSmpSUlAByalA41PSuECBx8osJJB8aWQlA7UxMWVlA40EeQ+YKilAW1KBvpaQYELqFchBWgtKECAkZeYlsQFNEQB6Mp0oMIkBWCsAV2bkpQE8mF6WkpqGlca0FdpqenAlMHFlQKMkqTExOSUlESgcmCApQIVZWQkAVNFUlp6RrICMLSSU4GSiWlAW4FqgMKpoCBOSQSmAqBaYJikpSZlAEMeKAJMQRmJ4OgGuiwN6JeMJGAIAUWAQQE0GpjakhXSgWktCSinAAzwFFDsAt3NBYz/RKCxCiCvJwGdlpysAHQw0MvAsAYmX6Crk5KAqU8hMRWUIIDmp6eC0gwwiQLTK9ABiUkKComJwAgARjNXYooC0IMpoFDi4koGxjYXMLTTgUEHzAMZXOnASAQlPWAwAWMxJRHoD2AqyUhJSU0BpQugNqBHMkBOSAG6G6gmKRUYtKDoTQFyFbiARgITQyIwltMVMhTSM4ARCIxGYJIFRUNSIigBAYMhNQXITAUlppQMhSRQ/khPB6aDZAVghkgHRksaMAulpqYC4xqYiIEBCUzG6cAYA8Un0GvAvASMtSRgwgbZlpIGTJpJQG8rJKUB3ZTClZEEDMgkYBoHSnAB840CSD4JmMqBqR7oSgWQu4FGAMM9DZilEpOAeQ+YsUGZFRS2SaBsCUyLwLBOAioFxUgSKPMBAw+cYoHFBLBUAMYjMDMDkzUwcaQrABMwMFiBHgD6IjkNmCCAoZkCdDE49oGBlAGMnkSgR4AJH1isAGMOGB6JoKBLBgZnMjBck1JBEZialgFKmVzJqYkKIOUZiYkgp4B8nQjKJ8DsmQpMfEDdCsAiKB1YTHCBEpACFzDrAnMWMOqAHgKlWi6gTnAApAHzHjCggAEONA7oXGC24UpMA/oAqAyoBqgxHWgjUAcwEoAZFFzCAN2SDsrTwEINmA5A+tKAaSAJmJpAsQnkJwODOoMLmHzSQQGgACoc00GFEDAJgLINMCCTQAGeCsyQoJQGNA6YEIGxDUxjQBpY8imkJ2Wkg9IL0B/AuE4D8UCxDHQEMJ6BzgVFUQow2QBzLSjNJwKLGgWgWmBWAzoImChA7gHmshRQkQgKUKBdqcDAUUhKSQSmKVBqTAW6LxUYd6DMAsyfwNQBTDjAciwNVLYBE35GIqh4BVqSCM7MCsAYA8UXMGa5gC4ClkHAOAJamQGMcXBpBpQARiMQAMtwYAgDgwwYaMA0AFSWAtQAdD4wE6cD03U6qLgG1hrAwgHIBSpIBXoUmOaAyY8rFeSpNFCxACyfQNkiCegKoO9BKYsrDeSVNFAAg5SDCs4kBWACBAYLMCyBcQvMryARYNQBBYElJCjwuUCFWxIXKMKAIZgGSnVA40AIFMGgHASMH6CXQQUeMGMAwzYZJAeMCmCBmQwKlEQucIEIVJmeAirekoGquYDxDCwE0oCuAZaLqcD4SQfJACMdWJwBfQVMqMA0CiyaQWURMGCAVQGomAbGJbBYTwNVmhlgnyeCCos0UFJMAcY7sIzlAqZHYEYDVUxgJcDSOwUYnalANtAtoGIgDZx0uYDFQRrIElA9CQxnYIkD1A+0COglUKSDAh8UBkCvA2NSAVToA4s+YIBygWIZGDdpQPOBCTMJVBgCIxCoC1RsAFMiF6hcBpW1wCQHjCCgtnRQzgWmXmDEpINLE1BWTgXVDgrg+AbVjqDSBMhPBIYYsMBMBOaDZFCFBCoOQfUUsNrkSgMnEWASTQWWDcBSJwNYpAALRmBRCEwaQK+kgSoiUJQC62KQacC0CSqPQEUGsCBUANUywOYBsF4D5h9g+ACLcmBSA4YvMEkD5bhAeRxUVIJsBIYnMCaBRYkCqJIHWgc0NhVURKaC0imw6gFmaaCdwGQJCmagi4HpC5hdgF4GRg9QFJhTFUDVFTDJAoOZKxWY7oE5NS0RVDQCy05geQq0kgsYyynAYhZUgKSBCy5QKQiq7YCRAyrCQFUhF6iSA5aQiaBWTiIw2wCTI1AeGHHAqpYLVFcCtYDSLajgANXiwDIG2JgAtT6ATgWmBi5QgABDPAlcbwKzNbAGB5XRoHYAsDhIARVlIEcBYx9c5ICSJbDUSwQVpqCaHpiogbUWKBsB4xDoTVAOAOYEEFBIBhoDrBOBFQow66aC2hUgNqjKA6ZPYIkArKeBZSko9QCbCsBsAGrRAUtPBVAKTAGWWImgRhww4rhASSAFVDwB2x/APAdM1qBiDeQOYOEEUqEADCdgiAALRAVQGZWUAbIdGMrAqhkIk0FsUOkAzHUpoOYH0B+gGikDVJNwgQwE1ofAnAMqOVNArQmgw5NAVVcyqBQD+gaYt4H+BCYjLlA7NBVUygNbTEBDk0AWgzJDOihZAQsUUJ4D+ikNnPyBxR8wMoEZEtgcTAU1Y4F5AJgsgUV1IjCVAYMamMhBaT05A+RkYAUHTF+gmhyYp4CFNDAEU0G1PjCbAJM70AOglAWqsIEhBszvQAu5QEk8PSUZlKhAlTgwzwIdAUpdQFXARgKwHOMCOgromGSQx4FlIig7gwraZHBSBZbZQOeDUlYyMOWA2obAehtYoQGbW8D2JbBVqwBqiQHLPFA6TQM1YIHVC9B8UCOKgZGJmYWVjZ2Dk4ubh5ePX0BQSFhEVExcQlJKWkZWTl5BUUlZRVVNXUNTS1tHV0/fwNDI2MTUzNzC0sraxtbO3sHRydnF1c3dw9PL28fXzz8gMCg4JDQsPCIyKjomNi4+AVhnA6u99IzMrOyc3Lz8gsKi4pLSsvKKyqrqmtq6+obGpuaW1rb2js6u7p7evv4JEydNnjJ12vQZM2fNnjN33vwFCxctXrJ02fIVK1etXrN23foNGzdt3rJ12/YdO3ft3rN33/4DBw8dPnL02PETJ0+dPnP23PkLFy9dvnL12vUbN2/dvnP33v0HDx89fvL02fMXL1+9fvP23fsPHz99/vL12/cfP3/9/vP33/9R/49s/wMA"},
	{"huffman", "BcEDAATnEQbQGlPb7ZektnU1UtvueI7/3d7uqTbSoE2T2rZt27ZtG+/15VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI/TlWA1jnUK6tl0g2g6TYb5co228Q1+OGR/2sJYj9OVYDWOdQrq2XSDaDpNhvlyjbbxDX44ZH/awliP05VgNY51CurZdINoOk2G+XKNtvENfjhkf9rCWI5AHuIxVoiwhZGzpmipKVKrMZqoeBlNL50hVl3AiphAPr9AqZedIRkYSFyuZWAUCXkLhnGIBCg2HeLiKeikLIdkovFKZK0xJUzRDOV2LFFVR7pUqCa1QKQcQEsQe8HIPJS54eDkiPDK0IqBQi3JJJUI6wdmUitSUy5RVQsvAWZEkZBYc6SkIBrk4EOShmYQoVUoqU5LglCCCBmWmlVemErmXJ4eXa7FQmbMmF+BWbOXqXlQgYXVHkIMrgpTZUQLjTKLKSvMS5yQvVy1UQJPAYi7CkZLFIkaiXqqkqULGkBRnIklSTgmqimB1JThA5gJzh1pUqnIIsQioLKtCwEjWNJEypQzzoMjU8AwwkWmKMKsZVwVnOWVUialKZClcXN24OCKYq1TCy5SNyYQyXCtcSk2NKZ2LK5UZoBCxkmLjSmbPcmZTpMEkRKAkRlyISkooexlEvcQzVCFlkmTOZWweIhkJdiUuZU6XhIa4qlc4C8AsrJFObEgNi2AlUnGQamVKRFlRarGiilg02ZjJKrLM3BwIizCmylC1ShZNcYsqkFiygIg0OZgciUIWgaEZxDB3YQmidHYTFg8iWEHEApmcqTCKDEGYmLuTqKSaECHTskDm6UKhySpOINK0IAnhUkhYpVEJm4qEBglVKEhCxCxCSyxRyUKhXBlSzlJhkeolJJ4hSLY0F3VBpSJNKlRYg9lRCWGz4oI4FZg1kUTExpmZrKFuKWGZ5lrhLFoiyanGFVRaJkHMmuIaYeqAuEiGR4HKSJ3BqVbMbGkgc4ZxBsOrRILgRJmuJMUGSoEjUiukmMiomEVCI9xLxZ091ZxKSYkDwsVUzJSSoCIyiJCwlAPiku7lzoGqVPMgK9GQLEKqaSmKgjWdCjCYJjycxDwDXiISIk7KSA2XDHHxyBRxURakVIolE1wQIZWiJgQRZIo7KtmgqRYQdS4vENzVq5JEyUrK1FTKqbTEyYMBMQ6iKpBTsCvSM9SNudTTkyqAIFYqRlWwgUtMFZaSac5mJIgkNwkQih2sycVmolVVDmGiIiIyLpiECULUkjnZLVMlzTRLk71gLpaJMgtyNmgIZagrQ1MYFVIazBTlVEFIzUSxlQsEZUIhEqkR7AIRLpSVazoVCcyFXNJTNFLCQiqkgovJ3L2AAARUaZQpKhXskUSiXOpMQizi7mmc5RoAZVGxRgWJlEdIZrkqKlw1OcONNAklnmyWVgQWuERQKLMVe8HYIiyKWUxcTIQiPNVdUq3YyxiWJF7sXCpiEUbFTIGMcCMvZSIzJhczSzJXUyEiKit3IaWCBBXYGUrq6UUUagWYEJc62Fw9XcKFjMk8y6WyNAucRGzwgEYSaRoRsVtWQauqyCxMRarAykUqLFkqHAmEaaEQTMHFZnB3sxKqski3SA5RC7cwF5QL4Kwi5QqLUM5MFkeKcDhKNeAumeAqL3GIpQgZKGEFhCmzUCZXwKLcrMrFhQieXKxsCVILE6RaFWlplJRLRZAJPBwcEWqJDPJMI+VgsQSVpIWlEGdYaIZ7hRpXmFS4uFKgtCzLiZhMUsEUzoxIgSmFG6UqlVNWeAR7FsFcREgoSUIruSiCXAAjklIJVzJO0RIrcRaCERklqFxMURRUrOnKyalBVZUWUSkMNpRGpISniIhAxSojjcJM3DkpjUKJlK2MObyqpCChBCZhCpFiGBVbhrBYhVtQkZmpCWWxUxkbI1XTNSDhFghNLQtWwF2lRKAezmVlpVAPS2aPtBDiogBJVCWEnMrSWSIy4CaurmKiQaIgJ09Jz0oTNQqDeWpFJqmHIDSFiFIAV0bBuEoi1ArsWpJBAYWbqapnlWmCVYOM3ZKIWMtVKlRgZVElpC4qIp5lVlmS5WHFyh5EUkgrAagsMk0jyKwggYQrPDyIwjg1yZUjVCMt0oy8FJaiBE8Wp9A0rlBEsrqXsJIIc1AWHBSZ7KKWCDYlMVd4OtcpTnmqU5/mtKc7/RnOSGc681nOerazn+Oc5zr3ec57vvNf4IIXuvBFLnoxHHHkURe/xCUvdenLXPZyl7/CFa905atc9WpXv8Y1r3Xt61x3dL3r3+CGN7rxTW56s5sffYtb3urWt7nt7W5/hzve6c53uevd7n6Pe97r3ve57/3u/4AHsqh5ZI0n09l80Zarbt0Pm+1uf3jQgx/y0Ic9/BGPfNSjH/PYxz3+CU885knHHnf8CU9+yolPPenkpz39Gc981rOf89znPf8FL3zRi1/y0pe9/BWvfNWrX/Pa173+DW9805vf8ta3vf0d73zXu9/z3ve9/wMf/NCHP/LRj338E5/81Kc/89nPff4LX/zSl7/y1a99/Rvf/Na3v/Pd733/Bz/80Y9/8tOf/fwXv/zVr3/z29/9/g9//NOf//LXv/39H//817//89//neKUpzr1aU57utOf4Yx0pjOf5axnO/s5znmuc5/nvOc7/wUueKELX+SiF8MRRx518Utc8lKXvsxlL3f5K1zxSle+ylWvdvVrXPNa177OdUfXu/4NbnijG9/kpje7+dG3uOWtbn2b297u9ne4453ufJe73u3u97jnve59n/ve7/4PeCCLmkfWeDKdzRdtuerW/bDZ7vaHBz34IQ992MMf8chHPfoxj33c45/wxGOedOxxx5/w5Kec+NSTTn7a05/xzGc9+znPfd7zX/DCF734JS992ctf8cpXvfo1r33d69/wxje9+S1vfdvb3/HOd737Pe993/s/8MEPffgjH/3Yxz/xyU99+jOf/dznv/DFL335K1/92te/8c1vffs73/3e93/wwx/9+Cc//dnPf/HLX/36N7/93e//8Mc//fkvf/3b3//xz3/9+z///d8pTnmqU5/mtKc7/RnOSGc681nOerazn+Oc5zr3ec57vvNf4IIXuvBFLnoxHHHkURe/xCUvdenLXPZyl7/CFa905atc9WpXv8Y1r3Xt61x3dL3r3+CGN7rxTW56s5sffYtb3urWt7nt7W5/hzve6c53uevd7n6Pe97r3ve57/3u/4AHsqh5ZI0n09l80Zarbt0Pm+1uf3jQgx/y0Ic9/BGPfNSjH/PYxz3+CU885knHHnf8CU9+yolPPenkpz39Gc981rOf89znPf8FL3zRi1/y0pe9/BWvfNWrX/Pa173+DW9805vf8ta3vf0d73zXu9/z3ve9/wMf/NCHP/LRj338E5/81Kc/89nPff4LX/zSl7/y1a99/Rvf/Na3v/Pd733/Bz/80Y9/8tOf/fwXv/zVr3/z29/9/g9//NOf//LXv/39H//817//89///R8="},
	{"parts", "KslIVSgszUzOVkgqyi/PU0jLr1DIKs0tKFbIL0stUigBSuckVlUqpOSnW4N5o4pHFY8qHnKKAQAAAP//7JS5gcUwCERzqqA1BgT0X8E+nG8HP7MtBHPhX/Gv+Ff8f7G99tiKVG+NyypqXk4qzTYzoirzdXklB9HDm/qZhbVev+3czbiT8Omx2Egr1ba3v5X1i1G1W2c/vzs0f9yR+URxvsOc7UrLUU5nAGEtfbf33bHGk0kCu3urLd41f6+TgX44nne/5vJ2e3oWVzWw8HnmL+hOy0rY5tHNLY9ZEEO6Gvxv5B1IIqY0yuSMeaOCjXHL1DBpOmbbzNQC7SYA8U0chlxYbb3IAZa/2qAqKbB1U/B0nZG82yD9fOUVzLGdnUIv1LLrlOtImCAI1ZMAqKG9yj75Tqw8v1zDJTMNHQ8fqjWTEtbuxl0vxp4gmBcto4mDciiU4xpoSzqG0/XaGlb9hmSYFZYoIquCcgR7FO2KVKhn01ErH4fRTKWGz+8kriAF1KJJPy3K84UEbXx2g6zhskIhviAFrUlb+pA1ceYIXucuuA3/g7Z+1AW0TAcwlNGa+IJaIn0e7wJB/3mXGSJKXgEQco/AAGy2KIdgnUpmiduG2oN07MDaYOJFD5lwsQIepGSrXl0uuAaRPQgFbmr0kPbsLV7daEkYApfH12cxEBuJ7NmguAAhwyse34Wp1nX7MUMO0lmIwZZmhd57eE2IEZIYD46dn1Bjl3BNBPumVRNNQdvVYCpbIaTIOAfG3vidi5STelD64aYFujcrFWL3WOxb1tNWt5ZkEa1F6TmiWz7E+xLLb4K/Aj6yzMSacIwTYGSFACyyCQRqFog/9xFpsScgQvD5reAcesRJl8iZ6Kp3Br7eS6blC7/yjTgoxzpuT/oPAAD//+2VA7uERw+Ga0xtt1Pbtm0bmcwkU9u2bdu2bdvm99U27+zfaM91zrl2351J8iDPSm69l2Ipt5Tcm6bSpebkJbdsrt14n1JNXYRjatZa19KaNNfaUtekSSwX4RhnuOg5dW7kUlKR0lvOpRXnGpcs9x73LNVe1Ir3lHmvXXNPJupUzLnmqp6btVRqc2PEQu9SWlLhuFHOqNnMnYdFpWQv3Ut1AUfJZvFOa0kMkTnUWu4OLKUXs2qT3nrmbFPgeyoa8/TKJAwMqE6vZsLoVSylzuHGfE2zM5C2KtK18Tp1y9mSKODBZjSRXqpqrjDhtUmtiYk8tVqMll1aBid01Vq089MgLwVlkCY9c6xygfFdxKVVdy1eYaRzjbFrA6jnXqulFqCspJgJbtQLU4BeDSksoFgQHMeldqgp3CsJLtHWAMQTpONhbwPymZX6KQSDQXOGoVz8hsC1ISN44QWRveKYovEZUiRYDFIklYRVOOlVnLKcTujcRY1pCgSjj8cniG78d3FrNanDTmnoVL3iC1RtxSyZCrMPkEs15gkrVnSvOAw/ujbG1cGRKvCeSuM1s5QS5we2tOwWTTBv2LkKECuNgBSiB/nBAdBRMrMPPVMi425URhujPsYEGhCzcIvnBSeiGTVAg+UQiGswgSrNEIaXCks8QEZMNNCb7kbLwnuBsaRsCVeLmEMtu5B7NiYeWASLtoo3sWA1b/xJWAMohk45JM1NohreBK2Ku0tpLAQFsb3Cf/Dj+BLT8wnugbjY8RyY6AifKClYGXKjHWVBxn6ET1UqK01PbBk0MzH+Yl2AjDw8ZVOzGM056JgS37OphkqRBZjXaJlQuZp6BAgn6Va5TyNFHDYOgoggyETLDPwmwtpgRz5HOFeEaRjJWvg2ggMCImMSgpuy3yQIzSEExlkB1GGtBYeykAAHZHxCKYZC/UHkhC1JPRaNfYBkTG3WY43QEJixAWxC/GSljBvYjNUlzDzFa0Vj/EkiGFkCLbhHcS/hF3tGLIQDK4kFHz2ES2GBGvHk+BTfSY1YizkIpziR4QlGCMQcGVV6dIdlwaOVrOR1pANbx3amAJ7hgOEzq0tBByyjozyDkgysCuiKRoqBht0GJzYCCSxGyrvjdCvROJbBw1YESuwcmGxgf+IPMVnIrBQm49gBbElUCy6DakweXtceI5uiHRi4TmligkxwQos1we4ACGfxRYBUmX2nYQqLe9UwVQ0aM18CGu7ilKEkCcFQDKMBnEyMdY6g1YFVyWzGD2cpzhFioReCmUUgw9nMlhP1ybzwKUmt8fVCfdjqQww51NDDDDvc8COMmEYaeZRRRxt9jDHHGnuccccbf4IJJ5p4kkkny5NPMeVUU08z7XTTzzDjTDPPMutss88x51xzzzPvfPMvsOBCCy+y6GKLL7HkUksvs+xyy6+w4korr7LqaquvseZaa6+z7nrrb7DhRhtvsulmUuJrz/vmW2y51dbbbLvd9jvsuNPOu+y62+577LnX3vvsu9/+Bxx40MGHHHrY4UccedTRxxx73PEnnHjSyaecetrpZ5x51tnnnHve+RdceNHFl1x62eVXXHnV1ddce931N9x408233Hrb7Xfcedfd99x73/0PPPjQw488+tjjTzz51NPPPPvc8y+8+NLLr7z62utvvPnW2++8+977H3z40cef/O//n372+RdffvX1N99+9/0PP/708y+//vb7H3/+9fd/+P/d+P8B"},
}

func bytesOf(s string) []byte {
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		panic(err)
	}
	return b
}

// onlyReader has no other methods than Read.
type onlyReader struct{ io.Reader }

// byteReader has no other methods than Read and ReadByte.
type byteReader struct{ r *bytes.Buffer }

func (b byteReader) Read(p []byte) (int, error) { return b.r.Read(p) }
func (b byteReader) ReadByte() (byte, error)    { return b.r.ReadByte() }

func main() {
	for _, t := range theirs {
		data := bytesOf(t.data)
		got, err := io.ReadAll(flate.NewReader(bytes.NewReader(data)))
		fmt.Println(t.name, len(got), crc32.ChecksumIEEE(got), err)
		// However it is read, what follows is left.
		whole := append(append([]byte(nil), data...), "rest"...)
		readers := []io.Reader{bytes.NewReader(whole), bytes.NewBuffer(whole), strings.NewReader(string(whole)), bufio.NewReaderSize(bytes.NewReader(whole), 16), byteReader{bytes.NewBuffer(whole)}}
		for _, r := range readers {
			got, err := io.ReadAll(flate.NewReader(r))
			rest, _ := io.ReadAll(r)
			fmt.Print(crc32.ChecksumIEEE(got), " ", err, " ", string(rest), "; ")
		}
		got, err = io.ReadAll(iotest.OneByteReader(flate.NewReader(onlyReader{iotest.OneByteReader(bytes.NewReader(data))})))
		fmt.Println(crc32.ChecksumIEEE(got), err)
		for _, n := range []int{0, 1, 2, 10, len(data) / 2, len(data) - 1} {
			_, err := io.ReadAll(flate.NewReader(bytes.NewReader(data[:n])))
			fmt.Print(err, "; ")
		}
		fmt.Println()
	}
	dict := []byte("quick brown lazy fox")
	got, err := io.ReadAll(flate.NewReaderDict(bytes.NewReader(bytesOf("K8lIVShEEgcK6SiABGEKAA==")), dict))
	fmt.Printf("%q %v\n", got, err)

	// What is no compressed data.
	for _, s := range []string{"07", "ff", "00ffff0000", "000100feff41", "0402", "edc1010000000080", "04000000000000", "ecff", "4b04"} {
		b, _ := hex.DecodeString(s)
		_, err := io.ReadAll(flate.NewReader(bytes.NewReader(b)))
		var corrupt flate.CorruptInputError
		fmt.Println(s, errors.As(err, &corrupt), err == io.ErrUnexpectedEOF)
	}

	// There and back.
	random := rand.New(rand.NewSource(1))
	noise := make([]byte, 200000)
	random.Read(noise)
	words := strings.Fields("alpha beta gamma delta epsilon zeta eta theta")
	var text strings.Builder
	for text.Len() < 300000 {
		text.WriteString(words[random.Intn(len(words))])
		text.WriteByte(" \n"[random.Intn(2)])
	}
	inputs := []string{"", "a", "aa", "abc", strings.Repeat("a", 100000), string(noise), text.String(), strings.Repeat(string(noise[:40000]), 3)}
	for level := -2; level <= 9; level++ {
		for i, in := range inputs {
			var out bytes.Buffer
			w, err := flate.NewWriter(&out, level)
			if err != nil {
				panic(err)
			}
			n, err := io.WriteString(w, in[:len(in)/3])
			if n != len(in)/3 || err != nil {
				fmt.Println(n, err)
			}
			if i%2 == 1 {
				if err := w.Flush(); err != nil {
					fmt.Println(err)
				}
				// All can be read that was written.
				part := make([]byte, len(in)/3)
				if _, err := io.ReadFull(flate.NewReader(bytes.NewReader(out.Bytes())), part); err != nil || string(part) != in[:len(in)/3] {
					fmt.Println("flushed", err)
				}
			}
			for part := in[len(in)/3:]; part != ""; {
				n := min(len(part), 1+random.Intn(9999))
				io.WriteString(w, part[:n])
				part = part[n:]
			}
			if err := w.Close(); err != nil {
				fmt.Println(err)
			}
			_, err = w.Write([]byte("x"))
			small := level == 0 || i == 5 || out.Len() < len(in)*3/4 || len(in) < 4
			back, err2 := io.ReadAll(flate.NewReader(&out))
			fmt.Print(level, i, string(back) == in, small, err, err2, w.Close(), " ")
		}
		fmt.Println()
	}
	_, err = flate.NewWriter(io.Discard, 10)
	fmt.Println(err)
	var out bytes.Buffer
	w, err := flate.NewWriterDict(&out, 9, dict)
	for range 2 {
		io.WriteString(w, "a quick brown lazy fox is a quick brown lazy fox")
		w.Close()
		fmt.Println(out.Len() < 30)
		got, err = io.ReadAll(flate.NewReaderDict(&out, dict))
		fmt.Println(string(got), err)
		out.Reset()
		w.Reset(&out)
	}

	// gzip.
	fmt.Println(gzip.NewWriterLevel(nil, 10))
	out.Reset()
	for i, name := range []string{"one", "two", "grün"} {
		z := gzip.NewWriter(&out)
		z.Name, z.Comment, z.Extra = name, "comment of "+name, []byte(name[:i])
		z.ModTime = time.Unix(1e9+int64(i), 0)
		fmt.Fprintf(z, "content of %s\n", name)
		fmt.Println(z.Flush(), z.Close(), z.Close())
	}
	file := out.String()
	r, err := gzip.NewReader(strings.NewReader(file))
	fmt.Println(r.Name, r.Comment, r.Extra, r.ModTime.Unix(), r.OS, err)
	got, err = io.ReadAll(r)
	fmt.Printf("%q %v %v\n", got, err, r.Close())
	buf := bufio.NewReader(strings.NewReader(file))
	r, _ = gzip.NewReader(buf)
	for {
		r.Multistream(false)
		got, err = io.ReadAll(r)
		fmt.Printf("%q %q %v\n", r.Name, got, err)
		if err := r.Reset(buf); err != nil {
			fmt.Println(err)
			break
		}
	}
	for i, change := range []int{0, 2, 5, 20, 45, len(file) - 1, len(file) - 5} {
		bad := []byte(file)
		bad[change] ^= 0x55
		r, err := gzip.NewReader(bytes.NewReader(bad))
		if err != nil {
			fmt.Println(i, err)
			continue
		}
		_, err = io.ReadAll(r)
		fmt.Println(i, err == gzip.ErrChecksum, err == nil)
	}
	for i, n := range []int{0, 5, 10, 15, 40, len(file) - 3} {
		r, err := gzip.NewReader(strings.NewReader(file[:n]))
		if err == nil {
			_, err = io.ReadAll(r)
		}
		fmt.Println(i, err)
	}
	z := gzip.NewWriter(io.Discard)
	z.Name = "日本"
	_, err = z.Write([]byte("x"))
	fmt.Println(err, z.Close())
	out.Reset()
	z.Reset(&out)
	fmt.Println(z.Close(), hex.EncodeToString(out.Bytes()))

	// zlib.
	fmt.Println(zlib.NewWriterLevel(nil, -3))
	for level := -2; level <= 9; level++ {
		out.Reset()
		z, _ := zlib.NewWriterLevel(&out, level)
		io.WriteString(z, "hello, hello, hello")
		fmt.Print(z.Flush(), z.Close(), " ", hex.EncodeToString(out.Bytes()[:2]), " ")
		r, err := zlib.NewReader(&out)
		if err != nil {
			panic(err)
		}
		got, err = io.ReadAll(r)
		fmt.Println(string(got), err, r.Close())
	}
	out.Reset()
	zw, _ := zlib.NewWriterLevelDict(&out, 6, dict)
	io.WriteString(zw, "the quick brown fox")
	zw.Close()
	data := out.Bytes()
	fmt.Println(hex.EncodeToString(data[:6]))
	for _, d := range [][]byte{dict, nil, []byte("other")} {
		r, err := zlib.NewReaderDict(bytes.NewReader(data), d)
		if err != nil {
			fmt.Println(err)
			continue
		}
		got, err = io.ReadAll(r)
		fmt.Println(string(got), err)
	}
	for _, s := range []string{"", "78", "7800", "789c030000000001", "789c030000000002", "799c", "78dd"} {
		b, _ := hex.DecodeString(s)
		r, err := zlib.NewReader(bytes.NewReader(b))
		if err == nil {
			_, err = io.ReadAll(r)
		}
		fmt.Println(s, err)
	}
}
