//! What an interactive session shows of an expression that is entered alone.

use super::Checker;
use super::object::*;
use super::operand::{OpMode, Operand};
use crate::ast::{Expr, ExprKind};
use crate::types::{Qualifier, Type, TypeId};

/// What is shown.
#[derive(Debug, Default)]
pub enum Echo {
    /// Nothing: a statement, a call without results.
    #[default]
    Nothing,
    /// Nothing, though there are values of these types: it is a call that prints, and nobody wants to see how many bytes.
    Quiet(Vec<TypeId>),
    /// The values, with these types, as spelled.
    Values(Vec<TypeId>),
    /// This text: of types, packages and other things that are no values at run time.
    Text(String),
}

impl Checker {
    /// Checks an expression that stands alone as the last statement of an entry: it may be anything that has a name or value.
    pub(super) fn echo(&mut self, e: &Expr) -> Echo {
        if let Some(text) = self.package_text(e) {
            return Echo::Text(text);
        }
        let mut x = Operand::invalid();
        self.raw_expr(None, &mut x, e, None, true);
        if !x.is_valid() || x.mode == OpMode::NoValue {
            return Echo::Nothing;
        }
        if let Some(text) = self.unvalued(&x) {
            return Echo::Text(text);
        }
        if let Type::Tuple(types) = self.tt.get(x.ty) {
            let types = types.to_vec();
            return if self.is_printing(e) { Echo::Quiet(types) } else { Echo::Values(types) };
        }
        let ty = self.tt.default_type(x.ty);
        self.assignment(&mut x, Some(TypeId::ANY), "entry");
        if x.is_valid() { Echo::Values(vec![ty]) } else { Echo::Nothing }
    }

    /// The text of a type, as diagnostics of a session have it.
    pub fn session_type_text(&self, t: TypeId) -> String {
        let pkg = self.session_package().unwrap_or(PkgId::UNIVERSE);
        self.tt.type_string(t, Qualifier::Local(pkg))
    }

    /// `package strings`, if the expression is the name of one.
    fn package_text(&mut self, e: &Expr) -> Option<String> {
        let ExprKind::Ident(ident) = &e.unparen().kind else { return None };
        let obj = self.lookup(ident.name).or_else(|| self.implicit_import(ident))?;
        let ObjectKind::PkgName { imported, fake: false } = self.obj(obj).kind else { return None };
        let package = self.package(imported);
        let last = package.path.rsplit('/').next();
        Some(if last == Some(package.name.as_str()) && !package.path.contains('/') {
            format!("package {}", package.name)
        } else {
            format!("package {} // import \"{}\"", package.name, package.path)
        })
    }

    /// What is no value at run time, or whose address alone would say nothing.
    fn unvalued(&mut self, x: &Operand) -> Option<String> {
        match x.mode {
            OpMode::Builtin(id) => Some(format!("built-in function {}", id.row().name)),
            OpMode::TypeExpr => Some(self.type_text(x.ty)),
            OpMode::Nil => Some("untyped nil".to_string()),
            OpMode::Const if self.tt.is_untyped(x.ty) => {
                let basic = self.tt.basic(self.tt.default_type(x.ty))?;
                let fits = self.represent(x, basic).is_ok_and(|v| v.is_some());
                let value = x.val.as_ref()?;
                (!fits).then(|| format!("{} constant = {value}", self.ts(x.ty)))
            }
            OpMode::Value => {
                let obj = match &x.expr()?.unparen().kind {
                    ExprKind::Ident(ident) => self.info.use_of(ident.id)?,
                    ExprKind::Selector(node) => self.info.use_of(node.sel.id)?,
                    // A generic function needs its type arguments before it is a value.
                    _ => return None,
                };
                let ObjectKind::Func(FuncInfo { is_method: false, .. }) = self.obj(obj).kind else {
                    return None;
                };
                Some(self.func_text(obj))
            }
            OpMode::Const
            | OpMode::Invalid
            | OpMode::NoValue
            | OpMode::Variable
            | OpMode::MapIndex
            | OpMode::CommaOk => None,
        }
    }

    /// `type T struct{...}`; of a type without a name its text.
    pub fn type_text(&mut self, t: TypeId) -> String {
        if let Some((_, target)) = self.tt.as_alias(t) {
            return format!("type {} = {}", self.session_type_text(t), self.session_type_text(target));
        }
        match self.tt.as_named(t) {
            Some(_) => {
                let under = self.tt.under(t);
                format!("type {} {}", self.session_type_text(t), self.session_type_text(under))
            }
            None => format!("type {}", self.session_type_text(t)),
        }
    }

    /// `func strings.ToUpper(s string) string`
    pub fn func_text(&mut self, obj: ObjId) -> String {
        self.resolve(obj);
        let ty = self.shown(obj);
        let text = self.session_type_text(ty);
        let here = self.session_package().unwrap_or(PkgId::UNIVERSE);
        let prefix = self.tt.package_prefix(self.obj(obj).pkg, Qualifier::Local(here));
        format!("func {prefix}{}{}", self.obj(obj).name, text.strip_prefix("func").unwrap_or(&text))
    }

    /// Whether an expression is a call that prints.
    fn is_printing(&self, e: &Expr) -> bool {
        let ExprKind::Call(call) = &e.unparen().kind else { return false };
        let ExprKind::Selector(node) = &call.fun.unparen().kind else { return false };
        let Some(obj) = self.info.use_of(node.sel.id) else { return false };
        let name = self.obj(obj).name.as_str();
        &*self.package(self.obj(obj).pkg).path == "fmt"
            && (name.starts_with("Print") || name.starts_with("Fprint"))
    }
}
