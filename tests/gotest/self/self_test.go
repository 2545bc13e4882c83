package self

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// TestMain is what the tests' own executable does when a test has started it.
func TestMain(m *testing.M) {
	flag.Parse()
	if os.Getenv("SELF_IS_CHILD") == "" {
		os.Exit(m.Run())
	}
	fmt.Println("child", flag.Args(), flag.Lookup("test.run").Value)
	fmt.Fprintln(os.Stderr, "child's error")
	os.Exit(5)
}

func TestStartsItself(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{exe, os.Args[0]} {
		cmd := exec.Command(name, "-test.run=^X$", "a", "b")
		cmd.Env = append(os.Environ(), "SELF_IS_CHILD=1")
		cmd.Dir = t.TempDir()
		out, err := cmd.CombinedOutput()
		t.Logf("%s%v", out, err)
		var errors strings.Builder
		cmd = exec.Command(name)
		cmd.Env, cmd.Stderr = append(os.Environ(), "SELF_IS_CHILD=1"), &errors
		out, err = cmd.Output()
		t.Logf("%q %q %v", out, errors.String(), err)
	}
}
