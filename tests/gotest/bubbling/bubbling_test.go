package bubbling

import (
	"strconv"
	"testing"
	"testing/synctest"
	"time"
)

// Each parallel subtest has a bubble of its own.
func TestParallel(t *testing.T) {
	for i := range 5 {
		t.Run(strconv.Itoa(i), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				start := time.Now()
				hours := time.Duration(i+1) * time.Hour
				done := make(chan bool)
				go func() {
					time.Sleep(hours)
					synctest.Wait()
					done <- true
				}()
				synctest.Wait()
				<-done
				if d := time.Since(start); d != hours {
					t.Error(d)
				}
			})
		})
	}
}

func TestNested(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		defer func() {
			if r := recover(); r != "synctest.Run called from within a synctest bubble" {
				t.Error(r)
			}
		}()
		synctest.Test(t, func(t *testing.T) {})
	})
}
