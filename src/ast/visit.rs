//! Walking a tree.

use super::*;

/// Called for the nodes of a tree, outer ones first. Each method's default goes on into the node; one that is
/// overridden does so by calling the `walk_` function, or leaves the node's inside out by not calling it.
pub trait Visitor {
    /// An expression or a type.
    fn visit_expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
    }

    /// A statement.
    fn visit_stmt(&mut self, stmt: &Stmt) {
        walk_stmt(self, stmt);
    }

    /// A block; clauses of `switch` and `select` are not blocks.
    fn visit_block(&mut self, block: &Block) {
        walk_block(self, block);
    }

    /// A declaration.
    fn visit_decl(&mut self, decl: &Decl) {
        walk_decl(self, decl);
    }

    /// An identifier that is no expression: a declared name, a selected name, a label.
    fn visit_ident(&mut self, _ident: &Ident) {}
}

/// Visits all items of a file.
pub fn walk_file<V: Visitor + ?Sized>(v: &mut V, file: &File) {
    for item in &file.items {
        match item {
            TopItem::Decl(decl) => v.visit_decl(decl),
            TopItem::Stmt(stmt) => v.visit_stmt(stmt),
        }
    }
}

/// Visits what a declaration consists of.
pub fn walk_decl<V: Visitor + ?Sized>(v: &mut V, decl: &Decl) {
    match decl {
        Decl::Bad(_) => {}
        Decl::Import(group) => {
            for spec in &group.specs {
                idents(v, spec.name.as_slice());
            }
        }
        Decl::Const(group) | Decl::Var(group) => {
            for spec in &group.specs {
                idents(v, &spec.names);
                exprs(v, spec.ty.as_slice());
                exprs(v, &spec.values);
            }
        }
        Decl::Type(group) => {
            for spec in &group.specs {
                v.visit_ident(&spec.name);
                fields(v, &spec.type_params);
                v.visit_expr(&spec.ty);
            }
        }
        Decl::Func(func) => {
            fields(v, func.recv.as_deref().unwrap_or_default());
            v.visit_ident(&func.name);
            fields(v, &func.type_params);
            signature(v, &func.ty);
            if let Some(body) = &func.body {
                v.visit_block(body);
            }
        }
    }
}

/// Visits the statements of a block.
pub fn walk_block<V: Visitor + ?Sized>(v: &mut V, block: &Block) {
    stmts(v, &block.stmts);
}

/// Visits what a statement consists of.
pub fn walk_stmt<V: Visitor + ?Sized>(v: &mut V, stmt: &Stmt) {
    match &stmt.kind {
        StmtKind::Bad | StmtKind::Empty => {}
        StmtKind::Decl(decl) => v.visit_decl(decl),
        StmtKind::Labeled { label, stmt } => {
            v.visit_ident(label);
            v.visit_stmt(stmt);
        }
        StmtKind::Expr(x) | StmtKind::IncDec { x, .. } | StmtKind::Go(x) | StmtKind::Defer(x) => {
            v.visit_expr(x)
        }
        StmtKind::Send(send) => {
            v.visit_expr(&send.chan);
            v.visit_expr(&send.value);
        }
        StmtKind::Assign(assign) => {
            exprs(v, &assign.lhs);
            exprs(v, &assign.rhs);
        }
        StmtKind::Return(values) => exprs(v, values),
        StmtKind::Branch { label, .. } => idents(v, label.as_slice()),
        StmtKind::Block(block) => v.visit_block(block),
        StmtKind::If(node) => {
            stmts(v, node.init.as_slice());
            v.visit_expr(&node.cond);
            v.visit_block(&node.then);
            stmts(v, node.otherwise.as_slice());
        }
        StmtKind::Switch(node) => {
            stmts(v, node.init.as_slice());
            exprs(v, node.tag.as_slice());
            clauses(v, &node.clauses);
        }
        StmtKind::TypeSwitch(node) => {
            stmts(v, node.init.as_slice());
            idents(v, node.bind.as_slice());
            v.visit_expr(&node.x);
            clauses(v, &node.clauses);
        }
        StmtKind::Select(node) => {
            for clause in &node.clauses {
                stmts(v, clause.comm.as_slice());
                stmts(v, &clause.body);
            }
        }
        StmtKind::For(node) => {
            stmts(v, node.init.as_slice());
            exprs(v, node.cond.as_slice());
            stmts(v, node.post.as_slice());
            v.visit_block(&node.body);
        }
        StmtKind::Range(node) => {
            exprs(v, node.key.as_slice());
            exprs(v, node.value.as_slice());
            v.visit_expr(&node.x);
            v.visit_block(&node.body);
        }
    }
}

/// Visits what an expression consists of.
pub fn walk_expr<V: Visitor + ?Sized>(v: &mut V, expr: &Expr) {
    match &expr.kind {
        ExprKind::Bad | ExprKind::Ident(_) | ExprKind::BasicLit(_) => {}
        ExprKind::FuncLit(func) => {
            signature(v, &func.ty);
            v.visit_block(&func.body);
        }
        ExprKind::CompositeLit(lit) => {
            exprs(v, lit.ty.as_slice());
            for elem in &lit.elems {
                exprs(v, elem.key.as_slice());
                v.visit_expr(&elem.value);
            }
        }
        ExprKind::Paren(x) | ExprKind::Star(x) | ExprKind::Go(x) => v.visit_expr(x),
        ExprKind::Selector(node) => {
            v.visit_expr(&node.x);
            v.visit_ident(&node.sel);
        }
        ExprKind::Index(node) => {
            v.visit_expr(&node.x);
            exprs(v, &node.indices);
        }
        ExprKind::Slice(node) => {
            v.visit_expr(&node.x);
            exprs(v, node.lo.as_slice());
            exprs(v, node.hi.as_slice());
            exprs(v, node.max.as_slice());
        }
        ExprKind::TypeAssert(node) => {
            v.visit_expr(&node.x);
            exprs(v, node.ty.as_slice());
        }
        ExprKind::Call(node) => {
            v.visit_expr(&node.fun);
            exprs(v, &node.args);
        }
        ExprKind::Unary(node) => v.visit_expr(&node.x),
        ExprKind::Binary(node) => {
            v.visit_expr(&node.x);
            v.visit_expr(&node.y);
        }
        ExprKind::ArrayType(node) => {
            match &node.len {
                ArrayLen::Slice | ArrayLen::Auto(_) => {}
                ArrayLen::Fixed(len) => v.visit_expr(len),
            }
            v.visit_expr(&node.elem);
        }
        ExprKind::StructType(node) => {
            for field in &node.fields {
                idents(v, &field.names);
                v.visit_expr(&field.ty);
            }
        }
        ExprKind::FuncType(ty) => signature(v, ty),
        ExprKind::InterfaceType(node) => {
            for elem in &node.elems {
                match elem {
                    InterfaceElem::Method { name, ty } => {
                        v.visit_ident(name);
                        signature(v, ty);
                    }
                    InterfaceElem::Embed(x) => v.visit_expr(x),
                }
            }
        }
        ExprKind::MapType(node) => {
            v.visit_expr(&node.key);
            v.visit_expr(&node.value);
        }
        ExprKind::ChanType(node) => v.visit_expr(&node.elem),
    }
}

fn idents<V: Visitor + ?Sized>(v: &mut V, idents: &[Ident]) {
    idents.iter().for_each(|ident| v.visit_ident(ident));
}

fn exprs<V: Visitor + ?Sized>(v: &mut V, exprs: &[Expr]) {
    exprs.iter().for_each(|expr| v.visit_expr(expr));
}

fn stmts<V: Visitor + ?Sized>(v: &mut V, stmts: &[Stmt]) {
    stmts.iter().for_each(|stmt| v.visit_stmt(stmt));
}

fn clauses<V: Visitor + ?Sized>(v: &mut V, clauses: &[CaseClause]) {
    for clause in clauses {
        exprs(v, clause.exprs.as_deref().unwrap_or_default());
        stmts(v, &clause.body);
    }
}

fn fields<V: Visitor + ?Sized>(v: &mut V, fields: &[Field]) {
    for field in fields {
        idents(v, &field.names);
        v.visit_expr(&field.ty);
    }
}

fn signature<V: Visitor + ?Sized>(v: &mut V, ty: &FuncType) {
    fields(v, &ty.params);
    fields(v, &ty.results);
}
