//! Composite literals.

use super::Checker;
use super::info::{Selection, SelectionKind};
use super::operand::Operand;
use crate::ast::expr_string;
use crate::ast::{ArrayLen, CompositeLit, Element, Expr, ExprKind};
use crate::check::consts::ConstValue;
use crate::diag::Code;
use crate::source::Span;
use crate::types::{Field, MemberKind, PkgId, Type, TypeId};
use hashbrown::{HashMap, HashSet};

impl Checker {
    /// The names of the fields on the way to one, with points between.
    fn field_path(&mut self, mut t: TypeId, path: &[u32]) -> String {
        let mut names = Vec::with_capacity(path.len());
        for &index in path {
            let mut under = self.tt.under(t);
            if let Type::Pointer(base) = *self.tt.get(under) {
                under = self.tt.under(base);
            }
            let Type::Struct(fields) = self.tt.get(under) else { break };
            let field = &fields[index as usize];
            names.push(field.name.as_str());
            t = field.ty;
        }
        names.join(".")
    }

    pub(super) fn composite_lit<'a>(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        lit: &'a CompositeLit,
        hint: Option<TypeId>,
    ) {
        // An array whose length is counted has no type before its elements are seen.
        if let Some(ty) = &lit.ty
            && let ExprKind::ArrayType(node) = &ty.kind
            && let ArrayLen::Auto(_) = node.len
        {
            let elem = self.var_type(&node.elem);
            let n = self.indexed_elements(&lit.elems, elem, None);
            let t = self.tt.intern(Type::Array(elem, n));
            self.record_type(ty.id, t);
            x.become_value();
            x.ty = t;
            return;
        }
        let mut is_elem = false;
        let (ty, base) = match (&lit.ty, hint) {
            (Some(ty), _) => {
                let t = self.typ(ty);
                (t, t)
            }
            (None, Some(hint)) => {
                is_elem = true;
                let base = match self.common_under(hint) {
                    Ok(u) => match self.tt.deref(u) {
                        (base, true) => base,
                        (_, false) => hint,
                    },
                    Err(_) => hint,
                };
                (hint, base)
            }
            (None, None) => {
                self.err(Code::InvalidLiteralElement, e.place(), "missing type in composite literal");
                (TypeId::INVALID, TypeId::INVALID)
            }
        };
        if !self.is_complete(base) {
            x.invalidate();
            return;
        }
        let under = self.common_under(base);
        let shape = match &under {
            Ok(u) => self.tt.get(*u).clone(),
            Err(_) => Type::Tuple([].into()),
        };
        match shape {
            Type::Struct(fields) => self.struct_elements(lit, base, &fields),
            Type::Array(elem, n) => {
                self.indexed_elements(&lit.elems, elem, Some(n));
            }
            Type::Slice(elem) => {
                self.indexed_elements(&lit.elems, elem, None);
            }
            Type::Map(key, elem) => self.map_elements(&lit.elems, key, elem),
            // As in Go it is a value, whose use is no second error.
            Type::Invalid => self.use_elements(&lit.elems),
            _ => {
                self.use_elements(&lit.elems);
                let qualifier = if is_elem { " element" } else { "" };
                let cause = if under.is_err() { " (no common underlying type)" } else { "" };
                let message = format!("invalid composite literal{qualifier} type {}{cause}", self.ts(ty));
                self.err(Code::InvalidLiteralElement, e.place(), message);
                x.invalidate();
                return;
            }
        }
        x.become_value();
        x.ty = ty;
    }

    fn use_elements(&mut self, elems: &[Element]) {
        for elem in elems {
            self.use_expr(&elem.value);
        }
    }

    fn struct_elements(&mut self, lit: &CompositeLit, base: TypeId, fields: &[Field]) {
        let Some(first) = lit.elems.first() else { return };
        if first.key.is_some() {
            self.keyed_fields(lit, base);
            return;
        }
        for (i, elem) in lit.elems.iter().enumerate() {
            if elem.key.is_some() {
                let message = "mixture of field:value and value elements in struct literal";
                self.err(Code::InvalidLiteralElement, elem.span(), message);
                continue;
            }
            let mut x = Operand::invalid();
            let Some(field) = fields.get(i) else {
                self.generic_expr(&mut x, &elem.value, None);
                let message = format!("too many values in struct literal of type {}", self.ts(base));
                self.err(Code::WrongCount, elem.value.place(), message);
                for rest in &lit.elems[i + 1..] {
                    self.use_expr(&rest.value);
                }
                return;
            };
            self.generic_expr(&mut x, &elem.value, None);
            if field.pkg != PkgId::UNIVERSE && field.pkg != self.env.pkg {
                let message = format!(
                    "implicit assignment to unexported field {} in struct literal of type {}",
                    field.name,
                    self.ts(base)
                );
                self.err(Code::NotExported, elem.value.place(), message);
                continue;
            }
            self.assignment(&mut x, Some(field.ty), "struct literal");
        }
        if lit.elems.len() < fields.len() {
            let hidden = fields.iter().any(|f| f.pkg != PkgId::UNIVERSE && f.pkg != self.env.pkg);
            let hint = if hidden { " (type has unexported fields - use key:value pairs)" } else { "" };
            let message = format!("too few values in struct literal of type {}{hint}", self.ts(base));
            self.err(Code::WrongCount, Span::new(lit.rbrace, lit.rbrace + 1), message);
        }
    }

    fn keyed_fields(&mut self, lit: &CompositeLit, base: TypeId) {
        let mut seen: Vec<(Vec<u32>, crate::source::Symbol)> = Vec::new();
        let Ok(under) = self.common_under(base) else { return };
        for elem in &lit.elems {
            let Some(key) = &elem.key else {
                let message = "mixture of field:value and value elements in struct literal";
                // Go's compiler does not look at the value.
                self.err(Code::InvalidLiteralElement, elem.span(), message);
                continue;
            };
            let mut x = Operand::invalid();
            let ExprKind::Ident(name) = &key.kind else {
                self.generic_expr(&mut x, &elem.value, None);
                let message = format!("invalid field name {} in struct literal", expr_string(key));
                self.err(Code::InvalidLiteralElement, elem.span(), message);
                continue;
            };
            let member = self.tt.lookup(under, false, self.env.pkg, name.name).found();
            let Some(member) = member else {
                self.generic_expr(&mut x, &elem.value, None);
                let mut alt = self.tt.lookup_fold(under, false, self.env.pkg, name.name).found();
                // The package of an exported field is that of the type which the struct belongs to.
                if let Some(alt) = alt.as_mut().filter(|alt| alt.recv == under) {
                    alt.recv = base;
                }
                let message = self.lookup_error(base, name.name, alt.as_ref(), true);
                self.err(Code::MissingMember, key.place(), message);
                continue;
            };
            self.generic_expr(&mut x, &elem.value, None);
            if member.kind != MemberKind::Field {
                self.err(Code::MissingMember, key.place(), format!("{} is not a field", name.name));
                continue;
            }
            if member.indirect {
                let message = format!("invalid implicit pointer indirection to reach {}", name.name);
                self.err(Code::InvalidLiteralElement, key.place(), message);
                continue;
            }
            let (owner, ty) = (self.tt.canon(member.recv), self.tt.canon(member.ty));
            let recv = self.tt.canon(base);
            self.info.set_selection(
                key.id,
                Selection {
                    kind: SelectionKind::Field,
                    recv,
                    path: member.path.as_slice().into(),
                    indirect: false,
                    owner,
                    ty,
                },
            );
            if member.path.len() > 1 {
                self.since(27, key.place(), |c| {
                    let path = c.field_path(under, &member.path);
                    format!("use of promoted field {path} in struct literal of type {}", c.ts(base))
                });
            }
            self.assignment(&mut x, Some(member.ty), "struct literal");
            let clash =
                seen.iter().find(|(path, _)| path.starts_with(&member.path) || member.path.starts_with(path));
            if let Some((path, other)) = clash {
                let message = if path.len() == member.path.len() {
                    format!("duplicate field name {} in struct literal", name.name)
                } else if path.len() < member.path.len() {
                    format!(
                        "cannot specify promoted field {} and enclosing embedded field {other}",
                        name.name
                    )
                } else {
                    format!("cannot specify embedded field {} and enclosed promoted field {other}", name.name)
                };
                self.err(Code::InvalidLiteralElement, elem.span(), message);
                continue;
            }
            seen.push((member.path, name.name));
        }
    }

    /// Checks the elements of an array or slice; gives the length that they need.
    fn indexed_elements(&mut self, elems: &[Element], elem_type: TypeId, len: Option<u64>) -> u64 {
        let mut seen: HashSet<u64> = HashSet::new();
        let keyed = elems.iter().any(|e| e.key.is_some());
        let (mut next, mut max) = (0u64, 0u64);
        for elem in elems {
            let mut valid = false;
            match &elem.key {
                Some(key) => {
                    let (t, value) = self.index(key, len);
                    match value {
                        Some(i) => {
                            next = i;
                            valid = true;
                        }
                        None if t.is_invalid() => {}
                        None => {
                            let message = format!("index {} must be integer constant", expr_string(key));
                            self.err(Code::InvalidIndex, key.place(), message);
                        }
                    }
                }
                None => match len {
                    Some(n) if next >= n => {
                        let message = format!("index {next} is out of bounds (>= {n})");
                        self.err(Code::InvalidIndex, elem.span(), message);
                    }
                    _ => valid = true,
                },
            }
            if keyed && valid && !seen.insert(next) {
                let message = format!("duplicate index {next} in array or slice literal");
                self.err(Code::InvalidLiteralElement, elem.span(), message);
            }
            next += 1;
            max = max.max(next);
            let mut x = Operand::invalid();
            self.generic_expr(&mut x, &elem.value, Some(elem_type));
            self.assignment(&mut x, Some(elem_type), "array or slice literal");
        }
        max
    }

    fn map_elements(&mut self, elems: &[Element], key_type: TypeId, elem_type: TypeId) {
        let key_is_interface = self.tt.is_interface(key_type);
        let mut seen: HashMap<ConstValue, Vec<TypeId>> = HashMap::with_capacity(elems.len());
        for elem in elems {
            let Some(key) = &elem.key else {
                // As in Go, the values of elements without a good key are not looked at.
                self.err(Code::InvalidLiteralElement, elem.span(), "missing key in map literal");
                continue;
            };
            let mut x = Operand::invalid();
            self.generic_expr(&mut x, key, Some(key_type));
            self.assignment(&mut x, Some(key_type), "map literal");
            if x.is_valid()
                && x.is_const()
                && let Some(val) = &x.val
            {
                let types = seen.entry(Checker::const_key(val)).or_default();
                let ty = self.tt.canon(x.ty);
                let duplicate = if key_is_interface { types.contains(&ty) } else { !types.is_empty() };
                types.push(ty);
                if duplicate {
                    let message = format!("duplicate key {val} in map literal");
                    self.err(Code::InvalidLiteralElement, x.span(), message);
                    continue;
                }
            } else if !x.is_valid() {
                continue;
            }
            let mut x = Operand::invalid();
            self.generic_expr(&mut x, &elem.value, Some(elem_type));
            self.assignment(&mut x, Some(elem_type), "map literal");
        }
    }
}
