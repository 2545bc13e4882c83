package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/smtp"
	"strings"
	"testing/slogtest"
)

// serve answers a client line by line, and says what it has got.
func serve(l net.Listener, done chan<- string, answers map[string]string) {
	c, err := l.Accept()
	if err != nil {
		return
	}
	defer c.Close()
	var got strings.Builder
	fmt.Fprint(c, "220 hello\r\n")
	r := bufio.NewReader(c)
	data := false
	for {
		line, err := r.ReadString('\n')
		if err != nil {
			break
		}
		line = strings.TrimRight(line, "\r\n")
		got.WriteString(line + "|")
		if data {
			if line == "." {
				data = false
				fmt.Fprint(c, "250 taken\r\n")
			}
			continue
		}
		word, _, _ := strings.Cut(line, " ")
		answer, ok := answers[word]
		if !ok {
			answer = "250 ok"
		}
		data = strings.HasPrefix(answer, "354")
		fmt.Fprint(c, strings.ReplaceAll(answer, "\n", "\r\n")+"\r\n")
		if word == "QUIT" {
			break
		}
	}
	done <- got.String()
}

func main() {
	usual := map[string]string{"EHLO": "250-me\n250-8BITMIME\n250 AUTH PLAIN CRAM-MD5", "DATA": "354 go on", "QUIT": "221 bye", "AUTH": "235 welcome"}
	listen := func(answers map[string]string) (string, chan string) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			panic(err)
		}
		done := make(chan string, 1)
		go func() { serve(l, done, answers); l.Close() }()
		return l.Addr().String(), done
	}
	addr, done := listen(usual)
	err := smtp.SendMail(addr, smtp.PlainAuth("", "user", "secret", "127.0.0.1"), "a@x.org", []string{"b@y.org", "c@z.org"}, []byte("Subject: s\r\n\r\nline\r\n.dot\r\n"))
	fmt.Println(err)
	fmt.Println(<-done)
	fmt.Println(smtp.SendMail(addr, nil, "a\nb", nil, nil))
	addr, done = listen(map[string]string{"EHLO": "500 no", "VRFY": "550 nobody", "RCPT": "550 no such", "QUIT": "221 bye", "DATA": "503 no"})
	c, err := smtp.Dial(addr)
	fmt.Println(err, c.Hello("here"), c.Hello("again"))
	ok, param := c.Extension("8bitmime")
	fmt.Println(ok, param, c.Noop(), c.Reset(), c.Verify("x@y"), c.Mail("a@b"), c.Rcpt("c@d"))
	_, err = c.Data()
	fmt.Println(err, c.Quit())
	fmt.Println(<-done)
	addr, done = listen(map[string]string{"EHLO": "250-me\n250 AUTH CRAM-MD5", "AUTH": "334 PDEyMz4=", "QUIT": "221 bye"})
	c, _ = smtp.Dial(addr)
	fmt.Println(c.Auth(smtp.PlainAuth("", "u", "p", "other")))
	<-done
	addr, done = listen(map[string]string{"EHLO": "250-me\n250 AUTH CRAM-MD5", "AUTH": "334 PDEyMz4=", "dXNlciA4MTQ3ODJiOWE1YzMyNmUwYWUxM2Y3YmE0ZTcwY2Y3Yg==": "235 in", "QUIT": "221 bye"})
	c, _ = smtp.Dial(addr)
	err = c.Auth(smtp.CRAMMD5Auth("user", "secret"))
	fmt.Println(err)
	c.Close()
	fmt.Println(<-done)

	// Requests.
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(io.Discard, r.Body)
		fmt.Fprint(w, "hello")
	}))
	defer server.Close()
	host := server.Listener.Addr().String()
	var events []string
	say := func(format string, args ...any) {
		events = append(events, strings.ReplaceAll(fmt.Sprintf(format, args...), host, "HOST"))
	}
	inner := &httptrace.ClientTrace{GotConn: func(i httptrace.GotConnInfo) { say("old got %v %v", i.Reused, i.WasIdle) }}
	trace := &httptrace.ClientTrace{
		GetConn:              func(hp string) { say("get %s", hp) },
		GotConn:              func(i httptrace.GotConnInfo) { say("got %v %v", i.Reused, i.Conn != nil) },
		ConnectStart:         func(n, a string) { say("connect %s %s", n, a) },
		ConnectDone:          func(n, a string, err error) { say("connected %s %s %v", n, a, err) },
		WroteHeaders:         func() { say("headers") },
		WroteRequest:         func(i httptrace.WroteRequestInfo) { say("request %v", i.Err) },
		GotFirstResponseByte: func() { say("byte") },
		PutIdleConn:          func(err error) { say("idle %v", err) },
	}
	fmt.Println(httptrace.ContextClientTrace(context.Background()) == nil)
	ctx := httptrace.WithClientTrace(httptrace.WithClientTrace(context.Background(), inner), trace)
	for range 2 {
		req, _ := http.NewRequestWithContext(ctx, "GET", server.URL, nil)
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			fmt.Println(err)
			return
		}
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		fmt.Println(strings.Join(events, "; "))
		events = nil
	}

	// Handlers.
	var b bytes.Buffer
	results := func() []map[string]any {
		var list []map[string]any
		for line := range bytes.SplitSeq(b.Bytes(), []byte("\n")) {
			if len(line) > 0 {
				var m map[string]any
				if err := json.Unmarshal(line, &m); err != nil {
					panic(err)
				}
				list = append(list, m)
			}
		}
		return list
	}
	fmt.Println(slogtest.TestHandler(slog.NewJSONHandler(&b, nil), results))
	b.Reset()
	err = slogtest.TestHandler(wrong{slog.NewJSONHandler(&b, nil)}, results)
	for line := range strings.SplitSeq(err.Error(), "\n") {
		line, _, _ = strings.Cut(line, " (") // where the test stands
		fmt.Println(line)
	}
	fmt.Println(slogtest.TestHandler(slog.DiscardHandler, func() []map[string]any { return nil }))
	fmt.Println(errors.Unwrap(err))
}

// wrong forgets groups.
type wrong struct{ slog.Handler }

func (w wrong) WithGroup(string) slog.Handler { return w }
