//! Expressions as text, the way Go's compiler shortens them in messages: bodies and elements are left
//! out.

use super::*;

/// The expression's text: `f(x, y...)`, `T{…}`, `func(x int) {…}`.
pub fn expr_string(e: &Expr) -> String {
    let mut out = String::new();
    expr(&mut out, e);
    out
}

fn list(out: &mut String, exprs: &[Expr]) {
    for (i, e) in exprs.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        expr(out, e);
    }
}

fn expr(out: &mut String, e: &Expr) {
    match &e.kind {
        ExprKind::Bad => out.push('_'),
        ExprKind::Ident(ident) => out.push_str(ident.name.as_str()),
        ExprKind::BasicLit(lit) => out.push_str(lit.raw.as_str()),
        ExprKind::FuncLit(lit) => {
            func_type(out, &lit.ty);
            out.push_str(if lit.body.stmts.is_empty() { " {}" } else { " {…}" });
        }
        ExprKind::CompositeLit(lit) => {
            if let Some(ty) = &lit.ty {
                expr(out, ty);
            }
            out.push_str(if lit.elems.is_empty() { "{}" } else { "{…}" });
        }
        ExprKind::Paren(x) => {
            out.push('(');
            expr(out, x);
            out.push(')');
        }
        ExprKind::Selector(node) => {
            expr(out, &node.x);
            out.push('.');
            out.push_str(node.sel.name.as_str());
        }
        ExprKind::Index(node) => {
            expr(out, &node.x);
            out.push('[');
            list(out, &node.indices);
            out.push(']');
        }
        ExprKind::Slice(node) => {
            expr(out, &node.x);
            out.push('[');
            if let Some(lo) = &node.lo {
                expr(out, lo);
            }
            out.push(':');
            if let Some(hi) = &node.hi {
                expr(out, hi);
            }
            if node.three {
                out.push(':');
                if let Some(max) = &node.max {
                    expr(out, max);
                }
            }
            out.push(']');
        }
        ExprKind::TypeAssert(node) => {
            expr(out, &node.x);
            out.push_str(".(");
            match &node.ty {
                Some(ty) => expr(out, ty),
                None => out.push_str("type"),
            }
            out.push(')');
        }
        ExprKind::Call(node) => {
            expr(out, &node.fun);
            out.push('(');
            list(out, &node.args);
            if node.ellipsis.is_some() {
                out.push_str("...");
            }
            out.push(')');
        }
        ExprKind::Star(x) => {
            out.push('*');
            expr(out, x);
        }
        ExprKind::Unary(node) => {
            out.push_str(node.op.as_str());
            expr(out, &node.x);
        }
        ExprKind::Binary(node) => {
            expr(out, &node.x);
            out.push(' ');
            out.push_str(node.op.as_str());
            out.push(' ');
            expr(out, &node.y);
        }
        ExprKind::ArrayType(node) => {
            match &node.len {
                ArrayLen::Slice => out.push_str("[]"),
                ArrayLen::Auto(_) => out.push_str("[...]"),
                ArrayLen::Fixed(len) => {
                    out.push('[');
                    expr(out, len);
                    out.push(']');
                }
            }
            expr(out, &node.elem);
        }
        ExprKind::StructType(node) => {
            out.push_str("struct{");
            for (i, f) in node.fields.iter().enumerate() {
                out.push_str(if i > 0 { "; " } else { "" });
                names(out, &f.names);
                expr(out, &f.ty);
                if let Some((tag, _)) = &f.tag {
                    out.push(' ');
                    out.push_str(tag.raw.as_str());
                }
            }
            out.push('}');
        }
        ExprKind::FuncType(ty) => func_type(out, ty),
        ExprKind::InterfaceType(node) => {
            out.push_str("interface{");
            for (i, elem) in node.elems.iter().enumerate() {
                out.push_str(if i > 0 { "; " } else { "" });
                match elem {
                    InterfaceElem::Method { name, ty } => {
                        out.push_str(name.name.as_str());
                        signature(out, ty);
                    }
                    InterfaceElem::Embed(x) => expr(out, x),
                }
            }
            out.push('}');
        }
        ExprKind::MapType(node) => {
            out.push_str("map[");
            expr(out, &node.key);
            out.push(']');
            expr(out, &node.value);
        }
        ExprKind::ChanType(node) => {
            out.push_str(match node.dir {
                ChanDir::Both => "chan ",
                ChanDir::Send => "chan<- ",
                ChanDir::Recv => "<-chan ",
            });
            // The tree has no parentheses around types, but here the arrow would be another one's.
            let misread = node.dir == ChanDir::Both
                && matches!(&node.elem.kind, ExprKind::ChanType(elem) if elem.dir == ChanDir::Recv);
            out.push_str(if misread { "(" } else { "" });
            expr(out, &node.elem);
            out.push_str(if misread { ")" } else { "" });
        }
        ExprKind::Go(x) => {
            out.push_str("go ");
            expr(out, x);
        }
    }
}

fn names(out: &mut String, names: &[Ident]) {
    for (i, name) in names.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        out.push_str(name.name.as_str());
    }
    if !names.is_empty() {
        out.push(' ');
    }
}

fn func_type(out: &mut String, ty: &FuncType) {
    out.push_str("func");
    signature(out, ty);
}

fn fields(out: &mut String, list: &[Field]) {
    for (i, f) in list.iter().enumerate() {
        if i > 0 {
            out.push_str(", ");
        }
        names(out, &f.names);
        if f.ellipsis.is_some() {
            out.push_str("...");
        }
        expr(out, &f.ty);
    }
}

fn signature(out: &mut String, ty: &FuncType) {
    out.push('(');
    fields(out, &ty.params);
    out.push(')');
    match ty.results.as_slice() {
        [] => {}
        [one] if one.names.is_empty() => {
            out.push(' ');
            expr(out, &one.ty);
        }
        results => {
            out.push_str(" (");
            fields(out, results);
            out.push(')');
        }
    }
}
