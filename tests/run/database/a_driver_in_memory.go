package main

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sort"
	"strings"
	"sync"
	"time"
)

// store is a database: tables of rows.
type store struct {
	mu     sync.Mutex
	tables map[string][][]driver.Value
	conns  int
	bad    int // so many connections are bad when they are used
	log    []string
}

func (s *store) say(format string, args ...any) {
	s.log = append(s.log, fmt.Sprintf(format, args...))
}

func (s *store) flush(title string) {
	fmt.Println(title+":", strings.Join(s.log, "; "))
	s.log = nil
}

type mem struct{ *store }

func (d mem) Open(name string) (driver.Conn, error) {
	if name == "refuse" {
		return nil, errors.New("refused")
	}
	d.conns++
	d.say("open %s#%d", name, d.conns)
	return &conn{d.store, d.conns, nil}, nil
}

type conn struct {
	*store
	id     int
	backup map[string][][]driver.Value
}

func (c *conn) Prepare(query string) (driver.Stmt, error) {
	if c.bad > 0 {
		c.bad--
		return nil, driver.ErrBadConn
	}
	c.say("prepare#%d %s", c.id, query)
	if strings.HasPrefix(query, "BROKEN") {
		return nil, errors.New("syntax error")
	}
	return &stmt{c, query}, nil
}

func (c *conn) Close() error { c.say("close#%d", c.id); return nil }

func (c *conn) Begin() (driver.Tx, error) {
	c.say("begin#%d", c.id)
	c.backup = map[string][][]driver.Value{}
	for k, v := range c.tables {
		c.backup[k] = v
	}
	return tx{c}, nil
}

func (c *conn) ResetSession(context.Context) error { c.say("reset#%d", c.id); return nil }
func (c *conn) IsValid() bool                      { return true }

type tx struct{ c *conn }

func (t tx) Commit() error { t.c.say("commit#%d", t.c.id); t.c.backup = nil; return nil }
func (t tx) Rollback() error {
	t.c.say("rollback#%d", t.c.id)
	t.c.tables = t.c.backup
	return nil
}

type stmt struct {
	c     *conn
	query string
}

func (s *stmt) Close() error  { s.c.say("stmt close#%d", s.c.id); return nil }
func (s *stmt) NumInput() int { return strings.Count(s.query, "?") }

func (s *stmt) Exec(args []driver.Value) (driver.Result, error) {
	words := strings.Fields(s.query)
	s.c.say("exec#%d %s %v", s.c.id, words[0], args)
	switch words[0] {
	case "INSERT":
		s.c.tables[words[1]] = append(s.c.tables[words[1]][:len(s.c.tables[words[1]]):len(s.c.tables[words[1]])], args)
		return driver.RowsAffected(1), nil
	case "DROP":
		delete(s.c.tables, words[1])
		return driver.ResultNoRows, nil
	}
	return nil, errors.New("cannot execute " + words[0])
}

func (s *stmt) Query(args []driver.Value) (driver.Rows, error) {
	words := strings.Fields(s.query)
	s.c.say("query#%d %v", s.c.id, args)
	if words[0] != "SELECT" {
		return nil, errors.New("no rows of " + words[0])
	}
	table, ok := s.c.tables[words[1]]
	if !ok {
		return nil, errors.New("no table " + words[1])
	}
	n := 0
	if len(table) > 0 {
		n = len(table[0])
	}
	var names []string
	for i := range n {
		names = append(names, string(rune('a'+i)))
	}
	return &rows{s.c, table, names, words[1] == "failing"}, nil
}

type rows struct {
	c     *conn
	rest  [][]driver.Value
	names []string
	fail  bool
}

func (r *rows) Columns() []string { return r.names }
func (r *rows) Close() error      { r.c.say("rows close#%d", r.c.id); return nil }
func (r *rows) Next(dest []driver.Value) error {
	if len(r.rest) == 0 {
		if r.fail {
			return errors.New("failed while reading")
		}
		return io.EOF
	}
	copy(dest, r.rest[0])
	r.rest = r.rest[1:]
	return nil
}
func (r *rows) ColumnTypeDatabaseTypeName(i int) string { return "T" + r.names[i] }
func (r *rows) ColumnTypeScanType(i int) reflect.Type   { return reflect.TypeOf(r.names) }
func (r *rows) ColumnTypeNullable(i int) (bool, bool)   { return i == 0, true }

type celsius float64

func (c celsius) Value() (driver.Value, error) { return float64(c) + 273, nil }
func (c *celsius) Scan(src any) error {
	f, ok := src.(float64)
	if !ok {
		return fmt.Errorf("no temperature: %T", src)
	}
	*c = celsius(f - 273)
	return nil
}

type kind string

func main() {
	s := &store{tables: map[string][][]driver.Value{}}
	sql.Register("mem", mem{s})
	fmt.Println(sql.Drivers())
	func() {
		defer func() { fmt.Println(recover()) }()
		sql.Register("mem", mem{s})
	}()
	_, err := sql.Open("none", "x")
	fmt.Println(err)
	db, err := sql.Open("mem", "first")
	fmt.Println(err, db.Driver() != nil)
	defer db.Close()
	fmt.Println(db.Ping())
	s.flush("ping")

	// Statements without rows.
	res, err := db.Exec("INSERT t ? ? ?", 1, "one", nil)
	fmt.Println(err)
	n, err := res.RowsAffected()
	_, idErr := res.LastInsertId()
	fmt.Println(n, err, idErr)
	_, err = db.Exec("INSERT t ? ?", 1)
	fmt.Println(err)
	_, err = db.Exec("INSERT t ?", []int{1})
	fmt.Println(err)
	_, err = db.Exec("INSERT t ?", sql.Named("x", 1))
	fmt.Println(err)
	_, err = db.Exec("BROKEN")
	fmt.Println(err)
	res, err = db.Exec("DROP nothing")
	_, e1 := res.LastInsertId()
	_, e2 := res.RowsAffected()
	fmt.Println(err, e1, e2)
	s.flush("exec")
	eight := int8(8)
	var none *int
	for _, v := range []any{int8(2), uint16(3), float32(1.5), true, []byte("b"), time.Unix(0, 0).UTC(), kind("k"), &eight, none, celsius(20), uint64(1 << 63), struct{}{}, sql.NullInt64{}, sql.NullString{String: "s", Valid: true}, sql.Null[int]{V: 5, Valid: true}} {
		_, err := db.Exec("INSERT kinds ?", v)
		fmt.Println(err)
	}
	for _, row := range s.tables["kinds"] {
		fmt.Printf("%T %v ", row[0], row[0])
	}
	fmt.Println()
	s.log = nil

	// Rows.
	ins, err := db.Prepare("INSERT t ? ? ?")
	fmt.Println(err)
	for i := 2; i < 5; i++ {
		_, err := ins.Exec(i, fmt.Sprint("n", i), float64(i)/2)
		fmt.Println(err)
	}
	fmt.Println(ins.Close(), ins.Close())
	_, err = ins.Exec(1, 2, 3)
	fmt.Println(err)
	s.flush("prepared")
	rows, err := db.Query("SELECT t")
	fmt.Println(err)
	names, err := rows.Columns()
	fmt.Println(names, err)
	types, _ := rows.ColumnTypes()
	for _, t := range types {
		null, ok := t.Nullable()
		_, ok2 := t.Length()
		_, _, ok3 := t.DecimalSize()
		fmt.Print(t.Name(), t.DatabaseTypeName(), t.ScanType(), null, ok, ok2, ok3, " ")
	}
	fmt.Println()
	fmt.Println(rows.Scan(new(int)))
	for rows.Next() {
		var id int
		var name string
		var f sql.NullFloat64
		err := rows.Scan(&id, &name, &f)
		fmt.Println(id, name, f, err)
	}
	fmt.Println(rows.Err(), rows.Close(), rows.Next())
	_, err = rows.Columns()
	fmt.Println(err, rows.Scan(new(int)))
	s.flush("rows")
	rows, _ = db.Query("SELECT t")
	rows.Next()
	fmt.Println(rows.Scan(new(int), new(string)))
	var bad bool
	fmt.Println(rows.Scan(new(int), &bad, new(any)))
	fmt.Println(rows.Scan(new(int), new(int), new(any)))
	fmt.Println(rows.Scan(new(int), new(string), new(float64)))
	fmt.Println(rows.Scan(new(int), 5, new(any)))
	fmt.Println(rows.Scan((*int)(nil), new(string), new(any)))
	fmt.Println(rows.Scan(new(chan int), new(string), new(any)))
	rows.Close()
	_, err = db.Query("SELECT missing")
	fmt.Println(err)
	s.tables["failing"] = [][]driver.Value{{int64(1)}}
	rows, _ = db.Query("SELECT failing")
	for rows.Next() {
	}
	fmt.Println(rows.Err())

	// One row.
	var id int
	var name string
	fmt.Println(db.QueryRow("SELECT t").Scan(&id, &name, new(any)), id, name)
	s.tables["empty"] = nil
	err = db.QueryRow("SELECT empty").Scan()
	fmt.Println(err, err == sql.ErrNoRows)
	fmt.Println(db.QueryRow("SELECT missing").Err(), db.QueryRow("SELECT missing").Scan())
	var raw sql.RawBytes
	fmt.Println(db.QueryRow("SELECT t").Scan(&raw, &raw, &raw))
	s.log = nil

	// Conversions.
	when := time.Date(2024, 1, 2, 3, 4, 5, 6, time.UTC)
	sources := []driver.Value{nil, int64(-5), int64(300), float64(2.5), true, []byte("12"), "text", "7", when}
	for _, src := range sources {
		s.tables["conv"] = [][]driver.Value{{src}}
		dests := []any{new(int), new(int8), new(uint), new(float32), new(string), new([]byte), new(bool), new(any), new(time.Time), new(*int), new(*string), new(kind), new(sql.NullString), new(sql.NullInt32), new(sql.NullInt16), new(sql.NullByte), new(sql.NullBool), new(sql.NullTime), new(sql.Null[int64]), new(sql.Null[string]), new(celsius)}
		for _, d := range dests {
			err := db.QueryRow("SELECT conv").Scan(d)
			v := reflect.ValueOf(d).Elem()
			if v.Kind() == reflect.Pointer && !v.IsNil() {
				v = v.Elem()
			}
			fmt.Printf("%v->%T: %v %v\n", src, d, v, err)
		}
		rows, _ := db.Query("SELECT conv")
		rows.Next()
		err := rows.Scan(&raw)
		fmt.Printf("raw %q %v %v\n", raw, raw == nil, err)
		rows.Close()
	}
	s.log = nil

	// Transactions.
	t, err := db.Begin()
	fmt.Println(err)
	_, err = t.Exec("INSERT t ? ? ?", 9, "nine", nil)
	fmt.Println(err, len(s.tables["t"]))
	st, err := t.Prepare("INSERT t ? ? ?")
	fmt.Println(err)
	st.Exec(10, "ten", nil)
	fmt.Println(len(s.tables["t"]), t.Rollback(), len(s.tables["t"]), t.Rollback() == sql.ErrTxDone, t.Commit() == sql.ErrTxDone)
	_, err = t.Exec("INSERT t ? ? ?", 9, "nine", nil)
	fmt.Println(err)
	_, err = st.Exec(1, 2, 3)
	fmt.Println(err)
	s.flush("rollback")
	ins, _ = db.Prepare("INSERT t ? ? ?")
	t, _ = db.BeginTx(context.Background(), &sql.TxOptions{})
	_, err = t.Stmt(ins).Exec(11, "eleven", nil)
	var count int
	rows, _ = t.Query("SELECT t")
	for rows.Next() {
		count++
	}
	fmt.Println(err, count, t.Commit(), len(s.tables["t"]))
	ins.Close()
	_, err = db.BeginTx(context.Background(), &sql.TxOptions{Isolation: sql.LevelSerializable})
	fmt.Println(err)
	_, err = db.BeginTx(context.Background(), &sql.TxOptions{ReadOnly: true})
	fmt.Println(err, sql.LevelSnapshot, sql.IsolationLevel(20))
	s.flush("commit")
	ctx, cancel := context.WithCancel(context.Background())
	t, _ = db.BeginTx(ctx, nil)
	t.Exec("INSERT t ? ? ?", 12, "twelve", nil)
	cancel()
	for t.Commit() != sql.ErrTxDone {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(s.tables["t"]))
	s.flush("cancelled")
	_, err = db.QueryContext(ctx, "SELECT t")
	fmt.Println(err)

	// The pool.
	db2, _ := sql.Open("mem", "second")
	db2.SetMaxOpenConns(2)
	c1, _ := db2.Conn(context.Background())
	c2, _ := db2.Conn(context.Background())
	fmt.Println(db2.Stats().OpenConnections, db2.Stats().InUse, db2.Stats().Idle, db2.Stats().MaxOpenConnections)
	short, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	_, err = db2.Conn(short)
	cancel()
	fmt.Println(err, db2.Stats().WaitCount)
	got := make(chan error)
	go func() {
		_, err := db2.Exec("INSERT u ?", 1)
		got <- err
	}()
	for db2.Stats().WaitCount < 2 {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(c1.PingContext(context.Background()), c1.Close(), c1.Close(), <-got)
	_, err = c1.ExecContext(context.Background(), "INSERT u ?", 1)
	fmt.Println(err == sql.ErrConnDone)
	fmt.Println(c2.Raw(func(dc any) error { fmt.Println(dc.(*conn).id > 0); return errors.New("raw") }))
	fmt.Println(c2.QueryRowContext(context.Background(), "SELECT t").Scan(&id, &name, new(any)), id)
	st, _ = c2.PrepareContext(context.Background(), "SELECT t")
	rows, err = st.Query()
	fmt.Println(rows.Next(), err, rows.Close(), st.Close())
	t, err = c2.BeginTx(context.Background(), nil)
	fmt.Println(err, t.Commit(), c2.Close())
	fmt.Println(db2.Stats().Idle, db2.Stats().InUse)
	db2.SetMaxIdleConns(1)
	fmt.Println(db2.Stats().Idle, db2.Stats().MaxIdleClosed)
	db2.SetConnMaxLifetime(time.Nanosecond)
	time.Sleep(time.Millisecond)
	fmt.Println(db2.Ping(), db2.Stats().MaxLifetimeClosed > 0)
	fmt.Println(db2.Close(), db2.Ping(), db2.Close())
	sort.Strings(s.log)
	s.log = nil

	// Bad connections are tried again.
	s.bad = 2
	_, err = db.Exec("INSERT t ? ? ?", 13, "x", nil)
	fmt.Println(err, s.bad)
	s.bad = 5
	_, err = db.Exec("INSERT t ? ? ?", 13, "x", nil)
	fmt.Println(err, s.bad)
	s.bad = 0
	db3, _ := sql.Open("mem", "refuse")
	fmt.Println(db3.Ping(), db3.Close())

	var v sql.ColumnType
	fmt.Println(v.Name(), driver.IsValue(5), driver.IsValue(int64(5)), driver.IsScanValue("s"))
	for _, x := range []any{1, 0, 2, "true", "x", []byte("F"), 1.5, uint8(1)} {
		b, err := driver.Bool.ConvertValue(x)
		fmt.Print(b, err, "; ")
	}
	fmt.Println()
	for _, x := range []any{1, 1 << 40, "12", "x", uint32(7), 1.5} {
		b, err := driver.Int32.ConvertValue(x)
		fmt.Print(b, err, "; ")
	}
	fmt.Println()
	b, err := driver.String.ConvertValue(12)
	fmt.Println(b, err)
	b, err = driver.Null{driver.Bool}.ConvertValue(nil)
	fmt.Println(b, err)
	b, err = driver.NotNull{driver.Bool}.ConvertValue(nil)
	fmt.Println(b, err)
	fmt.Println(sql.ConvertAssign(driver.ScanContext{}, &id, "42"), id)
}
