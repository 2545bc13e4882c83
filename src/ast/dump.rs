//! A tree as text, for golden tests and for people: a node a line, its children indented below it.

use std::fmt::Write;

use super::*;
use crate::source::{self, Span};

/// The tree of a file as text. Nodes are followed by the line and column at which they start.
pub fn dump(tree: &File, source: &source::File) -> String {
    let mut d = Dumper { source, depth: 0, out: String::new() };
    let kind = if tree.is_script { "Script" } else { "File" };
    let name = tree.package.map_or(String::new(), |name| format!(" {}", name.name));
    d.node(&format!("{kind}{name}"), tree.span, |d| {
        for item in &tree.items {
            match item {
                TopItem::Decl(decl) => d.decl(decl),
                TopItem::Stmt(stmt) => d.stmt(stmt),
            }
        }
    });
    d.out
}

struct Dumper<'s> {
    source: &'s source::File,
    depth: usize,
    out: String,
}

impl Dumper<'_> {
    fn node(&mut self, label: &str, span: Span, children: impl FnOnce(&mut Self)) {
        let (line, col) = self.source.line_col(span.lo);
        // Writing to a string does not fail.
        let _ = writeln!(self.out, "{:1$}{label} {line}:{col}", "", self.depth * 2);
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn leaf(&mut self, label: &str, span: Span) {
        self.node(label, span, |_| {});
    }

    /// Children under a heading, unless there are none.
    fn group(&mut self, heading: &str, empty: bool, children: impl FnOnce(&mut Self)) {
        if empty {
            return;
        }
        let _ = writeln!(self.out, "{:1$}{heading}:", "", self.depth * 2);
        self.depth += 1;
        children(self);
        self.depth -= 1;
    }

    fn exprs<'e>(&mut self, exprs: impl IntoIterator<Item = &'e Expr>) {
        exprs.into_iter().for_each(|expr| self.expr(expr));
    }

    fn stmts(&mut self, stmts: &[Stmt]) {
        stmts.iter().for_each(|stmt| self.stmt(stmt));
    }

    fn names(names: &[Ident]) -> String {
        names.iter().map(|name| format!(" {}", name.name)).collect()
    }

    fn fields(&mut self, heading: &str, fields: &[Field]) {
        self.group(heading, fields.is_empty(), |d| {
            for field in fields {
                let dots = if field.ellipsis.is_some() { " ..." } else { "" };
                let label = format!("Field{}{dots}", Self::names(&field.names));
                d.node(&label, field.span, |d| d.expr(&field.ty));
            }
        });
    }

    fn signature(&mut self, ty: &FuncType) {
        self.fields("params", &ty.params);
        self.fields("results", &ty.results);
    }

    fn decl(&mut self, decl: &Decl) {
        match decl {
            Decl::Bad(span) => self.leaf("BadDecl", *span),
            Decl::Import(group) => {
                for spec in &group.specs {
                    let name = spec.name.map_or(String::new(), |name| format!(" {}", name.name));
                    self.leaf(&format!("Import{name} {}", spec.path.raw), spec.span);
                }
            }
            Decl::Const(group) => self.values("Const", group),
            Decl::Var(group) => self.values("Var", group),
            Decl::Type(group) => {
                for spec in &group.specs {
                    let alias = if spec.is_alias() { " =" } else { "" };
                    self.node(&format!("Type {}{alias}", spec.name.name), spec.span, |d| {
                        d.fields("type params", &spec.type_params);
                        d.expr(&spec.ty);
                    });
                }
            }
            Decl::Func(func) => self.node(&format!("Func {}", func.name.name), func.span, |d| {
                d.fields("receiver", func.recv.as_deref().unwrap_or_default());
                d.fields("type params", &func.type_params);
                d.signature(&func.ty);
                if let Some(body) = &func.body {
                    d.block(body);
                }
            }),
        }
    }

    fn values(&mut self, label: &str, group: &Group<ValueSpec>) {
        for spec in &group.specs {
            let iota = if label == "Const" { format!(" iota={}", spec.iota) } else { String::new() };
            let repeats = if spec.inherit.is_some() { " repeats" } else { "" };
            let label = format!("{label}{}{iota}{repeats}", Self::names(&spec.names));
            self.node(&label, spec.span, |d| {
                d.group("type", spec.ty.is_none(), |d| d.exprs(&spec.ty));
                d.group("values", spec.values.is_empty(), |d| d.exprs(&spec.values));
            });
        }
    }

    fn block(&mut self, block: &Block) {
        self.node("Block", block.span, |d| d.stmts(&block.stmts));
    }

    fn clauses(&mut self, clauses: &[CaseClause]) {
        for clause in clauses {
            let label = if clause.exprs.is_some() { "Case" } else { "Default" };
            self.node(label, clause.span, |d| {
                d.exprs(clause.exprs.iter().flatten());
                d.group("body", clause.body.is_empty(), |d| d.stmts(&clause.body));
            });
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let span = stmt.span;
        match &stmt.kind {
            StmtKind::Bad => self.leaf("BadStmt", span),
            StmtKind::Empty => self.leaf("Empty", span),
            StmtKind::Decl(decl) => self.decl(decl),
            StmtKind::Labeled { label, stmt } => {
                self.node(&format!("Labeled {}", label.name), span, |d| d.stmt(stmt));
            }
            StmtKind::Expr(x) => self.node("ExprStmt", span, |d| d.expr(x)),
            StmtKind::Send(send) => self.node("Send", span, |d| d.exprs([&send.chan, &send.value])),
            StmtKind::IncDec { x, inc, .. } => {
                self.node(if *inc { "Inc" } else { "Dec" }, span, |d| d.expr(x));
            }
            StmtKind::Assign(assign) => {
                let op = match assign.op {
                    AssignOp::Assign => "=".to_owned(),
                    AssignOp::Define => ":=".to_owned(),
                    AssignOp::Op(op) => format!("{}=", op.as_str()),
                };
                self.node(&format!("Assign {op}"), span, |d| {
                    d.group("left", false, |d| d.exprs(&assign.lhs));
                    d.group("right", false, |d| d.exprs(&assign.rhs));
                });
            }
            StmtKind::Go(call) => self.node("GoStmt", span, |d| d.expr(call)),
            StmtKind::Defer(call) => self.node("Defer", span, |d| d.expr(call)),
            StmtKind::Return(values) => self.node("Return", span, |d| d.exprs(values)),
            StmtKind::Branch { kind, label } => {
                let label = label.map_or(String::new(), |label| format!(" {}", label.name));
                self.leaf(&format!("Branch {}{label}", kind.as_str()), span);
            }
            StmtKind::Block(block) => self.block(block),
            StmtKind::If(node) => self.node("If", span, |d| {
                d.group("init", node.init.is_none(), |d| d.stmts(node.init.as_slice()));
                d.expr(&node.cond);
                d.block(&node.then);
                d.group("else", node.otherwise.is_none(), |d| d.stmts(node.otherwise.as_slice()));
            }),
            StmtKind::Switch(node) => self.node("Switch", span, |d| {
                d.group("init", node.init.is_none(), |d| d.stmts(node.init.as_slice()));
                d.group("tag", node.tag.is_none(), |d| d.exprs(&node.tag));
                d.clauses(&node.clauses);
            }),
            StmtKind::TypeSwitch(node) => {
                let bind = node.bind.map_or(String::new(), |bind| format!(" {}", bind.name));
                self.node(&format!("TypeSwitch{bind}"), span, |d| {
                    d.group("init", node.init.is_none(), |d| d.stmts(node.init.as_slice()));
                    d.expr(&node.x);
                    d.clauses(&node.clauses);
                });
            }
            StmtKind::Select(node) => self.node("Select", span, |d| {
                for clause in &node.clauses {
                    let label = if clause.comm.is_some() { "Comm" } else { "Default" };
                    d.node(label, clause.span, |d| {
                        d.stmts(clause.comm.as_slice());
                        d.group("body", clause.body.is_empty(), |d| d.stmts(&clause.body));
                    });
                }
            }),
            StmtKind::For(node) => self.node("For", span, |d| {
                d.group("init", node.init.is_none(), |d| d.stmts(node.init.as_slice()));
                d.group("cond", node.cond.is_none(), |d| d.exprs(&node.cond));
                d.group("post", node.post.is_none(), |d| d.stmts(node.post.as_slice()));
                d.block(&node.body);
            }),
            StmtKind::Range(node) => {
                let define = if node.define { " :=" } else { "" };
                self.node(&format!("Range{define}"), span, |d| {
                    d.group("key", node.key.is_none(), |d| d.exprs(&node.key));
                    d.group("value", node.value.is_none(), |d| d.exprs(&node.value));
                    d.expr(&node.x);
                    d.block(&node.body);
                });
            }
        }
    }

    fn expr(&mut self, expr: &Expr) {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Bad => self.leaf("BadExpr", span),
            ExprKind::Ident(ident) => self.leaf(&format!("Ident {}", ident.name), span),
            ExprKind::BasicLit(lit) => {
                let raw = lit.raw.as_str().replace('\n', "\\n");
                self.leaf(&format!("{:?} {raw}", lit.kind), span);
            }
            ExprKind::FuncLit(func) => self.node("FuncLit", span, |d| {
                d.signature(&func.ty);
                d.block(&func.body);
            }),
            ExprKind::CompositeLit(lit) => self.node("CompositeLit", span, |d| {
                d.group("type", lit.ty.is_none(), |d| d.exprs(&lit.ty));
                for elem in &lit.elems {
                    match &elem.key {
                        Some(key) => d.node("KeyValue", elem.span(), |d| d.exprs([key, &elem.value])),
                        None => d.expr(&elem.value),
                    }
                }
            }),
            ExprKind::Paren(x) => self.node("Paren", span, |d| d.expr(x)),
            ExprKind::Selector(node) => {
                self.node(&format!("Selector {}", node.sel.name), span, |d| d.expr(&node.x));
            }
            ExprKind::Index(node) => self.node("Index", span, |d| {
                d.expr(&node.x);
                d.exprs(&node.indices);
            }),
            ExprKind::Slice(node) => {
                self.node(if node.three { "Slice3" } else { "Slice" }, span, |d| {
                    d.expr(&node.x);
                    d.group("low", node.lo.is_none(), |d| d.exprs(&node.lo));
                    d.group("high", node.hi.is_none(), |d| d.exprs(&node.hi));
                    d.group("max", node.max.is_none(), |d| d.exprs(&node.max));
                });
            }
            ExprKind::TypeAssert(node) => self.node("TypeAssert", span, |d| {
                d.expr(&node.x);
                d.group("type", node.ty.is_none(), |d| d.exprs(&node.ty));
            }),
            ExprKind::Call(node) => {
                let dots = if node.ellipsis.is_some() { " ..." } else { "" };
                self.node(&format!("Call{dots}"), span, |d| {
                    d.expr(&node.fun);
                    d.group("args", node.args.is_empty(), |d| d.exprs(&node.args));
                });
            }
            ExprKind::Star(x) => self.node("Star", span, |d| d.expr(x)),
            ExprKind::Unary(node) => {
                self.node(&format!("Unary {}", node.op.as_str()), span, |d| d.expr(&node.x));
            }
            ExprKind::Binary(node) => {
                self.node(&format!("Binary {}", node.op.as_str()), span, |d| d.exprs([&node.x, &node.y]));
            }
            ExprKind::ArrayType(node) => {
                let label = match node.len {
                    ArrayLen::Slice => "SliceType",
                    ArrayLen::Auto(_) => "ArrayType ...",
                    ArrayLen::Fixed(_) => "ArrayType",
                };
                self.node(label, span, |d| {
                    if let ArrayLen::Fixed(len) = &node.len {
                        d.expr(len);
                    }
                    d.expr(&node.elem);
                });
            }
            ExprKind::StructType(node) => self.node("StructType", span, |d| {
                for field in &node.fields {
                    let embedded = if field.names.is_empty() { " embedded" } else { "" };
                    let tag = field.tag.map_or(String::new(), |(tag, _)| format!(" {}", tag.raw));
                    let label = format!("Field{}{embedded}{tag}", Self::names(&field.names));
                    d.node(&label, field.span, |d| d.expr(&field.ty));
                }
            }),
            ExprKind::FuncType(ty) => self.node("FuncType", span, |d| d.signature(ty)),
            ExprKind::InterfaceType(node) => self.node("InterfaceType", span, |d| {
                for elem in &node.elems {
                    match elem {
                        InterfaceElem::Method { name, ty } => {
                            d.node(&format!("Method {}", name.name), name.span, |d| d.signature(ty));
                        }
                        InterfaceElem::Embed(x) => d.node("Embed", x.span, |d| d.expr(x)),
                    }
                }
            }),
            ExprKind::MapType(node) => self.node("MapType", span, |d| d.exprs([&node.key, &node.value])),
            ExprKind::ChanType(node) => {
                let label = match node.dir {
                    ChanDir::Both => "ChanType",
                    ChanDir::Send => "ChanType send",
                    ChanDir::Recv => "ChanType receive",
                };
                self.node(label, span, |d| d.expr(&node.elem));
            }
            ExprKind::Go(call) => self.node("GoExpr", span, |d| d.expr(call)),
        }
    }
}
