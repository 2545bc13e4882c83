//! Expressions.

use std::rc::Rc;

use super::{Builder, tallest, unparen};
use crate::ast::*;
use crate::lexer::Token;
use crate::source::Span;

impl Builder<'_> {
    /// An identifier as an expression.
    pub fn name(&mut self, token: Token) -> Expr {
        let ident = self.ident(token);
        self.expr_with(ident.id, ident.span, 0, ExprKind::Ident(ident))
    }

    /// A literal.
    pub fn literal(&mut self, token: Token) -> Expr {
        let lit = self.basic_lit(token);
        self.expr(token.span, 0, ExprKind::BasicLit(lit))
    }

    /// `(x)`
    pub fn paren(&mut self, l: Token, x: Expr, r: Token) -> Expr {
        self.expr(l.span.to(r.span), x.height, ExprKind::Paren(Box::new(x)))
    }

    /// `pkg.Name` where a type is expected
    pub fn qualified(&mut self, x: Token, dot: Token, sel: Ident) -> Expr {
        let x = self.name(x);
        self.selector(x, dot, sel)
    }

    /// `x.sel`
    pub fn selector(&mut self, x: Expr, dot: Token, sel: Ident) -> Expr {
        let (span, below) = (x.span.to(sel.span), x.height);
        self.expr(span, below, ExprKind::Selector(Box::new(Selector { x, dot: dot.span.lo, sel })))
    }

    /// `x.(T)`, `x.(type)`
    pub fn type_assert(&mut self, x: Expr, dot: Token, ty: Option<Expr>, r: Token) -> Expr {
        let (span, below) = (x.span.to(r.span), x.height.max(tallest(&ty)));
        let node = TypeAssert { x, dot: dot.span.lo, ty };
        self.expr(span, below, ExprKind::TypeAssert(Box::new(node)))
    }

    /// `T[A1, A2]` where a type is expected. Its arguments must be types, unless [`Builder::may_be_indexed`] is told.
    pub fn instance(&mut self, x: Expr, l: Token, args: Vec<Expr>, r: Token) -> Expr {
        let has_value = args.first().is_some_and(is_value);
        let expr = self.index(x, l, args.into_iter().map(unparen).collect(), r);
        if has_value {
            self.value_args.push((expr.id, r.span));
        }
        expr
    }

    /// A parameter or field without a name: Go looks at the brackets in it before it knows that there is no array type.
    pub fn may_be_indexed(&mut self, ty: &Expr) {
        self.value_args.retain(|&(id, _)| id != ty.id);
    }

    /// `x[i]`, `x[T1, T2]`; behind a comma there can only be types
    pub fn index(&mut self, x: Expr, l: Token, mut indices: Vec<Expr>, r: Token) -> Expr {
        let behind_comma = indices.split_off(indices.len().min(1));
        indices.extend(behind_comma.into_iter().map(unparen));
        if indices.iter().skip(1).any(is_value) {
            self.refuse(r.span);
        }
        let (span, below) = (x.span.to(r.span), x.height.max(tallest(&indices)));
        let node = Index { x, lbrack: l.span.lo, indices, rbrack: r.span.lo };
        self.expr(span, below, ExprKind::Index(Box::new(node)))
    }

    /// `x[lo:hi]`, `x[lo:hi:max]`; the last has its second colon in `third`
    pub fn slice(
        &mut self,
        x: Expr,
        l: Token,
        lo: Option<Expr>,
        mut hi: Option<Expr>,
        third: Option<(Token, Option<Expr>)>,
        r: Token,
    ) -> Expr {
        let three = third.is_some();
        let mut max = None;
        if let Some((colon, limit)) = third {
            // What is missing has been said then; the other indices are checked.
            let mut required = |index: Option<Expr>, at: Span| {
                index.or_else(|| {
                    self.refuse(colon.span);
                    Some(self.bad_expr(at))
                })
            };
            hi = required(hi, colon.span);
            max = required(limit, r.span);
        }
        let below = x.height.max(tallest(lo.iter().chain(&hi).chain(&max)));
        let span = x.span.to(r.span);
        let node = SliceExpr { x, lbrack: l.span.lo, lo, hi, max, three, rbrack: r.span.lo };
        self.expr(span, below, ExprKind::Slice(Box::new(node)))
    }

    /// `f(x, y...)`
    pub fn call(&mut self, fun: Expr, l: Token, args: (Vec<Expr>, Option<Span>), r: Token) -> Expr {
        let (args, ellipsis) = args;
        let (span, below) = (fun.span.to(r.span), fun.height.max(tallest(&args)));
        let node = Call { fun, lparen: l.span.lo, args, ellipsis, rparen: r.span.lo };
        self.expr(span, below, ExprKind::Call(Box::new(node)))
    }

    /// `T{...}`, `{...}`
    pub fn composite(&mut self, ty: Option<Expr>, l: Token, elems: Vec<Element>, r: Token) -> Expr {
        if ty.as_ref().is_some_and(|ty| !may_have_elements(ty)) {
            self.refuse(l.span);
        }
        let span = ty.as_ref().map_or(l.span, |ty| ty.span).to(r.span);
        let below = tallest(ty.iter().chain(elems.iter().flat_map(|e| e.key.iter().chain([&e.value]))));
        let node = CompositeLit { ty, lbrace: l.span.lo, elems, rbrace: r.span.lo };
        self.expr(span, below, ExprKind::CompositeLit(Box::new(node)))
    }

    /// `func(...) { ... }`
    pub fn func_lit(&mut self, ty: FuncType, body: Block) -> Expr {
        let (span, below) = (ty.span.to(body.span), ty.height.max(body.height));
        let id = self.ids.fresh();
        self.expr_with(id, span, below, ExprKind::FuncLit(Rc::new(FuncLit { id, ty, body })))
    }

    /// `*x`
    pub fn star(&mut self, op: Token, x: Expr) -> Expr {
        self.expr(op.span.to(x.span), x.height, ExprKind::Star(Box::new(x)))
    }

    /// `go f(x)` where an expression is expected, or as a statement, which is not yet known
    pub fn go_expr(&mut self, keyword: Token, call: Expr) -> Expr {
        let expr = self.expr(keyword.span.to(call.span), call.height, ExprKind::Go(Box::new(call)));
        self.go_exprs.push((expr.id, keyword.span));
        expr
    }

    /// `-x`
    pub fn unary(&mut self, op: Token, operator: UnaryOp, x: Expr) -> Expr {
        if operator == UnaryOp::Recv && matches!(x.kind, ExprKind::ChanType(_)) {
            return self.receive_type(op, x);
        }
        let (span, below) = (op.span.to(x.span), x.height);
        self.expr(span, below, ExprKind::Unary(Box::new(Unary { op: operator, x })))
    }

    /// An arrow before a channel type makes it a type to receive from: `<-chan T`. If it is a type to send to,
    /// the arrow goes with that: `<-chan<- chan T` is `<-chan (<-chan T)`.
    fn receive_type(&mut self, op: Token, mut x: Expr) -> Expr {
        let mut chan = &mut x;
        loop {
            let at = chan.span;
            let ExprKind::ChanType(node) = &mut chan.kind else {
                self.refuse(at);
                break;
            };
            let dir = std::mem::replace(&mut node.dir, ChanDir::Recv);
            match dir {
                ChanDir::Both => break,
                ChanDir::Recv => {
                    self.refuse(at);
                    break;
                }
                ChanDir::Send => chan = &mut node.elem,
            }
        }
        x.span = op.span.to(x.span);
        x
    }

    /// `x op y`, put where the precedences want it.
    ///
    /// Operands arrive from left to right, so `x` holds all that is left of `op`. Along its right edge the
    /// precedences of operators grow; `y` belongs under the first that binds less than `op` does. Parentheses
    /// are nodes of their own, so the edge ends at them.
    pub fn binary(&mut self, mut x: Expr, op: (BinaryOp, Span), y: Expr) -> Expr {
        match x.kind {
            ExprKind::Binary(mut left) if left.op.precedence() < op.0.precedence() => {
                // Precedences end at 5, so this recursion does too.
                left.y = self.binary(left.y, op, y);
                let below = left.x.height.max(left.y.height);
                let span = left.x.span.to(left.y.span);
                self.expr_with(x.id, span, below, ExprKind::Binary(left))
            }
            kind => {
                x.kind = kind;
                let (span, below) = (x.span.to(y.span), x.height.max(y.height));
                let (op, op_span) = op;
                self.expr(span, below, ExprKind::Binary(Box::new(Binary { op, op_span, x, y })))
            }
        }
    }
}

/// Whether elements in braces may follow: the grammar takes any operand for the type of a composite literal.
fn may_have_elements(ty: &Expr) -> bool {
    match &ty.kind {
        ExprKind::Ident(_)
        | ExprKind::Selector(_)
        | ExprKind::ArrayType(_)
        | ExprKind::MapType(_)
        | ExprKind::StructType(_) => true,
        ExprKind::Index(_) => !is_value(ty),
        ExprKind::Bad
        | ExprKind::BasicLit(_)
        | ExprKind::FuncLit(_)
        | ExprKind::CompositeLit(_)
        | ExprKind::Paren(_)
        | ExprKind::Slice(_)
        | ExprKind::TypeAssert(_)
        | ExprKind::Call(_)
        | ExprKind::Star(_)
        | ExprKind::Unary(_)
        | ExprKind::Binary(_)
        | ExprKind::Go(_)
        | ExprKind::FuncType(_)
        | ExprKind::InterfaceType(_)
        | ExprKind::ChanType(_) => false,
    }
}

/// Whether an expression can only be a value, and no type or type argument.
fn is_value(x: &Expr) -> bool {
    match &x.kind {
        ExprKind::BasicLit(_)
        | ExprKind::FuncLit(_)
        | ExprKind::CompositeLit(_)
        | ExprKind::Slice(_)
        | ExprKind::TypeAssert(_)
        | ExprKind::Call(_)
        | ExprKind::Unary(_)
        | ExprKind::Binary(_)
        | ExprKind::Go(_) => true,
        ExprKind::Paren(inner) => is_value(inner),
        ExprKind::Index(node) => is_value(&node.x) || matches!(&node.indices[..], [only] if is_value(only)),
        ExprKind::Bad
        | ExprKind::Ident(_)
        | ExprKind::Selector(_)
        | ExprKind::Star(_)
        | ExprKind::ArrayType(_)
        | ExprKind::MapType(_)
        | ExprKind::StructType(_)
        | ExprKind::FuncType(_)
        | ExprKind::InterfaceType(_)
        | ExprKind::ChanType(_) => false,
    }
}
