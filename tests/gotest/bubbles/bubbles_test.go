package bubbles

import (
	"context"
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

func TestTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		t.Log(start.UTC())
		time.Sleep(24 * time.Hour)
		t.Log(time.Since(start), t.Name())
	})
	if time.Since(time.Now()) > time.Minute || time.Now().Year() < 2020 {
		t.Error("time is not what it was")
	}
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := false
		go func() {
			time.Sleep(time.Second)
			done = true
		}()
		time.Sleep(time.Second - 1)
		synctest.Wait()
		t.Log(done)
		time.Sleep(1)
		synctest.Wait()
		t.Log(done)
		before := time.Now()
		synctest.Wait()
		t.Log(time.Since(before))
	})
}

func TestAfterFunc(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		called := false
		context.AfterFunc(ctx, func() { called = true })
		synctest.Wait()
		t.Log(called)
		cancel()
		synctest.Wait()
		t.Log(called)
	})
}

func TestTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
		defer cancel()
		time.Sleep(5*time.Second - time.Nanosecond)
		synctest.Wait()
		t.Log(ctx.Err())
		time.Sleep(time.Nanosecond)
		synctest.Wait()
		t.Log(ctx.Err())
	})
}

func TestCleanup(t *testing.T) {
	var mu sync.Mutex
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		t.Cleanup(func() { t.Log("cleanup after", time.Since(start)) })
		go func() {
			mu.Lock()
			defer mu.Unlock()
			time.Sleep(time.Second)
		}()
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for range 3 {
			<-ticker.C
		}
		t.Log(time.Since(start))
	})
	mu.Lock()
}

func TestFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		t.Cleanup(func() { t.Log("cleanup") })
		t.Error("wrong")
		t.Fatal("ends")
	})
	t.Log("not reached")
}

func TestErrors(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { t.Error("wrong") })
	t.Log("not reached")
}

func TestSkips(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { t.Skip("skipped") })
	t.Log("is this reached?")
}

func TestRunInside(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		defer func() { t.Log(recover()) }()
		t.Run("x", func(t *testing.T) {})
	})
}

func TestWaitOutside(t *testing.T) {
	defer func() { t.Log(recover()) }()
	synctest.Wait()
}

func TestSleepAndWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		done := 0
		for range 3 {
			go func() {
				time.Sleep(time.Second)
				done++
			}()
		}
		before := time.Now()
		synctest.Sleep(time.Second)
		t.Log(done, time.Since(before))
	})
}
