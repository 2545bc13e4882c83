package main

import (
	"errors"
	"fmt"
)

type InsufficientFunds struct {
	Need, Have int
}

func (e *InsufficientFunds) Error() string {
	return fmt.Sprintf("need %d, have %d", e.Need, e.Have)
}

var ErrNoAccount = errors.New("no such account")

type Bank struct{ accounts map[string]int }

func (b *Bank) Withdraw(name string, n int) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("withdraw from %s: %w", name, err)
		}
	}()
	have, ok := b.accounts[name]
	switch {
	case !ok:
		return ErrNoAccount
	case have < n:
		return &InsufficientFunds{n, have}
	}
	b.accounts[name] -= n
	return nil
}

func main() {
	b := &Bank{map[string]int{"ann": 100}}
	for _, t := range []struct {
		name string
		n    int
	}{{"ann", 30}, {"bob", 1}, {"ann", 90}} {
		err := b.Withdraw(t.name, t.n)
		var f *InsufficientFunds
		switch {
		case err == nil:
			fmt.Println("ok", b.accounts[t.name])
		case errors.Is(err, ErrNoAccount):
			fmt.Println("unknown:", err)
		case errors.As(err, &f):
			fmt.Println("short by", f.Need-f.Have, "-", err)
		}
	}
}
