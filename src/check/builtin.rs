//! Calls of the predeclared functions.

use super::Checker;
use super::operand::{OpMode, Operand};
use crate::ast::expr_string;
use crate::ast::{Call, Expr};
use crate::check::consts::ConstValue;
use crate::diag::Code;
use crate::source::Span;
use crate::types::universe::Builtin;
use crate::types::{Basic, BasicInfo, Dir, Qualifier, Type, TypeId};

impl Checker {
    /// Checks a call of a predeclared function; `x` becomes its result. False after an error.
    pub(super) fn builtin<'a>(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        call: &'a Call,
        id: Builtin,
    ) -> bool {
        let row = id.row();
        if call.ellipsis.is_some() && id != Builtin::Append {
            let message = format!("invalid operation: invalid use of ... with built-in {}", row.name);
            self.err(Code::InvalidBuiltin, e.place(), message);
            self.use_exprs(&call.args);
            return false;
        }
        let outer_call = self.env.has_call_or_recv;
        if matches!(id, Builtin::Len | Builtin::Cap) {
            self.env.has_call_or_recv = false;
        }
        let mut args: Vec<Operand<'a>> = Vec::new();
        let takes_type = matches!(id, Builtin::Make | Builtin::New);
        if !takes_type {
            args = self.expr_list(&call.args);
            if args.iter().any(|a| !a.is_valid()) {
                return false;
            }
        }
        let nargs = if takes_type { call.args.len() } else { args.len() };
        let problem = if nargs < row.args {
            Some("not enough")
        } else if !row.variadic && nargs > row.args {
            Some("too many")
        } else {
            None
        };
        if let Some(problem) = problem {
            let message = format!(
                "invalid operation: {problem} arguments for {} (expected {}, found {nargs})",
                expr_string(e),
                row.args
            );
            let at = e.place();
            self.err(Code::WrongCount, at, message);
            return false;
        }
        if let Some(first) = args.first() {
            *x = first.clone();
        }
        match id {
            Builtin::Clear => self.since(21, call.fun.place(), |_| "clear".to_string()),
            Builtin::Max | Builtin::Min => {
                self.since(21, call.fun.place(), |_| format!("built-in {}", row.name))
            }
            _ => true,
        };
        let ok = match id {
            Builtin::Append => self.append(x, e, call, &mut args),
            Builtin::Len | Builtin::Cap => {
                let ok = self.len_or_cap(x, id);
                self.env.has_call_or_recv = outer_call;
                ok
            }
            Builtin::Clear => self.clear(x),
            Builtin::Close => self.close(x),
            Builtin::Complex => self.complex(x, e, &mut args),
            Builtin::Copy => self.copy(x, &args),
            Builtin::Delete => self.delete(x, &mut args),
            Builtin::Real | Builtin::Imag => self.real_or_imag(x, id),
            Builtin::Make => self.make(x, e, call),
            Builtin::Max | Builtin::Min => self.min_or_max(x, &mut args, id),
            Builtin::New => self.new_call(x, call),
            Builtin::Panic => {
                self.panics.insert(e.id);
                self.assignment(x, Some(TypeId::EMPTY_INTERFACE), "argument to panic");
                let ok = x.is_valid();
                x.mode = OpMode::NoValue;
                ok
            }
            Builtin::Print | Builtin::Println => {
                let context = format!("argument to built-in {}", row.name);
                for arg in &mut args {
                    self.assignment(arg, None, &context);
                    if !arg.is_valid() {
                        return false;
                    }
                    let composite = matches!(self.tt.under_shape(arg.ty), Type::Struct(_) | Type::Array(..));
                    if composite && !self.tt.is_parameterized(arg.ty) {
                        let text = self.tt.type_string(arg.ty, Qualifier::Compiler(self.env.pkg));
                        let message = format!("illegal types for operand: {}\n\t{text}", row.name);
                        self.late.push((Span::at(call.lparen), Code::InvalidBuiltin, message));
                    }
                }
                x.mode = OpMode::NoValue;
                true
            }
            Builtin::Recover => {
                x.become_value();
                x.ty = TypeId::EMPTY_INTERFACE;
                true
            }
        };
        if ok {
            // The function expression has no type of its own.
            self.record_as(call.fun.id, OpMode::Builtin(id), TypeId::INVALID, None);
        }
        ok
    }

    /// The element type of a slice operand, or why it has none.
    fn slice_elem(&mut self, x: &Operand) -> Result<TypeId, String> {
        let mut elem: Option<TypeId> = None;
        let mut error = None;
        self.for_all(x.ty, |c, _, u| {
            let Some(Type::Slice(e)) = u.map(|u| c.tt.get(u).clone()) else {
                error = Some(if x.is_nil() {
                    "argument must be a slice; have untyped nil".to_string()
                } else {
                    format!("argument must be a slice; have {}", c.os(x))
                });
                return false;
            };
            match elem {
                None => elem = Some(e),
                Some(first) if !c.tt.identical(first, e) => {
                    error = Some(format!(
                        "mismatched slice element types {} and {} in {}",
                        c.ts(first),
                        c.ts(e),
                        c.os(x)
                    ));
                    return false;
                }
                Some(_) => {}
            }
            true
        });
        match (error, elem) {
            (None, Some(elem)) => Ok(elem),
            (error, _) => Err(error.unwrap_or_default()),
        }
    }

    /// Whether every type of the type set is a string or a byte slice; whether there is a string.
    fn bytes_or_string(&mut self, t: TypeId) -> (bool, bool) {
        let mut has_string = false;
        let ok = self.for_all(t, |c, _, u| {
            let Some(u) = u else { return false };
            if c.is_string(u) {
                has_string = true;
                return true;
            }
            match *c.tt.get(u) {
                Type::Slice(e) => c.tt.identical(e, TypeId::UINT8),
                _ => false,
            }
        });
        (ok, has_string)
    }

    fn append<'a>(
        &mut self,
        x: &mut Operand<'a>,
        e: &'a Expr,
        call: &'a Call,
        args: &mut [Operand<'a>],
    ) -> bool {
        let elem = match self.slice_elem(x) {
            Ok(elem) => elem,
            Err(cause) => {
                self.err(Code::InvalidBuiltin, x.span(), format!("invalid append: {cause}"));
                return false;
            }
        };
        let slice_type = x.ty;
        if args.len() == 2 && call.ellipsis.is_some() && self.assignable(x, TypeId::BYTES, None) {
            let (ok, has_string) = self.bytes_or_string(args[1].ty);
            if ok && has_string {
                if self.tt.is_untyped(args[1].ty) {
                    self.convert_untyped(&mut args[1], TypeId::STRING);
                }
                x.become_value();
                return true;
            }
        }
        let rest = self.tt.slice(elem);
        self.builtin_arguments(e, call, vec![slice_type, rest], true, args);
        x.become_value();
        x.ty = slice_type;
        true
    }

    /// The array behind a pointer to one; any other type itself.
    fn array_of(&mut self, u: TypeId) -> TypeId {
        if let Type::Pointer(base) = *self.tt.get(u) {
            let base = self.tt.under(base);
            if matches!(self.tt.get(base), Type::Array(..)) {
                return base;
            }
        }
        u
    }

    fn has_len(&mut self, u: TypeId, id: Builtin) -> bool {
        let u = self.array_of(u);
        match self.tt.get(u) {
            Type::Basic(b) => id == Builtin::Len && b.is(BasicInfo::STRING),
            Type::Array(..) | Type::Slice(_) | Type::Chan(..) => true,
            Type::Map(..) => id == Builtin::Len,
            _ => false,
        }
    }

    fn len_or_cap(&mut self, x: &mut Operand, id: Builtin) -> bool {
        let ok = self.for_all(x.ty, |c, _, u| u.is_some_and(|u| c.has_len(u, id)));
        if !ok {
            let under = self.tt.under(x.ty);
            if !under.is_invalid() {
                let message = format!("invalid argument: {} for built-in {}", self.os(x), id.row().name);
                self.err(Code::InvalidBuiltin, x.span(), message);
            }
            return false;
        }
        let mut value = None;
        if !self.tt.is_tparam(x.ty) {
            let under = self.tt.under(x.ty);
            let shape = self.array_of(under);
            match *self.tt.get(shape) {
                Type::Basic(_) if x.is_const() => {
                    value = x.val.as_ref().and_then(|v| v.as_bytes()).map(|b| b.len() as i64);
                }
                Type::Array(_, n) if !self.env.has_call_or_recv => value = i64::try_from(n).ok(),
                _ => {}
            }
        }
        if self.tt.is_untyped(x.ty) {
            self.convert_untyped(x, TypeId::STRING);
        }
        x.val = value.map(ConstValue::from);
        x.mode = if value.is_some() { OpMode::Const } else { OpMode::Value };
        x.ty = TypeId::INT;
        true
    }

    fn clear(&mut self, x: &mut Operand) -> bool {
        let ok = self.for_all(x.ty, |c, _, u| {
            u.is_some_and(|u| matches!(c.tt.get(u), Type::Map(..) | Type::Slice(_)))
        });
        if !ok {
            let message = format!(
                "invalid argument: cannot clear {}: argument must be (or constrained by) map or slice",
                self.os(x)
            );
            self.err(Code::InvalidBuiltin, x.span(), message);
            return false;
        }
        x.mode = OpMode::NoValue;
        true
    }

    fn close(&mut self, x: &mut Operand) -> bool {
        let mut problem = "";
        let ok = self.for_all(x.ty, |c, _, u| match u.map(|u| c.tt.get(u)) {
            Some(Type::Chan(Dir::Recv, _)) => {
                problem = "receive-only channel";
                false
            }
            Some(Type::Chan(..)) => true,
            _ => {
                problem = "non-channel";
                false
            }
        });
        if !ok {
            let message = format!("invalid operation: cannot close {problem} {}", self.os(x));
            self.err(Code::InvalidChannelUse, x.span(), message);
            return false;
        }
        x.mode = OpMode::NoValue;
        true
    }

    fn complex<'a>(&mut self, x: &mut Operand<'a>, e: &Expr, args: &mut [Operand<'a>]) -> bool {
        let mut y = args[1].clone();
        match (self.tt.is_untyped(x.ty), self.tt.is_untyped(y.ty)) {
            (false, false) => {}
            (true, false) => self.convert_untyped(x, y.ty),
            (false, true) => self.convert_untyped(&mut y, x.ty),
            (true, true) => {
                if x.is_const() && y.is_const() {
                    for o in [&mut *x, &mut y] {
                        let real = o.val.as_ref().and_then(|v| v.imag()).is_some_and(|i| i.is_zero());
                        if self.is_numeric(o.ty) && real {
                            o.ty = TypeId::UNTYPED_FLOAT;
                        }
                    }
                } else {
                    self.convert_untyped(x, TypeId::FLOAT64);
                    self.convert_untyped(&mut y, TypeId::FLOAT64);
                }
            }
        }
        if !x.is_valid() || !y.is_valid() {
            return false;
        }
        if !self.tt.identical(x.ty, y.ty) {
            let message = format!(
                "invalid operation: {} (mismatched types {} and {})",
                expr_string(e),
                self.ts(x.ty),
                self.ts(y.ty)
            );
            self.err(Code::Mismatched, x.span(), message);
            return false;
        }
        let result = match self.tt.basic(x.ty) {
            Some(Basic::Float32) => TypeId::COMPLEX64,
            Some(Basic::Float64) => TypeId::COMPLEX128,
            Some(Basic::UntypedFloat) => TypeId::UNTYPED_COMPLEX,
            _ => {
                let floats = [Basic::Float32, Basic::Float64];
                let message = self.tparam_unsupported(x, Builtin::Complex, floats).unwrap_or_else(|| {
                    let ts = self.ts(x.ty);
                    format!("invalid argument: arguments have type {ts}, expected floating-point")
                });
                self.err(Code::InvalidBuiltin, x.span(), message);
                return false;
            }
        };
        if x.is_const() && y.is_const() {
            x.val = match (&x.val, &y.val) {
                (Some(re), Some(im)) => ConstValue::complex(re, im),
                _ => None,
            };
        } else {
            x.become_value();
        }
        x.ty = result;
        true
    }

    fn copy(&mut self, x: &mut Operand, args: &[Operand]) -> bool {
        let dst = match self.slice_elem(x) {
            Ok(elem) => elem,
            Err(cause) => {
                self.err(Code::InvalidBuiltin, x.span(), format!("invalid copy: {cause}"));
                return false;
            }
        };
        let mut y = args[1].clone();
        let special = self.assignable(x, TypeId::BYTES, None) && self.bytes_or_string(y.ty).0;
        if special {
            if self.tt.is_untyped(y.ty) {
                self.convert_untyped(&mut y, TypeId::STRING);
            }
        } else {
            let src = match self.slice_elem(&y) {
                Ok(elem) => elem,
                Err(_) if self.all_string(y.ty) => TypeId::BYTE,
                Err(cause) => {
                    self.err(Code::InvalidBuiltin, y.span(), format!("invalid copy: {cause}"));
                    return false;
                }
            };
            if !self.tt.identical(dst, src) {
                let message = format!(
                    "invalid copy: arguments {} and {} have different element types {} and {}",
                    self.os(x),
                    self.os(&y),
                    self.ts(dst),
                    self.ts(src)
                );
                self.err(Code::InvalidBuiltin, x.span(), message);
                return false;
            }
        }
        x.become_value();
        x.ty = TypeId::INT;
        true
    }

    fn delete(&mut self, x: &mut Operand, args: &mut [Operand]) -> bool {
        let mut key: Option<TypeId> = None;
        let mut mismatch = false;
        let ok = self.for_all(x.ty, |c, _, u| {
            let Some(Type::Map(k, _)) = u.map(|u| c.tt.get(u).clone()) else { return false };
            if key.is_some_and(|key| !c.tt.identical(key, k)) {
                mismatch = true;
                return false;
            }
            key = Some(k);
            true
        });
        if !ok {
            let xs = self.os(x);
            let message = if mismatch {
                format!("invalid argument: maps of {xs} must have identical key types")
            } else {
                format!("invalid argument: {xs} is not a map")
            };
            self.err(Code::InvalidBuiltin, x.span(), message);
            return false;
        }
        let k = &mut args[1];
        self.assignment(k, key, "argument to delete");
        if !k.is_valid() {
            return false;
        }
        x.mode = OpMode::NoValue;
        true
    }

    /// What is said of an operand whose type is a type parameter for types that would do: nobody has decided yet what the type
    /// of the result would be.
    fn tparam_unsupported(&mut self, x: &Operand, id: Builtin, types: [Basic; 2]) -> Option<String> {
        let would_do = |c: &mut Checker, _, u: Option<TypeId>| {
            u.is_some_and(|u| matches!(c.tt.get(u), Type::Basic(basic) if types.contains(basic)))
        };
        if !self.tt.is_tparam(x.ty) || !self.for_all(x.ty, would_do) {
            return None;
        }
        let (xs, name) = (self.os(x), id.row().name);
        Some(format!("{xs} not supported as argument to built-in {name} for go1.18 (see go.dev/issue/50937)"))
    }

    fn real_or_imag(&mut self, x: &mut Operand, id: Builtin) -> bool {
        if self.tt.is_untyped(x.ty) {
            if x.is_const() {
                if self.is_numeric(x.ty) {
                    x.ty = TypeId::UNTYPED_COMPLEX;
                }
            } else {
                self.convert_untyped(x, TypeId::COMPLEX128);
                if !x.is_valid() {
                    return false;
                }
            }
        }
        let result = match self.tt.basic(x.ty) {
            Some(Basic::Complex64) => TypeId::FLOAT32,
            Some(Basic::Complex128) => TypeId::FLOAT64,
            Some(Basic::UntypedComplex) => TypeId::UNTYPED_FLOAT,
            _ => {
                let complexes = [Basic::Complex64, Basic::Complex128];
                let message = self.tparam_unsupported(x, id, complexes).unwrap_or_else(|| {
                    let ts = self.ts(x.ty);
                    format!("invalid argument: argument has type {ts}, expected complex type")
                });
                self.err(Code::InvalidBuiltin, x.span(), message);
                return false;
            }
        };
        if x.is_const() {
            x.val = match (&x.val, id) {
                (Some(v), Builtin::Real) => v.real(),
                (Some(v), _) => v.imag(),
                (None, _) => None,
            };
        } else {
            x.become_value();
        }
        x.ty = result;
        true
    }

    fn make(&mut self, x: &mut Operand, e: &Expr, call: &Call) -> bool {
        let first = &call.args[0];
        let t = self.var_type(first);
        if t.is_invalid() {
            return false;
        }
        let found = self.common_under_if(t, |c, _, u| match u.map(|u| c.tt.get(u)) {
            Some(Type::Slice(_) | Type::Map(..) | Type::Chan(..)) => Ok(()),
            None => Err("no specific type".to_string()),
            Some(_) => Err("type must be slice, map, or channel".to_string()),
        });
        let under = match found {
            Ok(u) => u,
            Err(cause) => {
                let message = format!("invalid argument: cannot make {}: {cause}", expr_string(first));
                self.err(Code::InvalidBuiltin, first.place(), message);
                return false;
            }
        };
        let min = if matches!(self.tt.get(under), Type::Slice(_)) { 2 } else { 1 };
        let n = call.args.len();
        if n < min || min + 1 < n {
            let message = format!(
                "invalid operation: {} expects {min} or {} arguments; found {n}",
                expr_string(e),
                min + 1
            );
            self.err(Code::WrongCount, e.place(), message);
            return false;
        }
        let mut sizes: Vec<u64> = Vec::new();
        for arg in &call.args[1..] {
            if let (_, Some(size)) = self.index(arg, None) {
                sizes.push(size);
            }
        }
        if let [len, cap] = sizes[..]
            && len > cap
        {
            self.err(
                Code::InvalidBuiltin,
                call.args[1].place(),
                "invalid argument: length and capacity swapped",
            );
        }
        x.become_value();
        x.ty = t;
        true
    }

    fn min_or_max<'a>(&mut self, x: &mut Operand<'a>, args: &mut [Operand<'a>], id: Builtin) -> bool {
        use crate::ast::BinaryOp;
        let op = if id == Builtin::Max { BinaryOp::Gt } else { BinaryOp::Lt };
        for (i, arg) in args.iter_mut().enumerate() {
            if !self.tt.all(arg.ty, BasicInfo::ORDERED) {
                let message = format!("invalid argument: {} cannot be ordered", self.os(arg));
                self.err(Code::InvalidBuiltin, arg.span(), message);
                return false;
            }
            if i == 0 {
                continue;
            }
            self.match_types(x, arg);
            if !x.is_valid() {
                return false;
            }
            if !self.tt.identical(x.ty, arg.ty) {
                let untyped = self.tt.is_untyped(x.ty) && self.tt.is_untyped(arg.ty);
                if !(untyped && self.is_numeric(x.ty) && self.is_numeric(arg.ty)) {
                    let message = format!(
                        "invalid argument: mismatched types {} (previous argument) and {} (type of {})",
                        self.ts(x.ty),
                        self.ts(arg.ty),
                        self.src_str(arg)
                    );
                    self.err(Code::Mismatched, arg.span(), message);
                    return false;
                }
            }
            if x.is_const() && arg.is_const() {
                if let (Some(a), Some(b)) = (&arg.val, &x.val)
                    && a.compare(op, b) == Some(true)
                {
                    *x = arg.clone();
                }
            } else {
                x.become_value();
            }
        }
        if !x.is_const() {
            x.become_value();
            // An untyped result that is not constant gets its default type here.
            let context = format!("argument to built-in {}", id.row().name);
            self.assignment(x, Some(TypeId::EMPTY_INTERFACE), &context);
            if !x.is_valid() {
                return false;
            }
        }
        for arg in args.iter() {
            if let Some(e) = arg.expr() {
                self.update_expr_type(e, x.ty, true);
            }
        }
        true
    }

    fn new_call<'a>(&mut self, x: &mut Operand<'a>, call: &'a Call) -> bool {
        let arg = &call.args[0];
        self.expr_or_type(x, arg, false);
        self.exclude(x, true);
        match x.mode {
            OpMode::Invalid => return false,
            OpMode::TypeExpr => self.valid_var_type(arg.place(), x.ty),
            _ => {
                if self.tt.is_untyped(x.ty) {
                    self.assignment(x, None, "argument to new");
                    if !x.is_valid() {
                        return false;
                    }
                }
                self.since(26, call.fun.place(), |_| format!("new({})", expr_string(arg)));
            }
        }
        x.become_value();
        x.ty = self.tt.pointer(x.ty);
        true
    }
}
