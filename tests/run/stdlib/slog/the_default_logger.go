package main

import (
	"context"
	"errors"
	"fmt"
	"log"
	"log/slog"
	"os"
	"path/filepath"
)

func main() {
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	ctx := context.Background()
	slog.Debug("debug")
	slog.Info("info", "a", 1, "b", "two words", slog.Group("g", "c", 3, "d", errors.New("e")))
	slog.Warn("warn")
	slog.Error("error", "err", errors.New("bad thing"))
	slog.Log(ctx, slog.LevelInfo+1, "log", "x")
	slog.LogAttrs(ctx, slog.LevelInfo, "attrs", slog.Bool("b", true))
	slog.InfoContext(ctx, "context", "k", "")
	slog.WarnContext(ctx, "context")
	slog.ErrorContext(ctx, "context")
	slog.DebugContext(ctx, "context")
	w := slog.With("w", 1)
	w.Info("with")
	w.WithGroup("g").Info("group", "a", 1)
	w.WithGroup("g").With("x", 2).WithGroup("h").Info("group", "a", 1)
	w.WithGroup("g").Info("empty")
	fmt.Println(slog.Default().Enabled(ctx, slog.LevelDebug), slog.Default() == slog.Default())
	fmt.Println(slog.SetLogLoggerLevel(slog.LevelDebug))
	slog.Debug("debug now")
	fmt.Println(slog.SetLogLoggerLevel(slog.LevelWarn))
	slog.Info("hidden")
	slog.Warn("shown")
	slog.SetLogLoggerLevel(slog.LevelInfo)
	log.SetPrefix("prefix: ")
	log.SetFlags(log.Lshortfile)
	slog.Info("with a place")
	slog.Default().With("a", 1).Warn("with a place")
	slog.SetDefault(slog.Default())
	slog.Info("still the same")
	log.Print("log itself")
	log.SetFlags(log.Lmsgprefix)
	slog.Info("the prefix before the message")
	log.SetPrefix("")

	replace := func(g []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		if s, ok := a.Value.Any().(*slog.Source); ok {
			s.File = filepath.Base(s.File)
		}
		return a
	}
	old := slog.Default()
	slog.SetDefault(slog.New(slog.NewJSONHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: replace})))
	slog.Info("json", "a", 1)
	log.Print("through log")
	log.Printf("formatted %d\n", 3)
	log.Println("a", "line")
	fmt.Println(log.Flags(), log.Prefix())
	slog.SetLogLoggerLevel(slog.LevelError)
	log.Print("as an error")
	slog.SetLogLoggerLevel(slog.LevelDebug)
	log.Print("hidden")
	slog.SetLogLoggerLevel(slog.LevelInfo)

	log.SetFlags(log.Lshortfile)
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: replace, AddSource: true})))
	log.Print("log with source")
	log.Printf("log with %s", "source")
	slog.Info("slog with source")
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		log.Panic("panic with source")
	}()

	l := slog.NewLogLogger(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: replace, AddSource: true}), slog.LevelWarn)
	l.Print("a log.Logger")
	l.Println("a", "log.Logger")
	l.Output(1, "output")
	fmt.Printf("%q %d\n", l.Prefix(), l.Flags())
	slog.NewLogLogger(slog.NewTextHandler(os.Stdout, nil), slog.LevelDebug).Print("not enabled")

	slog.SetDefault(old)
	log.SetOutput(os.Stdout)
	log.SetFlags(0)
	slog.Info("back again")
	log.Fatal("the end")
}
