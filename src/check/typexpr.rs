//! Identifiers and type expressions.

use super::Checker;
use super::object::ObjectKind;
use super::operand::{OpMode, Operand, Src};
use crate::ast::expr_string;
use crate::ast::{ArrayLen, ChanDir, Expr, ExprKind, Ident};
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, sym};
use crate::types::universe;
use crate::types::{Dir, ObjId, Type, TypeId};
use std::rc::Rc;

impl Checker {
    /// Checks an identifier.
    pub(super) fn ident<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, ident: &Ident, want_type: bool) {
        *x = Operand::of(e);
        let found = self.scopes.lookup(self.env.scope, ident.name);
        let found = found.or_else(|| Some((self.env.scope, self.script_name(ident)?)));
        let Some((scope, obj)) = found else {
            if ident.name.is_blank() {
                self.err(Code::InvalidBlank, ident.span, "cannot use _ as value or type");
            } else {
                self.undefined(ident);
            }
            return;
        };
        if matches!(obj, universe::ANY | universe::COMPARABLE)
            && !self.since(18, ident.span, |_| format!("predeclared {}", ident.name))
        {
            return;
        }
        self.info.set_use(ident.id, obj);
        let is_type = self.obj(obj).is_type_name();
        if want_type && !is_type {
            let message = format!("{} ({}) is not a type", ident.name, self.obj(obj).kind_name());
            self.err(Code::NotAType, ident.span, message);
            // An import is not used by that.
            if !matches!(self.obj(obj).kind, ObjectKind::PkgName { .. }) {
                self.objs[obj.0 as usize].used = true;
            }
            return;
        }
        if self.obj(obj).shown.is_none() || (is_type && want_type && !self.obj_path.is_empty()) {
            self.obj_decl(obj);
        } else if is_type && !self.pending_types.is_empty() {
            self.finish_type(obj);
        }
        if !self.dot_imports.is_empty()
            && let Some(&import) = self.dot_imports.get(&(scope, ident.name))
        {
            self.objs[import.0 as usize].used = true;
        }
        let ty = self.shown(obj);
        match self.obj(obj).kind {
            ObjectKind::PkgName { .. } => {
                let message = format!("use of package {} not in selector", ident.name);
                self.err(Code::NotAnExpression, ident.span, message);
                return;
            }
            ObjectKind::Const(ref value) => {
                let value = value.clone();
                self.add_dep(obj);
                if ty.is_invalid() {
                    return;
                }
                x.val = value;
                if obj == universe::IOTA {
                    let Some(iota) = self.env.iota.clone() else {
                        self.err(
                            Code::InvalidOperation,
                            ident.span,
                            "cannot use iota outside constant declaration",
                        );
                        return;
                    };
                    x.val = Some(iota);
                }
                x.mode = OpMode::Const;
            }
            ObjectKind::TypeName { .. } => {
                if self.session.is_some() {
                    self.add_dep(obj);
                }
                x.mode = OpMode::TypeExpr;
            }
            ObjectKind::Var(_) => {
                self.objs[obj.0 as usize].used = true;
                self.add_dep(obj);
                if ty.is_invalid() {
                    return;
                }
                x.mode = OpMode::Variable;
            }
            ObjectKind::Func(_) => {
                self.add_dep(obj);
                x.become_value();
            }
            ObjectKind::Builtin(id) => x.mode = OpMode::Builtin(id),
            ObjectKind::Nil => x.mode = OpMode::Nil,
        }
        x.ty = ty;
    }

    /// Reports a name that nothing declares, and suggests one that looks like it.
    pub(super) fn undefined(&mut self, ident: &Ident) {
        let mut diag = Diagnostic::error(Code::Undefined, ident.span, format!("undefined: {}", ident.name));
        if let Some(like) = self.similar_name(ident.name.as_str()) {
            diag = diag.with_help(format!("did you mean `{like}`?"));
        }
        self.report(diag);
    }

    /// A name in scope that differs little from a given one.
    fn similar_name(&self, name: &str) -> Option<&'static str> {
        let limit = match name.chars().count() {
            0..=2 => return None,
            3..=5 => 1,
            _ => 2,
        };
        let mut best: Option<(usize, &'static str)> = None;
        let mut scope = Some(self.env.scope);
        while let Some(id) = scope {
            let s = self.scopes.get(id);
            for (other, _) in s.iter() {
                let distance = edit_distance(name, other.as_str(), limit);
                if distance <= limit && best.is_none_or(|(d, n)| (distance, other.as_str()) < (d, n)) {
                    best = Some((distance, other.as_str()));
                }
            }
            scope = s.parent;
        }
        best.map(|(_, n)| n)
    }

    /// Checks a type expression; the type must not be generic.
    pub(super) fn typ(&mut self, e: &Expr) -> TypeId {
        self.declared_type(e, None)
    }

    /// As [`Checker::typ`], for types of variables: constraint interfaces are refused.
    pub(super) fn var_type(&mut self, e: &Expr) -> TypeId {
        let ty = self.declared_type(e, None);
        self.valid_var_type(e.place(), ty);
        ty
    }

    /// Reports a constraint interface where a variable's type is needed.
    pub(super) fn valid_var_type(&mut self, at: Span, ty: TypeId) {
        match self.tt.get(ty) {
            // Only these can be or become interfaces.
            Type::Named(_) | Type::Interface(_) => {}
            _ => return,
        }
        if matches!(ty, TypeId::ANY | TypeId::EMPTY_INTERFACE | TypeId::ERROR) {
            return;
        }
        let under = self.tt.under(ty);
        match self.tt.get(under) {
            Type::Invalid => {}
            Type::Interface(i) if !i.is_method_set() || i.decl.is_some() => {}
            _ => return,
        }
        self.later(move |c| {
            if !c.tt.is_interface(ty) {
                return;
            }
            let Some(iface) = c.tt.iface(ty) else { return };
            if iface.is_method_set() {
                return;
            }
            let ts = c.ts(ty);
            let why = if iface.comparable {
                "interface is (or embeds) comparable"
            } else {
                "interface contains type constraints"
            };
            c.err(
                Code::InvalidInterface,
                at,
                format!("cannot use type {ts} outside a type constraint: {why}"),
            );
        });
    }

    /// As [`Checker::typ`]; `def` is the type name whose declaration the expression is the right-hand
    /// side of.
    pub(super) fn declared_type(&mut self, e: &Expr, def: Option<ObjId>) -> TypeId {
        let mut ty = self.type_inner(e, def);
        if self.tt.is_generic(ty) {
            let message = format!("cannot use generic type {} without instantiation", self.ts(ty));
            self.err(Code::InvalidTypeArguments, e.place(), message);
            ty = TypeId::INVALID;
        }
        self.record_type(e.id, ty);
        ty
    }

    /// Checks a type expression that must denote a generic type. The error is what to say if it is a
    /// type but not a generic one; other errors were reported.
    pub(super) fn generic_type(&mut self, e: &Expr) -> Result<TypeId, Option<String>> {
        let ty = self.type_inner(e, None);
        self.record_type(e.id, ty);
        if ty.is_invalid() {
            return Err(None);
        }
        if !self.tt.is_generic(ty) {
            return Err(Some(format!("{} is not a generic type", self.ts(ty))));
        }
        Ok(ty)
    }

    fn type_name_operand(&mut self, x: &Operand) -> TypeId {
        match x.mode {
            OpMode::TypeExpr => return x.ty,
            OpMode::Invalid => {}
            OpMode::NoValue => {
                let xs = self.os(x);
                self.err(Code::NotAType, x.span(), format!("{xs} used as type"));
            }
            _ => {
                let xs = self.os(x);
                self.err(Code::NotAType, x.span(), format!("{xs} is not a type"));
            }
        }
        TypeId::INVALID
    }

    fn type_inner(&mut self, e: &Expr, def: Option<ObjId>) -> TypeId {
        match &e.kind {
            ExprKind::Bad => TypeId::INVALID,
            ExprKind::Ident(ident) => {
                let mut x = Operand::invalid();
                self.ident(&mut x, e, ident, true);
                self.type_name_operand(&x)
            }
            ExprKind::Selector(node) => {
                let mut x = Operand::invalid();
                self.selector(&mut x, e, node, true);
                self.type_name_operand(&x)
            }
            ExprKind::Index(node) => {
                self.since(18, e.place(), |_| "type instantiation".to_string());
                self.instantiated_type(&node.x, &node.indices)
            }
            ExprKind::Paren(inner) => self.declared_type(inner, def),
            ExprKind::ArrayType(node) => match &node.len {
                ArrayLen::Slice => {
                    let elem = self.var_type(&node.elem);
                    self.tt.slice(elem)
                }
                ArrayLen::Auto(_) => {
                    self.err(
                        Code::InvalidType,
                        e.place(),
                        "invalid use of [...] array (outside a composite literal)",
                    );
                    self.var_type(&node.elem);
                    TypeId::INVALID
                }
                ArrayLen::Fixed(len) => {
                    let len = self.array_length(len);
                    let elem = self.var_type(&node.elem);
                    match len {
                        Some(len) => {
                            let array = self.tt.intern(Type::Array(elem, len));
                            self.limit_size(array, len, e.place());
                            array
                        }
                        None => TypeId::INVALID,
                    }
                }
            },
            ExprKind::StructType(node) => self.struct_type(node, def),
            ExprKind::Star(inner) => {
                let base = self.var_type(inner);
                if base.is_invalid() { base } else { self.tt.pointer(base) }
            }
            ExprKind::FuncType(ty) => self.func_type_expr(ty),
            ExprKind::InterfaceType(node) => {
                let ty = self.interface_type(node);
                if !node.elems.is_empty() && !self.package(self.env.pkg).std {
                    self.interface_literals.push((e.place(), ty));
                }
                ty
            }
            ExprKind::MapType(node) => {
                let key = self.var_type(&node.key);
                let value = self.var_type(&node.value);
                self.check_map_key(node.key.place(), key);
                self.tt.intern(Type::Map(key, value))
            }
            ExprKind::ChanType(node) => {
                let dir = match node.dir {
                    ChanDir::Both => Dir::Both,
                    ChanDir::Send => Dir::Send,
                    ChanDir::Recv => Dir::Recv,
                };
                let elem = self.var_type(&node.elem);
                self.tt.intern(Type::Chan(dir, elem))
            }
            ExprKind::BasicLit(_)
            | ExprKind::FuncLit(_)
            | ExprKind::CompositeLit(_)
            | ExprKind::Slice(_)
            | ExprKind::TypeAssert(_)
            | ExprKind::Call(_)
            | ExprKind::Unary(_)
            | ExprKind::Binary(_)
            | ExprKind::Go(_) => {
                self.err(Code::NotAType, e.place(), format!("{} is not a type", expr_string(e)));
                self.use_expr(e);
                TypeId::INVALID
            }
        }
    }

    /// Refuses a variable that is a channel for too large values, as Go's compiler does.
    pub(super) fn limit_element(&mut self, at: Span, ty: TypeId) {
        const LIMIT: u64 = 1 << 16;
        let Type::Chan(_, elem) = *self.tt.get(ty) else { return };
        if !matches!(self.tt.get(elem), Type::Array(..) | Type::Struct(_) | Type::Named(_)) {
            return;
        }
        self.later(move |c| {
            if !c.tt.is_parameterized(elem) && c.tt.rough_size(elem) >= LIMIT {
                c.late.push((at, Code::InvalidType, "channel element type too large (>64kB)".to_string()));
            }
        });
    }

    fn check_map_key(&mut self, at: Span, key: TypeId) {
        if matches!(self.tt.get(key), Type::Basic(_)) {
            return;
        }
        self.later(move |c| {
            if !c.tt.comparable(key) {
                let why = if c.tt.is_tparam(key) { " (missing comparable constraint)" } else { "" };
                let message = format!("invalid map key type {}{why}", c.ts(key));
                c.err(Code::InvalidMapKey, at, message);
            }
        });
    }

    /// Instantiates a generic type.
    pub(super) fn instantiated_type(&mut self, x: &Expr, args: &[Expr]) -> TypeId {
        if let Some(task) = self.task_instance(x, args) {
            return task;
        }
        let generic = match self.generic_type(x) {
            Ok(ty) => ty,
            Err(cause) => {
                if let Some(cause) = cause {
                    let args: Vec<String> = args.iter().map(expr_string).collect();
                    let message =
                        format!("invalid operation: {}[{}] ({cause})", expr_string(x), args.join(", "));
                    self.err(Code::InvalidTypeArguments, x.place(), message);
                }
                return TypeId::INVALID;
            }
        };
        let Some(targs) = self.type_list(args) else { return TypeId::INVALID };
        let alias = self.tt.alias_generic(generic);
        let (name, tparams) = match (&alias, self.tt.as_named(generic)) {
            (Some((tparams, _)), _) => (expr_string(x), tparams.clone()),
            (None, Some(id)) => (self.tt.named(id).name.to_string(), self.tt.named(id).tparams.clone()),
            (None, None) => return TypeId::INVALID,
        };
        if targs.len() != tparams.len() {
            let qualifier = if targs.len() < tparams.len() { "not enough" } else { "too many" };
            let message = format!(
                "{qualifier} type arguments for type {name}: have {}, want {}",
                targs.len(),
                tparams.len()
            );
            let at = Span::new(x.op_pos(), x.span.hi);
            self.later(move |c| c.err(Code::InvalidTypeArguments, at, message));
            // An instance of a defined type is one all the same: what is done with it can be wrong as well.
            return match self.tt.as_named(generic) {
                Some(id) if alias.is_none() => self.tt.instance(id, &targs),
                _ => TypeId::INVALID,
            };
        }
        let ty = match (alias, self.tt.as_named(generic)) {
            (Some(_), _) => self.tt.alias_instance(generic, &targs),
            (None, Some(id)) => self.tt.instance(id, &targs),
            (None, None) => TypeId::INVALID,
        };
        let spans: Vec<Span> = args.iter().map(|a| a.unparen().place()).collect();
        let at = x.place();
        if let Some(instance) = self.tt.as_named(ty) {
            self.instance_spans.entry(instance).or_insert(at);
        }
        self.later(move |c| c.verify_instance(at, &tparams, &targs, &spans));
        ty
    }

    /// Checks type arguments against their constraints.
    pub(super) fn verify_instance(
        &mut self,
        at: Span,
        tparams: &[crate::types::TypeParamId],
        targs: &[TypeId],
        spans: &[Span],
    ) {
        self.record_instance(at, tparams, targs, spans);
        if let Err((i, message)) = self.verify(tparams, targs) {
            let at = spans.get(i).copied().unwrap_or(at);
            self.err(Code::NotSatisfied, at, message);
        } else if !self.has_version(at.lo, 20) {
            self.strictly_comparable(at, tparams, targs, spans);
        }
    }

    /// Before Go 1.20, types whose comparison may panic did not satisfy `comparable`.
    fn strictly_comparable(
        &mut self,
        at: Span,
        tparams: &[crate::types::TypeParamId],
        targs: &[TypeId],
        spans: &[Span],
    ) {
        for (i, (&p, &targ)) in tparams.iter().zip(targs).enumerate() {
            let asked = self.tt.bound_iface(p).comparable;
            if asked && self.tt.comparable_why(targ, false).is_err() {
                let at = spans.get(i).copied().unwrap_or(at);
                self.since(20, at, |c| format!("{} to satisfy comparable", c.ts(targ)));
            }
        }
    }

    /// Refuses an array that no memory can hold. Elements may be declared later, so it is looked at then.
    fn limit_size(&mut self, array: TypeId, len: u64, at: Span) {
        const MAX_SIZE: u64 = 1 << 50;
        // Smaller arrays can be too large as well, by arrays inside: those are caught where they are.
        const SUSPECT: u64 = 1 << 16;
        if len < SUSPECT {
            return;
        }
        self.later(move |c| {
            if c.tt.rough_size(array) >= MAX_SIZE {
                let message = format!("type {} larger than address space", c.ts(array));
                c.late.push((at, Code::InvalidType, message));
            }
        });
    }

    /// Checks a list of type arguments; `None` if one is invalid.
    pub(super) fn type_list(&mut self, list: &[Expr]) -> Option<Rc<[TypeId]>> {
        let types: Vec<TypeId> = list.iter().map(|e| self.var_type(e)).collect();
        types.iter().all(|t| !t.is_invalid()).then(|| types.into())
    }

    fn array_length(&mut self, e: &Expr) -> Option<u64> {
        // A bare name may be a type parameter whose constraint is missing: say something that fits both.
        if let ExprKind::Ident(ident) = &e.kind {
            match self.lookup(ident.name) {
                None => {
                    let message = format!("undefined array length {} or missing type constraint", ident.name);
                    self.err(Code::Undefined, ident.span, message);
                    return None;
                }
                Some(obj) if !matches!(self.obj(obj).kind, ObjectKind::Const(_)) => {
                    let message = format!("invalid array length {}", ident.name);
                    self.err(Code::InvalidType, ident.span, message);
                    return None;
                }
                Some(_) => {}
            }
        }
        let mut x = Operand::invalid();
        self.expr(None, &mut x, e);
        if x.mode != OpMode::Const {
            if x.is_valid() {
                let xs = self.os(&x);
                self.err(Code::NotConstant, x.span(), format!("array length {xs} must be constant"));
            }
            return None;
        }
        if (self.tt.is_untyped(x.ty) || self.is_integer(x.ty))
            && let Some(n) = Checker::const_int(&x).and_then(|v| v.as_i64())
            && n >= 0
        {
            if self.tt.is_untyped(x.ty) {
                self.convert_untyped(&mut x, TypeId::INT);
            }
            return Some(n as u64);
        }
        let xs = self.os(&x);
        let message = if self.is_integer(x.ty) {
            format!("invalid array length {xs}")
        } else {
            format!("array length {xs} must be integer")
        };
        self.err(Code::InvalidType, x.span(), message);
        None
    }

    /// Whether a type's declaration is resolved far enough to have an underlying type; if not, it is
    /// part of an invalid cycle, which is reported.
    pub(super) fn is_complete(&mut self, t: TypeId) -> bool {
        if self.obj_path.is_empty() {
            return true;
        }
        let mut t = t;
        for _ in 0..100 {
            let Some(id) = self.tt.as_named(t) else { return true };
            let obj = self.tt.named(id).obj;
            if let Some(at) = self.obj_path.iter().position(|&o| o == obj) {
                let cycle = self.obj_path[at..].to_vec();
                self.cycle_error(&cycle);
                return false;
            }
            match self.tt.rhs(id) {
                Some(rhs) => t = rhs,
                None => return true,
            }
        }
        true
    }

    /// Whether a name is `_`.
    pub(super) fn is_blank(e: &Expr) -> bool {
        matches!(&e.kind, ExprKind::Ident(ident) if ident.name == sym::BLANK)
    }

    /// An operand for something that has no expression of its own.
    pub(super) fn described<'a>(ty: TypeId, text: String, at: Span) -> Operand<'a> {
        Operand::value(ty, Src::Text(text.into(), at))
    }
}

/// The number of insertions, deletions and replacements between two names, or more than `limit`.
fn edit_distance(a: &str, b: &str, limit: usize) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().abs_diff(b.len()) > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let cost = diagonal + usize::from(ca != cb);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
