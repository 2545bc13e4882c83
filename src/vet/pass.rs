//! What every check needs: the files, what the checker knows of a node, and a place for findings.

use std::rc::Rc;

use crate::ast::{Call, Expr, ExprKind, File, FuncDecl, LitKind, Selector};
use crate::check::consts::ConstValue;
use crate::check::object::{ObjId, ObjectKind, PkgId};
use crate::check::{CallKind, Checker, Mode, SelectionKind};
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, Symbol};
use crate::types::universe::Builtin;
use crate::types::{Lookup, MemberKind, Qualifier, Signature, Type, TypeId};

/// The package that is looked over.
pub struct Pass<'c> {
    /// Types, objects, and what was found out about nodes.
    pub chk: &'c mut Checker,
    /// The package.
    pub pkg: PkgId,
    /// The program's own packages, in the order of initialisation, this one included.
    pub packages: Vec<PkgId>,
    /// The version of the language: major and minor number.
    pub go: Option<(u32, u32)>,
    findings: Vec<Diagnostic>,
}

/// The declared function or method that a call calls.
#[derive(Clone, Copy, Debug)]
pub struct Callee {
    /// Its object; none for a method of an interface.
    pub obj: Option<ObjId>,
    /// The package that declares it.
    pub pkg: PkgId,
    /// Its name.
    pub name: Symbol,
    /// For a method the type that declares it, and whether the receiver is a pointer to that.
    pub recv: Option<(TypeId, bool)>,
    /// Its signature, without the receiver.
    pub sig: TypeId,
}

impl<'c> Pass<'c> {
    /// A pass over one package.
    pub fn new(chk: &'c mut Checker, pkg: PkgId, packages: Vec<PkgId>, go: Option<(u32, u32)>) -> Pass<'c> {
        Pass { chk, pkg, packages, go, findings: Vec::new() }
    }

    /// All that was reported.
    pub fn into_findings(self) -> Vec<Diagnostic> {
        self.findings
    }

    /// Reports something.
    pub fn report(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.findings.push(Diagnostic::warning(code, span, message));
    }

    /// Reports something and what to do about it.
    pub fn report_with_help(&mut self, code: Code, span: Span, message: impl Into<String>, help: &str) {
        self.findings.push(Diagnostic::warning(code, span, message).with_help(help));
    }

    /// The files of the package.
    pub fn files(&self) -> Vec<Rc<File>> {
        self.chk.package(self.pkg).files.clone()
    }

    /// The type of an expression. That of `nil` is its own, whatever it is used as.
    pub fn ty(&self, e: &Expr) -> TypeId {
        match self.chk.info.mode(e.id) {
            Mode::Nil => TypeId::UNTYPED_NIL,
            _ => self.chk.info.ty(e.id),
        }
    }

    /// The type of an expression as the source spells it, for messages: `byte` is not `uint8` there.
    pub fn shown_ty(&mut self, e: &Expr) -> TypeId {
        let shown = match &e.unparen().kind {
            ExprKind::Ident(_) => self.variable(e).and_then(|obj| self.chk.obj(obj).shown),
            ExprKind::BasicLit(lit) if lit.kind == LitKind::Rune => Some(TypeId::RUNE),
            ExprKind::Call(call) => self.shown_result(call).or_else(|| self.shown_conversion(call)),
            _ => None,
        };
        shown.unwrap_or_else(|| self.ty(e))
    }

    /// The only result of a declared function that is not generic.
    fn shown_result(&mut self, call: &Call) -> Option<TypeId> {
        let obj = self.callee(call)?.obj?;
        let shown = self.chk.obj(obj).shown?;
        let sig = self.signature(shown)?;
        match *sig.results {
            [one] if !self.chk.tt.is_parameterized(one) => Some(one),
            _ => None,
        }
    }

    /// The type of a conversion to a type that a name stands for.
    fn shown_conversion(&self, call: &Call) -> Option<TypeId> {
        let ident = call.fun.unparen().as_ident()?;
        let obj = self.chk.obj(self.chk.info.use_of(ident.id)?);
        matches!(obj.kind, ObjectKind::TypeName { .. }).then(|| obj.shown.unwrap_or(obj.ty))
    }

    /// The variable that an identifier stands for.
    pub fn variable(&self, e: &Expr) -> Option<ObjId> {
        let ident = e.as_ident()?;
        let obj = self.chk.info.use_of(ident.id)?;
        self.chk.obj(obj).is_var().then_some(obj)
    }

    /// The text of a constant string.
    pub fn const_string(&self, e: &Expr) -> Option<String> {
        match self.chk.info.const_val(e.id)? {
            ConstValue::Str(text) => Some(String::from_utf8_lossy(text).into_owned()),
            ConstValue::Bool(_) | ConstValue::Int(_) | ConstValue::Float(_) | ConstValue::Complex(_) => None,
        }
    }

    /// The source text.
    pub fn text(&self, span: Span) -> &str {
        self.chk.sources.text(span)
    }

    /// The source text of an expression, with blanks around its operators as gofmt has them where it stands alone.
    pub fn spaced(&self, e: &Expr) -> String {
        let ExprKind::Binary(_) = e.kind else { return self.text(e.span).to_owned() };
        // Where there are both, those that bind more closely stand without blanks.
        let close = has_operator(e, 4) && has_operator(e, 5);
        let mut out = String::new();
        self.write_spaced(e, close, &mut out);
        out
    }

    fn write_spaced(&self, e: &Expr, close: bool, out: &mut String) {
        let ExprKind::Binary(node) = &e.kind else { return out.push_str(self.text(e.span)) };
        self.write_spaced(&node.x, close, out);
        let blank = if close && node.op.precedence() == 5 { "" } else { " " };
        out.push_str(blank);
        out.push_str(node.op.as_str());
        out.push_str(blank);
        self.write_spaced(&node.y, close, out);
    }

    /// A type with the paths of its packages.
    pub fn type_name(&self, t: TypeId) -> String {
        self.chk.tt.type_string(t, Qualifier::Path)
    }

    /// The signature of a function type.
    pub fn signature(&mut self, t: TypeId) -> Option<Rc<Signature>> {
        match self.chk.tt.under_shape(t) {
            Type::Func(sig) => Some(sig),
            Type::Invalid
            | Type::Basic(_)
            | Type::Named(_)
            | Type::Pointer(_)
            | Type::Slice(_)
            | Type::Array(..)
            | Type::Map(..)
            | Type::Chan(..)
            | Type::Struct(_)
            | Type::Interface(_)
            | Type::Tuple(_)
            | Type::TypeParam(_)
            | Type::Union(_) => None,
        }
    }

    /// The declared function or method that a call calls; none for calls of values, conversions and builtins.
    pub fn callee(&mut self, call: &Call) -> Option<Callee> {
        let mut fun = call.fun.unparen();
        if let ExprKind::Index(index) = &fun.kind {
            fun = index.x.unparen();
        }
        match &fun.kind {
            ExprKind::Ident(ident) => {
                let obj = self.chk.info.use_of(ident.id)?;
                self.function(obj)
            }
            ExprKind::Selector(node) => self.selected(fun, node),
            _ => None,
        }
    }

    fn function(&mut self, obj: ObjId) -> Option<Callee> {
        let object = self.chk.obj(obj);
        if !matches!(object.kind, ObjectKind::Func(_)) {
            return None;
        }
        let (pkg, name) = (object.pkg, object.name);
        Some(Callee { obj: Some(obj), pkg, name, recv: None, sig: self.chk.obj_type(obj) })
    }

    fn selected(&mut self, fun: &Expr, node: &Selector) -> Option<Callee> {
        let selection = self.chk.info.selection(fun.id)?.clone();
        match selection.kind {
            SelectionKind::Qualified(obj) => self.function(obj),
            SelectionKind::Method { obj, ptr_recv } | SelectionKind::MethodExpr { obj, ptr_recv } => {
                let callee = self.function(obj)?;
                Some(Callee { recv: Some((selection.owner, ptr_recv)), ..callee })
            }
            SelectionKind::InterfaceMethod(_) | SelectionKind::InterfaceMethodExpr(_) => {
                let owner = self.chk.tt.as_named(selection.owner)?;
                Some(Callee {
                    obj: None,
                    pkg: self.chk.tt.named(owner).pkg,
                    name: node.sel.name,
                    recv: Some((selection.owner, false)),
                    sig: selection.ty,
                })
            }
            SelectionKind::Field => None,
        }
    }

    /// Whether a call is one of a predeclared function.
    pub fn calls_builtin(&self, call: &Call, builtin: Builtin) -> bool {
        self.chk.info.call_kind(call.fun.id) == CallKind::Builtin(builtin)
    }

    /// The import path of a package.
    pub fn path(&self, pkg: PkgId) -> Rc<str> {
        self.chk.tt.pkg(pkg).path.clone()
    }

    /// Whether a call is one of a function of a package, or of a method of a type of it.
    pub fn is(&self, callee: &Callee, path: &str, recv: Option<&str>, name: &str) -> bool {
        let owner = callee.recv.and_then(|(t, _)| self.chk.tt.as_named(t));
        let owner = owner.map(|id| self.chk.tt.named(id).name);
        callee.name.as_str() == name
            && *self.path(callee.pkg) == *path
            && owner.as_ref().map(|name| name.as_str()) == recv
    }

    /// A function with its package's path, as `go vet` names it: `fmt.Println`, `(*log.Logger).Print`.
    pub fn full_name(&self, callee: &Callee) -> String {
        match callee.recv {
            None => format!("{}.{}", self.path(callee.pkg), callee.name),
            Some((t, ptr)) => {
                let origin = self.chk.tt.as_named(t).map(|id| self.chk.tt.named(id));
                let owner = match origin {
                    // Of a generic type's method the type's name is enough.
                    Some(named) => format!("{}.{}", self.path(named.pkg), named.name),
                    None => self.type_name(t),
                };
                format!("({}{owner}).{}", if ptr { "*" } else { "" }, callee.name)
            }
        }
    }

    /// The signature of a method that values of a type have (without an address being taken).
    pub fn method(&mut self, t: TypeId, name: &str) -> Option<Rc<Signature>> {
        let sig = self.method_of(t, name)?.1;
        self.signature(sig)
    }

    /// The same with the method's object, if it is declared.
    pub fn method_of(&mut self, t: TypeId, name: &str) -> Option<(Option<ObjId>, TypeId)> {
        let Lookup::Found(member) = self.chk.tt.lookup(t, false, self.pkg, Symbol::intern(name)) else {
            return None;
        };
        match member.kind {
            MemberKind::Field => None,
            MemberKind::Method { obj, .. } => Some((Some(obj), self.chk.obj_type(obj))),
            MemberKind::IfaceMethod(_) => Some((None, member.ty)),
        }
    }

    /// Whether values of a type have a method `name() string`.
    pub fn gives_text(&mut self, t: TypeId, name: &str) -> bool {
        self.method(t, name).is_some_and(|sig| is_stringer(&sig))
    }

    /// The functions that a package declares, with their objects.
    pub fn functions(&self, pkg: PkgId) -> Vec<(ObjId, Rc<FuncDecl>)> {
        let objects = &self.chk.package(pkg).objects;
        objects.iter().filter_map(|&obj| Some((obj, self.chk.func_decl(obj)?))).collect()
    }
}

/// Whether a method is `func() string`.
pub fn is_stringer(sig: &Signature) -> bool {
    sig.params.is_empty() && *sig.results == [TypeId::STRING]
}

/// Whether an operator of a precedence stands in an expression, outside parentheses.
fn has_operator(e: &Expr, precedence: u8) -> bool {
    match &e.kind {
        ExprKind::Binary(node) => {
            node.op.precedence() == precedence
                || has_operator(&node.x, precedence)
                || has_operator(&node.y, precedence)
        }
        _ => false,
    }
}
