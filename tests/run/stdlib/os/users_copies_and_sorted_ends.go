package main

import (
	"bytes"
	"errors"
	"fmt"
	"index/suffixarray"
	"io/fs"
	"net/url"
	"os"
	"os/user"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"testing/fstest"
)

func main() {
	u, err := user.Current()
	fmt.Println(u.Uid == strconv.Itoa(os.Getuid()), u.Username != "", err)
	root, err := user.LookupId("0")
	fmt.Println(root.Username, root.Uid, root.Gid, root.HomeDir, err)
	again, err := user.Lookup("root")
	fmt.Println(*again == *root, err)
	g, err := user.LookupGroupId("0")
	fmt.Println(g.Name, err)
	_, err = user.Lookup("no-such-user")
	fmt.Println(err)
	_, err = user.LookupId("987654")
	fmt.Println(err)
	_, err = user.LookupGroup("no-such-group")
	fmt.Println(err)
	ids, err := root.GroupIds()
	fmt.Println(len(ids) > 0 && ids[0] == "0", err)

	dir, _ := os.MkdirTemp("", "copy")
	defer os.RemoveAll(dir)
	fsys := fstest.MapFS{"a": {Data: []byte("1"), Mode: 0644}, "b/c": {Data: []byte("2")}, "l": {Data: []byte("a"), Mode: fs.ModeSymlink}}
	fmt.Println(os.CopyFS(filepath.Join(dir, "to"), fsys))
	b, err := os.ReadFile(filepath.Join(dir, "to/b/c"))
	fmt.Println(string(b), err)
	link, err := os.Readlink(filepath.Join(dir, "to/l"))
	fmt.Println(link, err, errors.Is(os.CopyFS(filepath.Join(dir, "to"), fsys), fs.ErrExist))
	info, err := fs.Lstat(fsys, "l")
	fmt.Println(info.Mode(), err)
	link, err = fs.ReadLink(fsys, "l")
	fmt.Println(link, err)
	_, err = fs.ReadLink(fsys, "a")
	fmt.Println(err)

	text := []byte("banana bandana and bananas")
	x := suffixarray.New(text)
	for _, s := range []string{"an", "ban", "banana", "x", "", "s", "and"} {
		at := x.Lookup([]byte(s), -1)
		sort.Ints(at)
		fmt.Println(s, at, len(x.Lookup([]byte(s), 2)))
	}
	fmt.Println(x.FindAllIndex(regexp.MustCompile(`ban[a-z]+`), -1), x.FindAllIndex(regexp.MustCompile(`an`), 3), x.FindAllIndex(regexp.MustCompile(`[sd]`), -1), string(x.Bytes()[:3]))
	var buf bytes.Buffer
	var y suffixarray.Index
	fmt.Println(x.Write(&buf), y.Read(&buf), len(y.Lookup([]byte("ana"), -1)))

	v, _ := url.Parse("http://me:pw@host/x?q=1")
	w := v.Clone()
	w.Host = "other"
	q := url.Values{"a": {"1"}}
	r := q.Clone()
	r.Add("a", "2")
	text, err = v.AppendBinary([]byte("> "))
	fmt.Println(v, w, q, r, string(text), err, w.User != v.User)
}
