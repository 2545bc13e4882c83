//! What the analysis of a function must know of types, and which labels it has.

use hashbrown::HashSet;

use super::analyze::Shapes;
use crate::ast::*;
use crate::check::Info;
use crate::check::object::Object;
use crate::source::Symbol;
use crate::types::{ObjId, Subst, Type, TypeId, TypeTable};

/// What the analysis asks about types.
pub(super) struct ShapesOf<'a> {
    pub(super) info: &'a Info,
    pub(super) objs: &'a [Object],
    pub(super) tt: &'a mut TypeTable,
    pub(super) subst: &'a Subst,
    pub(super) rounds_share: bool,
}

impl ShapesOf<'_> {
    fn shape(&mut self, e: &Expr) -> Type {
        let t = self.info.ty(e.id);
        self.shape_of(t)
    }

    fn shape_of(&mut self, t: TypeId) -> Type {
        let t = if self.subst.is_empty() { t } else { self.tt.subst(t, self.subst) };
        self.tt.under_shape(t)
    }

    /// Register slots of a type, counted up to one more than fit.
    fn slots(&mut self, t: TypeId, depth: u32) -> u64 {
        let limit = crate::heap::MAX_SLOTS + 1;
        if depth > 64 {
            return limit;
        }
        match self.shape_of(t) {
            Type::Struct(fields) => {
                let mut n = 0;
                for f in fields.iter() {
                    n += self.slots(f.ty, depth + 1);
                    if n >= limit {
                        return limit;
                    }
                }
                n
            }
            Type::Array(elem, len) => {
                if len == 0 {
                    return 0;
                }
                self.slots(elem, depth + 1).saturating_mul(len).min(limit)
            }
            Type::Slice(_) => 3,
            Type::Interface(_) => 2,
            Type::Basic(crate::types::Basic::String) => 2,
            Type::Basic(crate::types::Basic::Complex64 | crate::types::Basic::Complex128) => 2,
            _ => 1,
        }
    }
}

impl Shapes for ShapesOf<'_> {
    fn rounds_share(&self) -> bool {
        self.rounds_share
    }

    fn is_func(&mut self, e: &Expr) -> bool {
        matches!(self.shape(e), Type::Func(_))
    }
    fn is_array(&mut self, e: &Expr) -> bool {
        matches!(self.shape(e), Type::Array(..))
    }
    fn is_pointer(&mut self, e: &Expr) -> bool {
        matches!(self.shape(e), Type::Pointer(_))
    }
    fn is_type_param(&mut self, t: TypeId) -> bool {
        matches!(self.tt.get(t), Type::TypeParam(_))
    }
    fn is_indirect_var(&mut self, v: ObjId) -> bool {
        let t = self.objs[v.0 as usize].ty;
        self.slots(t, 0) > crate::heap::MAX_SLOTS
    }
}

/// The labels that statements declare, literals inside them left out.
pub(super) fn labels_in(body: &Block) -> HashSet<Symbol> {
    let mut finder = Labels(HashSet::new());
    finder.visit_block(body);
    finder.0
}

pub(super) struct Labels(pub(super) HashSet<Symbol>);

impl Visitor for Labels {
    fn visit_expr(&mut self, _: &Expr) {}
    fn visit_stmt(&mut self, s: &Stmt) {
        if let StmtKind::Labeled { label, .. } = &s.kind {
            self.0.insert(label.name);
        }
        walk_stmt(self, s);
    }
}
