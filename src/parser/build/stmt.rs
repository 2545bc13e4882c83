//! Statements.

use super::{Builder, Header, Item, Line, Loop, cover, tallest, tallest_stmt, unparen};
use crate::ast::*;
use crate::lexer::Token;
use crate::source::Span;

impl Builder<'_> {
    /// Statements between semicolons, without the empty ones.
    pub fn stmts(&mut self, list: Vec<Option<Stmt>>, last: Option<Stmt>) -> Vec<Stmt> {
        self.open_end = last.as_ref().map(|last| last.span);
        list.into_iter().flatten().chain(last).collect()
    }

    /// `{ ... }`
    pub fn block(&mut self, l: Token, stmts: Vec<Stmt>, r: Token) -> Block {
        let height = tallest_stmt(&stmts).saturating_add(1);
        Block { span: l.span.to(r.span), stmts, rbrace: r.span.lo, height }
    }

    /// A block as a statement
    pub fn block_stmt(&mut self, block: Block) -> Stmt {
        let (span, below) = (block.span, block.height);
        self.stmt(span, below, StmtKind::Block(block))
    }

    /// An item that is a statement
    pub fn top_stmt(&mut self, stmt: Stmt) -> Item {
        match stmt.kind {
            StmtKind::Decl(decl) => Item::Decl(decl),
            _ => Item::Stmt(stmt),
        }
    }

    /// A declaration in a function
    pub fn decl_stmt(&mut self, decl: Decl) -> Stmt {
        let span = decl.span();
        let below = match &decl {
            Decl::Bad(_) | Decl::Import(_) => 0,
            Decl::Const(group) | Decl::Var(group) => {
                tallest(group.specs.iter().flat_map(|spec| spec.ty.iter().chain(&spec.values)))
            }
            Decl::Type(group) => tallest(group.specs.iter().map(|spec| &spec.ty)),
            Decl::Func(func) => func.body.as_ref().map_or(0, |body| body.height),
        };
        self.stmt(span, below, StmtKind::Decl(decl))
    }

    /// A statement in statement position, where `go f()` is a statement of its own
    pub fn simple_stmt(&mut self, stmt: Stmt) -> Stmt {
        // No statement starts with an operator that only constraints have.
        if self.text(stmt.span).starts_with('~') {
            self.refuse(stmt.span);
        }
        let StmtKind::Expr(Expr { id, kind: ExprKind::Go(call), .. }) = stmt.kind else { return stmt };
        self.go_exprs.retain(|&(pending, _)| pending != id);
        let call = self.without_parens(*call);
        self.stmt(stmt.span, call.height, StmtKind::Go(call))
    }

    /// `defer f()`
    pub fn defer_stmt(&mut self, keyword: Token, call: Expr) -> Stmt {
        let span = keyword.span.to(call.span);
        // Go's parser reads no operators there.
        if matches!(call.kind, ExprKind::Binary(_) | ExprKind::Unary(_) | ExprKind::Star(_)) {
            self.refuse(call.span);
        }
        let call = self.without_parens(call);
        self.stmt(span, call.height, StmtKind::Defer(call))
    }

    /// What follows `go` or `defer`, which may not stand in parentheses.
    fn without_parens(&mut self, call: Expr) -> Expr {
        if let ExprKind::Paren(_) = call.kind {
            self.refuse(call.span);
        }
        unparen(call)
    }

    /// Expressions as a statement; only one may stand there
    pub fn expr_stmt(&mut self, exprs: Vec<Expr>) -> Stmt {
        let span = cover(&exprs);
        let count = exprs.len();
        let first = exprs.into_iter().next();
        match first {
            None => self.stmt(span, 0, StmtKind::Bad),
            Some(x) => {
                if count > 1 {
                    self.refuse(span);
                }
                self.stmt(span, x.height, StmtKind::Expr(x))
            }
        }
    }

    /// `ch <- v`
    pub fn send(&mut self, chan: Expr, arrow: Token, value: Expr) -> Stmt {
        let (span, below) = (chan.span.to(value.span), chan.height.max(value.height));
        self.stmt(span, below, StmtKind::Send(Box::new(Send { chan, arrow: arrow.span, value })))
    }

    /// `x++`, `x--`
    pub fn inc_dec(&mut self, x: Expr, op: Token, inc: bool) -> Stmt {
        let (span, below) = (x.span.to(op.span), x.height);
        self.stmt(span, below, StmtKind::IncDec { x, inc, op_span: op.span })
    }

    /// `a, b = c, d`
    pub fn assign(&mut self, lhs: Vec<Expr>, op: (AssignOp, Span), rhs: Vec<Expr>) -> Stmt {
        let (op, op_span) = op;
        if matches!(op, AssignOp::Op(_)) && (lhs.len() > 1 || rhs.len() > 1) {
            self.refuse(op_span);
        }
        let below = tallest(lhs.iter().chain(&rhs));
        let span = cover(&lhs).to(cover(&rhs));
        self.stmt(span, below, StmtKind::Assign(Box::new(Assign { lhs, op, op_span, rhs })))
    }

    /// `label: stmt`
    pub fn labeled(&mut self, label: Token, colon: Token, stmt: Option<Stmt>) -> Stmt {
        let label = self.ident(label);
        let stmt = match stmt {
            Some(stmt) => stmt,
            None => self.stmt(Span::at(colon.span.hi), 0, StmtKind::Empty),
        };
        let (span, below) = (label.span.to(stmt.span), stmt.height);
        self.stmt(span, below, StmtKind::Labeled { label, stmt: Box::new(stmt) })
    }

    /// `return x, y`
    pub fn return_stmt(&mut self, keyword: Token, values: Option<Vec<Expr>>) -> Stmt {
        let values = values.unwrap_or_default();
        let below = tallest(&values);
        self.stmt(keyword.span.to(cover(&values)), below, StmtKind::Return(values))
    }

    /// `break`, `continue`, `goto`, `fallthrough`
    pub fn branch(&mut self, keyword: Token, kind: BranchKind, label: Option<Ident>) -> Stmt {
        let span = keyword.span.to(label.map_or(Span::NONE, |label| label.span));
        self.stmt(span, 0, StmtKind::Branch { kind, label })
    }

    /// `if`
    pub fn if_stmt(
        &mut self,
        keyword: Token,
        header: Box<Header>,
        then: Block,
        otherwise: Option<Stmt>,
    ) -> Stmt {
        let Header { init, semi, main } = *header;
        let cond = match main {
            Some(main) => self.condition(main),
            None => {
                let at = semi.map_or(Span::at(then.span.lo), |semi| semi.span);
                self.refuse(at);
                self.bad_expr(at)
            }
        };
        let end = otherwise.as_ref().map_or(then.span, |stmt| stmt.span);
        let below = cond.height.max(then.height).max(tallest_stmt(init.iter().chain(&otherwise)));
        let node = If { init, cond, then, otherwise };
        self.stmt(keyword.span.to(end), below, StmtKind::If(Box::new(node)))
    }

    /// A statement that has to be an expression, because it is a condition.
    fn condition(&mut self, stmt: Stmt) -> Expr {
        match stmt.kind {
            StmtKind::Expr(x) => x,
            _ => {
                self.refuse(stmt.span);
                self.bad_expr(stmt.span)
            }
        }
    }

    /// `switch` of either kind
    pub fn switch_stmt(
        &mut self,
        keyword: Token,
        header: Box<Header>,
        l: Token,
        clauses: Vec<CaseClause>,
        r: Token,
    ) -> Stmt {
        let Header { init, main, .. } = *header;
        if !self.open_clauses.is_empty() {
            self.check_clause_ends(clauses.iter().map(|clause| (clause.id, clause.body.last(), clause.span)));
        }
        let span = keyword.span.to(r.span);
        let (lbrace, rbrace) = (l.span.lo, r.span.lo);
        let in_clauses = clauses.iter().map(|clause| {
            tallest(clause.exprs.as_deref().unwrap_or_default()).max(tallest_stmt(&clause.body))
        });
        // A clause is a level of its own.
        let below = in_clauses.max().unwrap_or(0).saturating_add(1).max(tallest_stmt(&init));
        match self.guard(main) {
            Ok((bind, x, guard)) => {
                let below = below.max(x.height);
                let node = TypeSwitch { init, bind, x, guard, lbrace, clauses, rbrace };
                self.stmt(span, below, StmtKind::TypeSwitch(Box::new(node)))
            }
            Err(main) => {
                let tag = main.map(|main| self.condition(main));
                let below = below.max(tallest(&tag));
                let node = Switch { init, tag, lbrace, clauses, rbrace };
                self.stmt(span, below, StmtKind::Switch(Box::new(node)))
            }
        }
    }

    /// Takes a statement apart that is the guard of a type switch; gives others back.
    fn guard(&mut self, main: Option<Stmt>) -> Result<(Option<Ident>, Expr, Span), Option<Stmt>> {
        let Some(mut main) = main else { return Err(None) };
        let span = main.span;
        let (bind, x) = match main.kind {
            StmtKind::Expr(x) if is_guard(&x) => (None, x),
            StmtKind::Assign(mut assign)
                if assign.op == AssignOp::Define
                    && assign.lhs.len() == 1
                    && assign.lhs[0].as_ident().is_some()
                    && assign.rhs.len() == 1
                    && is_guard(&assign.rhs[0]) =>
            {
                match assign.rhs.pop() {
                    Some(x) => (assign.lhs[0].as_ident().copied(), x),
                    None => return Err(None),
                }
            }
            kind => {
                main.kind = kind;
                return Err(Some(main));
            }
        };
        match x.kind {
            ExprKind::TypeAssert(node) => Ok((bind, node.x, span)),
            _ => Ok((bind, x, span)),
        }
    }

    /// The number of a clause whose statements were the last to be read.
    fn clause_id(&mut self) -> NodeId {
        let id = self.ids.fresh();
        if self.open_end.is_some() {
            self.open_clauses.push(id);
        }
        id
    }

    /// A clause must end with a semicolon if another follows. `clauses` gives number, last statement and start.
    fn check_clause_ends<'c>(&mut self, clauses: impl Iterator<Item = (NodeId, Option<&'c Stmt>, Span)>) {
        let mut previous: Option<(NodeId, Option<&Stmt>)> = None;
        for (id, last, span) in clauses {
            if let Some((previous, Some(_))) = previous
                && self.open_clauses.contains(&previous)
            {
                self.refuse(span);
            }
            previous = Some((id, last));
        }
    }

    /// `case a, b: ...`
    pub fn case_clause(
        &mut self,
        keyword: Token,
        exprs: Option<Vec<Expr>>,
        colon: Token,
        body: Vec<Stmt>,
    ) -> CaseClause {
        let end = body.last().map_or(colon.span, |stmt| stmt.span);
        let id = self.clause_id();
        CaseClause { id, span: keyword.span.to(end), exprs, colon: colon.span.lo, body }
    }

    /// `case v := <-ch: ...`
    pub fn comm_clause(
        &mut self,
        keyword: Token,
        comm: Option<Stmt>,
        colon: Token,
        body: Vec<Stmt>,
    ) -> Line<CommClause> {
        let end = body.last().map_or(colon.span, |stmt| stmt.span);
        let id = self.clause_id();
        Box::new(CommClause { id, span: keyword.span.to(end), comm, colon: colon.span.lo, body })
    }

    /// `select { ... }`
    pub fn select_stmt(
        &mut self,
        keyword: Token,
        l: Token,
        clauses: Vec<Line<CommClause>>,
        r: Token,
    ) -> Stmt {
        let clauses: Vec<CommClause> = clauses.into_iter().map(|clause| *clause).collect();
        if !self.open_clauses.is_empty() {
            self.check_clause_ends(clauses.iter().map(|clause| (clause.id, clause.body.last(), clause.span)));
        }
        let in_clauses = clauses.iter().map(|clause| tallest_stmt(clause.comm.iter().chain(&clause.body)));
        let below = in_clauses.max().unwrap_or(0).saturating_add(1);
        let node = Select { clauses, lbrace: l.span.lo, rbrace: r.span.lo };
        self.stmt(keyword.span.to(r.span), below, StmtKind::Select(Box::new(node)))
    }

    /// `for` of any kind
    pub fn for_stmt(&mut self, keyword: Token, header: Box<Loop>, body: Block) -> Stmt {
        let span = keyword.span.to(body.span);
        let below = body.height;
        match *header {
            Loop::While(cond) => {
                let cond = cond.map(|cond| self.condition(cond));
                let below = below.max(tallest(&cond));
                let node = For { init: None, cond, post: None, body };
                self.stmt(span, below, StmtKind::For(Box::new(node)))
            }
            Loop::Three { init, cond, post } => {
                let cond = cond.map(|cond| self.condition(cond));
                if let Some(StmtKind::Assign(assign)) = post.as_ref().map(|post| &post.kind)
                    && assign.op == AssignOp::Define
                {
                    self.refuse(assign.op_span);
                }
                let below = below.max(tallest(&cond)).max(tallest_stmt(init.iter().chain(&post)));
                let node = For { init, cond, post, body };
                self.stmt(span, below, StmtKind::For(Box::new(node)))
            }
            Loop::Range { vars, op, range, x } => {
                let below = below.max(x.height).max(tallest(&vars));
                let extra = vars.get(2).map(|third| third.span);
                let mut vars = vars.into_iter();
                let (key, value) = (vars.next(), vars.next());
                let op_span = op.map_or(Span::NONE, |op| op.span);
                // `:=` is the operator of two bytes.
                let define = op_span.len() == 2;
                let node = Range { key, value, extra, define, op_span, range, x, body };
                self.stmt(span, below, StmtKind::Range(Box::new(node)))
            }
        }
    }
}

fn is_guard(x: &Expr) -> bool {
    matches!(&x.kind, ExprKind::TypeAssert(node) if node.ty.is_none())
}
