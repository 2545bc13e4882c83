// Names that are empty are quoted in text, by themselves and behind the names of groups.
package main

import (
	"log/slog"
	"os"
)

func main() {
	plain := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		return a
	}
	o := &slog.HandlerOptions{ReplaceAttr: plain}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, o), slog.NewJSONHandler(os.Stdout, o)} {
		l := slog.New(h)
		l.Info("m", "", 1, "a b", 2)
		l.WithGroup("g").Info("m", "", 1, "a b", 2, slog.Group("h i", "", 3, "j", 4), slog.Group("k", "", 5))
		l.WithGroup("g").With("", 1, "x", 2).WithGroup("h").Info("m", "", 3)
		l.Info("m", slog.Group("", "", 6, "y", 7), slog.Group("z", slog.Group("", "", 8)))
	}
}
