// Damaged files are refused in Go's words, as far as they were read.
package main

import (
	"bytes"
	"compress/bzip2"
	"encoding/base64"
	"fmt"
	"hash/crc32"
	"io"
)

var files = []string{
	"QlpoMTFBWSZTWaxEtC8AAMzZgAQEQAAQADJkwBAgAEgpVGmmgApVAA9TMzM+BNqj0TFWuTmrUwJ2E0qjfBPQmAmCdifi7kinChIViJaF4A==",
	"QlpoOTFBWSZTWc/5+Y0AAOdRAEAQQAA/wEACVdrNthpip+RiaqBqp+nhNKQgGmmgam0yNKK+GSHd7Z7ftfyrFSuqLBnsClKrKxIpvdRY2RpEvtdKz0Dust2XdDuHFvj69HKpXSiWD5IJ4IsQ5PLGhPk7q0eVM30wwswdGz3t8eGS9u6IIqT7sOxDnoMMozsWaWDXPVHXi+guCVk4QiybrsOB9BYNwSwBjDEBxHYNsuRFqyOxey9PAjX6AfM1TTc5pa6SHFkoAuhkbM67vbtVHSZsGXnCchcY9kXBRCZlFKfG1rSrGEu5gvVd/aV8DjAeiWEwTCXU+dZNd+qt9el6rBw2DAUlKEbnEp4JdCaurqOM21eOvlujOCdoUB8iCPIM9unlmcS99u56T8qxJ7fjL6fWhLmPh5hBg36Fnhytjgk3w7Q/Pkjx8re6uctCpfW9Qxi1p3GqjhEwgSY7lyCaCU7bG4dydaGWlxOsjeNvyxQbNIisuW94K6jFq7XBq3ePEHxPY2MxnJj5qXx3qU+yus44XyBLwS5imwZElfYbJKMVzbvW1oqvBzxR7J3C+5e/i7kinChIZ/z8xoA=",
	"QlpoMTFBWSZTWXdLsBQAAAAAgABAIAAhGEaC7kinChIO6XYCgEJaaDIxQVkmU1lacZUEAAACkICAIAAgAAggACCqbUGYxUeLuSKcKEgtOMqCAA==",
	"QlpoMTFBWSZTWS9yhSYAAAD/////////////////////////////////////////////sAFgACqqoCYCYAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAkwAEwABMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEmAAmAAJgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB/UBQJA0EQV/yDIOhCEoUhaGP/Q1DkPRBEUSRNFEVRZF0YRlGkbRxHUeR9IEhSJI0kSVJknShKUqStLEtS5L0wTFMkzTRNU2TdOE5TpO08T1Pk/UBQVCUNRFFUZR1IUlSlLUxTVOU9UFRVJU1UVVVlXVhWVaVtXFdV5X1gWFYljWRZVmWdaFpWpa1sW1blvXBcVyXNdF1XZd14Xlel7XxfV+X9gGBYJg2EYVhmHYhiWKYtjGNY5j2QZFkmTZRlWWZdmGZZpm2cZ1nmfaBoWiaNpGlaZp2oalqmraxrWua9sGxbJs20bVtm3bhuW6btvG9b5v3AcFwnDcRxXGcdyHJcpy3Mc1znPdB0XSdN1HVdZ13Ydl2nbdx3Xed94HheJ43keV5nneh6Xqet7Hte573wfF8nzfR9X2fd+H5fp+38f1/hdyRThQkC9yhSYA=",
}

func main() {
	for _, file := range files {
		data, _ := base64.StdEncoding.DecodeString(file)
		seen := map[string]uint32{}
		var order []string
		for i := range 8 * len(data) {
			if i%13 != 0 && i > 300 {
				continue
			}
			b := bytes.Clone(data)
			b[i/8] ^= 1 << (i % 8)
			got, err := io.ReadAll(bzip2.NewReader(bytes.NewReader(b)))
			text := fmt.Sprint(err)
			if _, ok := seen[text]; !ok {
				order = append(order, text)
			}
			seen[text] = seen[text]*31 + uint32(i) + crc32.ChecksumIEEE(got)
		}
		for _, text := range order {
			fmt.Printf("%s %08x\n", text, seen[text])
		}
		fmt.Println()
	}
}
