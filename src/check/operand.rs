//! Operands: what is known of an expression while it is being checked.

use crate::ast::{Expr, NodeId, expr_string};
use crate::check::Checker;
use crate::check::consts::ConstValue;
use crate::source::Span;
use crate::types::universe::Builtin;
use crate::types::{Qualifier, Type, TypeId};
use std::rc::Rc;

/// What an operand denotes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpMode {
    /// An error was reported.
    Invalid,
    /// The result of a function without results.
    NoValue,
    /// A predeclared function.
    Builtin(Builtin),
    /// A type.
    TypeExpr,
    /// A constant.
    Const,
    /// An addressable variable.
    Variable,
    /// An element of a map.
    MapIndex,
    /// A computed value.
    Value,
    /// `nil`
    Nil,
    /// A value that can give a second, boolean one.
    CommaOk,
}

impl OpMode {
    /// The words for it in messages.
    fn describe(self) -> &'static str {
        match self {
            OpMode::Invalid => "invalid operand",
            OpMode::NoValue => "no value",
            OpMode::Builtin(_) => "built-in",
            OpMode::TypeExpr => "type",
            OpMode::Const => "constant",
            OpMode::Variable => "variable",
            OpMode::MapIndex => "map index expression",
            OpMode::Value => "value",
            OpMode::Nil => "nil",
            OpMode::CommaOk => "comma, ok expression",
        }
    }
}

/// Where an operand comes from.
#[derive(Clone, Debug)]
pub enum Src<'a> {
    /// Nowhere.
    None,
    /// An expression.
    Expr(&'a Expr),
    /// Something that only has a description, such as `1st function result`.
    Text(Rc<str>, Span),
}

/// An expression that was checked: mode, type, constant value.
#[derive(Clone, Debug)]
pub struct Operand<'a> {
    /// What it denotes.
    pub mode: OpMode,
    /// Its type, as spelled.
    pub ty: TypeId,
    /// Its value if it is a constant that could be computed.
    pub val: Option<ConstValue>,
    /// Where it comes from.
    pub src: Src<'a>,
}

impl<'a> Operand<'a> {
    /// An invalid operand.
    pub fn invalid() -> Self {
        Operand { mode: OpMode::Invalid, ty: TypeId::INVALID, val: None, src: Src::None }
    }

    /// An operand that an expression will be checked into.
    pub fn of(expr: &'a Expr) -> Self {
        Operand { src: Src::Expr(expr), ..Operand::invalid() }
    }

    /// A value of a type.
    pub fn value(ty: TypeId, src: Src<'a>) -> Self {
        Operand { mode: OpMode::Value, ty, val: None, src }
    }

    /// Whether no error was reported for it.
    pub fn is_valid(&self) -> bool {
        self.mode != OpMode::Invalid
    }

    /// Marks it as one that an error was reported for.
    pub fn invalidate(&mut self) {
        self.mode = OpMode::Invalid;
    }

    /// Makes it a value that is computed when the program runs. What it was the value of as a constant is forgotten.
    pub fn become_value(&mut self) {
        self.mode = OpMode::Value;
        self.val = None;
    }

    /// Whether it is a constant.
    pub fn is_const(&self) -> bool {
        self.mode == OpMode::Const
    }

    /// Whether it is `nil` without a type.
    pub fn is_nil(&self) -> bool {
        self.mode == OpMode::Nil
    }

    /// Where it stands in the source.
    pub fn span(&self) -> Span {
        match &self.src {
            Src::None => Span::NONE,
            Src::Expr(e) => e.place(),
            Src::Text(_, span) => *span,
        }
    }

    /// The expression that it comes from.
    pub fn expr(&self) -> Option<&'a Expr> {
        match self.src {
            Src::Expr(e) => Some(e),
            Src::None | Src::Text(..) => None,
        }
    }

    /// The number of the expression that it comes from.
    pub fn node(&self) -> Option<NodeId> {
        self.expr().map(|e| e.id)
    }
}

impl Checker {
    /// The type as diagnostics here write it.
    pub(super) fn ts(&self, t: TypeId) -> String {
        self.tt.type_string_in(t, Qualifier::Local(self.env.pkg), self.receiver_names())
    }

    /// A type parameter by its own name, when the text has it by an alias.
    pub(super) fn unaliased(&self, t: TypeId) -> String {
        self.ts(self.tt.unalias(t))
    }

    /// The text of an operand's expression.
    pub(super) fn src_str(&self, x: &Operand) -> String {
        match &x.src {
            Src::None => match x.mode {
                OpMode::Builtin(id) => id.row().name.to_string(),
                OpMode::TypeExpr => self.ts(x.ty),
                OpMode::Const => x.val.as_ref().map(ToString::to_string).unwrap_or_default(),
                _ => String::new(),
            },
            Src::Expr(e) => expr_string(e),
            Src::Text(text, _) => text.to_string(),
        }
    }

    /// An operand as Go's messages describe it: `x (variable of type int)`.
    pub(super) fn os(&mut self, x: &Operand) -> String {
        if x.mode == OpMode::Nil {
            return match x.ty {
                TypeId::INVALID => "nil (with invalid type)".to_string(),
                TypeId::UNTYPED_NIL => "nil".to_string(),
                t => format!("nil (of type {})", self.ts(t)),
            };
        }
        let expr = self.src_str(x);
        let mut out = String::new();
        if !expr.is_empty() {
            out.push_str(&expr);
            out.push_str(" (");
        }
        let mut has_type = false;
        match x.mode {
            OpMode::Invalid | OpMode::NoValue | OpMode::Builtin(_) | OpMode::TypeExpr => {}
            OpMode::Const
            | OpMode::Variable
            | OpMode::MapIndex
            | OpMode::Value
            | OpMode::Nil
            | OpMode::CommaOk => {
                if self.tt.is_untyped(x.ty) {
                    out.push_str(&self.ts(x.ty));
                    out.push(' ');
                } else {
                    has_type = true;
                }
            }
        }
        out.push_str(x.mode.describe());
        if x.mode == OpMode::Const {
            let text = x.val.as_ref().map_or("unknown".to_string(), ToString::to_string);
            if text != expr {
                out.push(' ');
                out.push_str(&text);
            }
        }
        if has_type {
            if x.ty.is_invalid() {
                out.push_str(" with invalid type");
            } else {
                out.push_str(" of ");
                if self.tt.is_generic(x.ty) {
                    out.push_str("generic ");
                }
                let tparam = self.tt.as_tparam(x.ty);
                if tparam.is_none()
                    && self.tt.is_declared_name(x.ty)
                    && !matches!(x.ty, TypeId::BYTE | TypeId::RUNE)
                    // What tasks are made of is nobody's business.
                    && self.tt.task_results(x.ty).is_none()
                {
                    out.push_str(&self.composite_kind(x.ty).map_or_else(
                        || {
                            let under = self.tt.under(x.ty);
                            self.ts(self.tt.unalias(under))
                        },
                        str::to_string,
                    ));
                    out.push(' ');
                }
                out.push_str("type ");
                out.push_str(&self.ts(x.ty));
                if let Some(p) = tparam {
                    out.push_str(" constrained by ");
                    let bound = self.tt.tparam(p).bound;
                    out.push_str(&self.ts(bound));
                    if self.tt.bound_iface(p).has_empty_type_set() {
                        out.push_str(" with empty type set");
                    }
                }
            }
        }
        if !expr.is_empty() {
            out.push(')');
        }
        out
    }

    /// What kind of composite type it is; `None` for basic types.
    pub(super) fn composite_kind(&mut self, t: TypeId) -> Option<&'static str> {
        match self.tt.under_shape(t) {
            Type::Basic(_) | Type::Invalid | Type::Named(_) => None,
            Type::Pointer(_) => Some("pointer"),
            Type::Slice(_) => Some("slice"),
            Type::Array(..) => Some("array"),
            Type::Map(..) => Some("map"),
            Type::Chan(..) => Some("chan"),
            Type::Struct(_) => Some("struct"),
            Type::Func(_) => Some("func"),
            Type::Interface(_) | Type::TypeParam(_) => Some("interface"),
            Type::Tuple(_) => Some("tuple"),
            Type::Union(_) => Some("union"),
        }
    }
}
