//! Calls, and instantiation of generic functions.

use super::Checker;
use super::expr::{ExprUse, Target};
use super::infer::Inferring;
use super::operand::{OpMode, Operand, Src};
use super::tasks::TaskForm;
use crate::ast::expr_string;
use crate::ast::{Call, Expr, ExprKind, Index, NodeId};
use crate::diag::Code;
use crate::source::Span;
use crate::types::{Signature, Subst, Type, TypeId, TypeParamId};
use std::rc::Rc;

/// What is known of a call's function before its arguments are looked at.
struct Callee<'a> {
    sig: Rc<Signature>,
    /// Type arguments that are given, and where.
    targs: Vec<TypeId>,
    spans: Vec<Span>,
    fun: &'a Expr,
}

/// The identifier that a (possibly qualified, possibly instantiated) function is named by.
fn name_node(e: &Expr) -> Option<NodeId> {
    match &e.kind {
        ExprKind::Ident(ident) => Some(ident.id),
        ExprKind::Selector(node) => Some(node.sel.id),
        ExprKind::Index(node) => name_node(&node.x),
        ExprKind::Paren(inner) => name_node(inner),
        _ => None,
    }
}

impl Checker {
    fn signature_of(&self, t: TypeId) -> Option<Rc<Signature>> {
        match self.tt.get(t) {
            Type::Func(sig) => Some(sig.clone()),
            _ => None,
        }
    }

    /// The type of a generic function as if its type parameters were ordinary types.
    pub(super) fn without_tparams(&mut self, sig: &Signature) -> TypeId {
        self.tt.intern(Type::Func(Rc::new(Signature { tparams: [].into(), ..sig.clone() })))
    }

    /// Instantiates a signature: the type with its type parameters replaced. The constraints are checked
    /// later, the arguments recorded for `node`.
    pub(super) fn instantiate_sig(
        &mut self,
        at: Span,
        expr: Option<&Expr>,
        sig: &Signature,
        targs: &[TypeId],
        spans: Vec<Span>,
    ) -> TypeId {
        let subst = Subst::new(&sig.tparams, targs);
        let plain = self.without_tparams(sig);
        let ty = self.tt.subst(plain, &subst);
        if let Some(node) = expr.and_then(name_node) {
            let targs: Rc<[TypeId]> = targs.iter().map(|&t| self.tt.canon(t)).collect();
            self.info.set_instance(node, targs);
        }
        if let Some(e) = expr {
            let mut e = e;
            // The instantiated type is also that of the parts that name the function.
            loop {
                self.record_as(e.id, OpMode::Value, ty, None);
                match &e.kind {
                    ExprKind::Paren(inner) => e = inner,
                    ExprKind::Index(node) => e = &node.x,
                    _ => break,
                }
            }
        }
        let (tparams, targs): (Rc<[TypeParamId]>, Rc<[TypeId]>) = (sig.tparams.clone(), targs.into());
        self.later(move |c| c.verify_instance(at, &tparams, &targs, &spans));
        ty
    }

    /// Instantiates a generic function operand with type arguments given by `inst`, the rest inferred
    /// from `target`.
    pub(super) fn instantiate_for_target<'a>(
        &mut self,
        target: Option<&Target>,
        x: &mut Operand<'a>,
        inst: Option<&'a Index>,
    ) {
        let Some(sig) = self.signature_of(x.ty) else { return };
        // Type arguments that do not suffice, or do not fit the target, are told at their bracket.
        let at = inst.map_or(x.span(), |inst| Span::at(inst.lbrack));
        let generic = self.since(18, at, |_| "function instantiation".to_string());
        let (mut targs, mut spans): (Vec<TypeId>, Vec<Span>) = (Vec::new(), Vec::new());
        if let Some(inst) = inst {
            let Some(list) = self.type_list(&inst.indices) else {
                x.invalidate();
                return;
            };
            targs = list.to_vec();
            spans = inst.indices.iter().map(Expr::place).collect();
        }
        let (got, want) = (targs.len(), sig.tparams.len());
        if got > want {
            let message = format!("got {got} type arguments but want {want}");
            self.err(Code::InvalidTypeArguments, spans[got - 1], message);
            x.invalidate();
            return;
        }
        if got < want {
            // As if the function were the parameter of a call whose argument is the target.
            let (fresh, subst) = self.rename_tparams(&sig.tparams);
            let (mut params, mut args): (Vec<TypeId>, Vec<Operand>) = (Vec::new(), Vec::new());
            if let Some(target) = target {
                let how = if inst.is_some() { "partially" } else { "implicitly" };
                if generic {
                    self.since(21, at, |_| format!("{how} instantiated function in assignment"));
                }
                let plain = self.without_tparams(&sig);
                params.push(self.tt.subst(plain, &subst));
                args.push(Operand::value(target.sig, Src::Text(target.desc.as_str().into(), at)));
            }
            let mut given: Vec<Option<TypeId>> = targs.iter().map(|&t| Some(t)).collect();
            given.resize(want, None);
            let inferring = if target.is_some() { Inferring::Assignment } else { Inferring::Call(&[]) };
            match self.infer(at, &fresh, &given, &params, &args, inferring) {
                Ok(list) => targs = list,
                Err(error) => {
                    self.err(Code::CannotInfer, error.span, error.message);
                    x.invalidate();
                    return;
                }
            }
        }
        x.ty = self.instantiate_sig(x.span(), x.expr(), &sig, &targs, spans);
        x.become_value();
    }

    /// Fresh copies of type parameters, so that a generic function can call itself with other arguments.
    pub(super) fn rename_tparams(&mut self, tparams: &[TypeParamId]) -> (Vec<TypeParamId>, Subst) {
        let mut fresh = Vec::with_capacity(tparams.len());
        let mut types = Vec::with_capacity(tparams.len());
        for &p in tparams {
            let data = self.tt.tparam(p).clone();
            let (id, ty) = self.tt.new_tparam(data.name, data.obj, data.index);
            if let Some(place) = data.place {
                self.tt.set_tparam_place(id, place);
            }
            fresh.push(id);
            types.push(ty);
        }
        let subst = Subst::new(tparams, &types);
        for (&old, &new) in tparams.iter().zip(&fresh) {
            let bound = self.tt.tparam(old).bound;
            let bound = self.tt.subst(bound, &subst);
            self.tt.set_bound(new, bound);
        }
        (fresh, subst)
    }

    /// Checks a call, a conversion, or a call of a predeclared function.
    pub(super) fn call_expr<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, call: &'a Call) -> ExprUse {
        let mut inst: Option<&'a Index> = None;
        match &call.fun.kind {
            ExprKind::Index(node) => {
                *x = Operand::of(&call.fun);
                if self.index_expr(x, &call.fun, node) {
                    inst = Some(node);
                }
                x.src = Src::Expr(&call.fun);
                self.record(x);
            }
            _ => self.expr_or_type(x, &call.fun, true),
        }
        match x.mode {
            OpMode::Invalid => {
                self.use_exprs(&call.args);
                return ExprUse::Statement;
            }
            OpMode::TypeExpr => {
                self.convert_call(x, e, call);
                return ExprUse::Conversion;
            }
            OpMode::Builtin(id) => {
                if !self.builtin(x, e, call, id) {
                    x.invalidate();
                }
                if x.is_valid() && !x.is_const() {
                    self.env.has_call_or_recv = true;
                }
                return match id.row().usage {
                    crate::types::universe::CallUse::Expression => ExprUse::Expression,
                    crate::types::universe::CallUse::Statement => ExprUse::Statement,
                };
            }
            _ => {}
        }
        let found = self.common_under_if(x.ty, |c, t, u| match u.map(|u| c.tt.get(u)) {
            Some(Type::Func(_)) | None => Ok(()),
            Some(_) => Err(format!("{} is not a function", c.ts(t))),
        });
        let sig = match found.map(|u| self.signature_of(u)) {
            Ok(Some(sig)) => sig,
            Ok(None) => {
                x.invalidate();
                return ExprUse::Statement;
            }
            Err(cause) => {
                let message = format!("invalid operation: cannot call {}: {cause}", self.os(x));
                self.err(Code::InvalidCall, x.span(), message);
                x.invalidate();
                return ExprUse::Statement;
            }
        };
        let generic = !sig.tparams.is_empty();
        let mut callee = Callee { sig, targs: Vec::new(), spans: Vec::new(), fun: &call.fun };
        if let Some(inst) = inst {
            let Some(list) = self.type_list(&inst.indices) else {
                self.use_exprs(&call.args);
                x.invalidate();
                return ExprUse::Statement;
            };
            let (got, want) = (list.len(), callee.sig.tparams.len());
            callee.spans = inst.indices.iter().map(Expr::place).collect();
            if got > want {
                let message = format!("got {got} type arguments but want {want}");
                self.err(Code::InvalidTypeArguments, callee.spans[want], message);
                self.use_exprs(&call.args);
                x.invalidate();
                return ExprUse::Statement;
            }
            callee.targs = list.to_vec();
            if got == want {
                self.since(18, call.fun.place(), |_| "function instantiation".to_string());
                let spans = std::mem::take(&mut callee.spans);
                let ty = self.instantiate_sig(call.fun.place(), Some(&call.fun), &callee.sig, &list, spans);
                callee.targs.clear();
                if let Some(sig) = self.signature_of(ty) {
                    callee.sig = sig;
                }
            }
        }
        let family = self.family(&call.fun);
        let (mut args, partial) = self.generic_expr_list(&call.args);
        match self.task_form(&call.fun) {
            Some(TaskForm::Go) => {
                self.go_now(x, e, call, args, partial);
                return ExprUse::Statement;
            }
            Some(TaskForm::Await) => {
                // What is wrong with it has been said.
                if args.iter().any(|arg| arg.ty.is_invalid()) {
                    x.invalidate();
                    return ExprUse::Statement;
                }
                if let Some(results) = self.awaited(&args) {
                    match *results {
                        [] => x.mode = OpMode::NoValue,
                        [one] => {
                            x.become_value();
                            x.ty = one;
                        }
                        _ => {
                            x.become_value();
                            x.ty = self.tt.tuple(&results);
                        }
                    }
                    x.val = None;
                    self.env.has_call_or_recv = true;
                    return ExprUse::Statement;
                }
            }
            Some(TaskForm::Wide(_)) | None => {}
        }
        if let Some(family) = family
            && let Some(ty) = self.choose_member(family, call, &args)
            && let Some(sig) = self.signature_of(ty)
        {
            self.record_as(call.fun.id, OpMode::Value, ty, None);
            callee.sig = sig;
        }
        let done = self.arguments(e, call, &callee, &mut args, partial);
        let sig = done.clone().unwrap_or(callee.sig);
        match &*sig.results {
            [] => x.mode = OpMode::NoValue,
            [one] => {
                x.become_value();
                x.ty = *one;
                if !self.is_complete(*one) {
                    x.invalidate();
                    return ExprUse::Statement;
                }
            }
            several => {
                x.become_value();
                x.ty = match &sig.names {
                    Some(names) => self.tt.named_tuple(several, &names[sig.params.len()..]),
                    None => self.tt.tuple(several),
                };
            }
        }
        x.val = None;
        self.env.has_call_or_recv = true;
        if generic
            && x.mode == OpMode::Value
            && !sig.tparams.is_empty()
            && self.type_mentions(x.ty, &sig.tparams)
        {
            x.invalidate();
        }
        ExprUse::Statement
    }

    /// Checks a call of phasync.Go: its first argument is called with the others.
    fn go_now<'a>(
        &mut self,
        x: &mut Operand<'a>,
        e: &Expr,
        call: &'a Call,
        mut args: Vec<Operand<'a>>,
        mut partial: Vec<Vec<TypeId>>,
    ) {
        let base = self.signature_of(x.ty);
        x.invalidate();
        let several = args.len() > call.args.len();
        let callee = args.first().filter(|first| first.is_valid() && !several).and_then(|first| {
            let under = self.tt.under(first.ty);
            self.signature_of(under)
        });
        let Some(sig) = callee else {
            // What is no function is no argument.
            if let Some(sig) = base {
                let first = args.len().min(1);
                let callee = Callee { sig, targs: Vec::new(), spans: Vec::new(), fun: &call.fun };
                self.arguments(e, call, &callee, &mut args[..first], Vec::new());
            }
            return;
        };
        let targs = if partial.is_empty() { Vec::new() } else { partial.remove(0) };
        let callee = Callee { sig, targs, spans: Vec::new(), fun: &call.args[0] };
        let Some(sig) = self.arguments(e, call, &callee, &mut args[1..], partial) else { return };
        self.env.has_call_or_recv = true;
        x.become_value();
        x.val = None;
        x.ty = self.task_of(&sig.results);
    }

    /// Whether a type mentions one of the type parameters.
    fn type_mentions(&mut self, t: TypeId, tparams: &[TypeParamId]) -> bool {
        let marks = vec![TypeId::INVALID; tparams.len()];
        let replaced = self.tt.subst(t, &Subst::new(tparams, &marks));
        replaced != t
    }

    fn convert_call<'a>(&mut self, x: &mut Operand<'a>, e: &'a Expr, call: &'a Call) {
        self.non_generic(None, x);
        if !x.is_valid() {
            self.use_exprs(&call.args);
            return;
        }
        let t = x.ty;
        x.invalidate();
        if !self.is_complete(t) {
            return;
        }
        match call.args.as_slice() {
            [] => {
                let message = format!("missing argument in conversion to {}", self.ts(t));
                self.err(Code::WrongCount, e.place(), message);
            }
            [arg] => {
                let target = self.target_of(t, || "conversion".to_string());
                self.expr(target.as_ref(), x, arg);
                if !x.is_valid() {
                    return;
                }
                if self.tt.is_interface(t) && self.tt.iface(t).is_some_and(|i| !i.is_method_set()) {
                    let message = format!(
                        "cannot use interface {} in conversion (contains specific type constraints or is comparable)",
                        self.ts(t)
                    );
                    self.err(Code::InvalidInterface, e.place(), message);
                    // As in Go, it goes on as what was to be converted.
                    return;
                }
                if call.ellipsis.is_some() {
                    let message = format!("invalid use of ... in conversion to {}", self.ts(t));
                    self.err(Code::InvalidCall, arg.place(), message);
                    return;
                }
                self.conversion(x, t);
            }
            [.., last] => {
                self.use_exprs(&call.args);
                let message = format!("too many arguments in conversion to {}", self.ts(t));
                self.err(Code::WrongCount, last.place(), message);
            }
        }
    }

    /// Checks arguments. Generic functions among them stay uninstantiated; of those that are partly
    /// instantiated the second result has the type arguments.
    fn generic_expr_list<'a>(&mut self, list: &'a [Expr]) -> (Vec<Operand<'a>>, Vec<Vec<TypeId>>) {
        let mut partial: Vec<Vec<TypeId>> = Vec::new();
        if let [e] = list
            && !matches!(e.kind, ExprKind::Index(_))
        {
            let mut x = Operand::invalid();
            self.raw_expr(None, &mut x, e, None, true);
            self.exclude(&mut x, false);
            if x.is_valid()
                && let Type::Tuple(types) = self.tt.get(x.ty).clone()
            {
                return (types.iter().map(|&t| Checker::typed_value(t, e)).collect(), partial);
            }
            return (vec![x], partial);
        }
        let mut out = Vec::with_capacity(list.len());
        for (i, e) in list.iter().enumerate() {
            let mut x = Operand::invalid();
            match &e.kind {
                ExprKind::Index(node) => {
                    x = Operand::of(e);
                    if self.index_expr(&mut x, e, node) {
                        let want = self.signature_of(x.ty).map_or(0, |sig| sig.tparams.len());
                        // Before Go 1.21 nothing was inferred from the parameter that it is passed for.
                        if node.indices.len() < want && self.has_version(e.span.lo, 21) {
                            match self.type_list(&node.indices) {
                                Some(targs) => {
                                    partial.resize(i + 1, Vec::new());
                                    partial[i] = targs.to_vec();
                                }
                                None => x.invalidate(),
                            }
                        } else {
                            self.instantiate_for_target(None, &mut x, Some(node));
                        }
                    }
                    x.src = Src::Expr(e);
                    self.record(&x);
                    self.exclude(&mut x, false);
                    self.single_value(&mut x);
                }
                _ => self.generic_expr(&mut x, e, None),
            }
            out.push(x);
        }
        (out, partial)
    }

    /// Checks arguments against parameters and infers missing type arguments. Gives the instantiated
    /// signature, or nothing after an error.
    fn arguments<'a>(
        &mut self,
        e: &Expr,
        call: &Call,
        callee: &Callee<'a>,
        args: &mut [Operand<'a>],
        partial: Vec<Vec<TypeId>>,
    ) -> Option<Rc<Signature>> {
        let sig = callee.sig.clone();
        let nargs = args.len();
        let dots = call.ellipsis.is_some();
        let mut npars = sig.params.len();
        let mut params: Vec<TypeId> = sig.params.to_vec();
        if sig.variadic {
            if dots {
                if call.args.len() == 1 && nargs > 1 {
                    let message =
                        format!("cannot use ... with {nargs}-valued {}", expr_string(&call.args[0]));
                    self.err(Code::InvalidCall, e.place(), message);
                    return None;
                }
            } else if nargs + 1 >= npars {
                let last = params.pop().unwrap_or(TypeId::INVALID);
                let elem = match *self.tt.get(last) {
                    Type::Slice(elem) => elem,
                    _ => last,
                };
                params.resize(nargs, elem);
                npars = nargs;
            } else {
                npars -= 1;
            }
        } else if dots {
            let message = format!("cannot use ... in call to non-variadic {}", expr_string(&call.fun));
            self.err(Code::InvalidCall, e.place(), message);
            return None;
        }
        if nargs != npars {
            self.wrong_arguments(call, &sig, args, npars, dots);
            return None;
        }
        self.pass_arguments(call, callee, sig, params, args, partial)
    }

    fn wrong_arguments(&mut self, call: &Call, sig: &Signature, args: &[Operand], npars: usize, dots: bool) {
        let nargs = args.len();
        let (at, qualifier) = if nargs > npars {
            (args[npars].span(), "too many")
        } else if nargs > 0 {
            (Span::at(args[nargs - 1].span().lo), "not enough")
        } else {
            (call.fun.place(), "not enough")
        };
        let have: Vec<TypeId> = args.iter().map(|a| a.ty).collect();
        let message = format!(
            "{qualifier} arguments in call to {}\n\thave {}\n\twant {}",
            expr_string(&call.fun),
            self.types_summary(&have, false, dots),
            self.types_summary(&sig.params, sig.variadic, false)
        );
        self.err(Code::WrongCount, at, message);
    }

    fn pass_arguments<'a>(
        &mut self,
        call: &Call,
        callee: &Callee<'a>,
        sig: Rc<Signature>,
        mut params: Vec<TypeId>,
        args: &mut [Operand<'a>],
        partial: Vec<Vec<TypeId>>,
    ) -> Option<Rc<Signature>> {
        let mut result = sig.clone();
        let own = sig.tparams.len();
        let mut tparams: Vec<TypeParamId> = Vec::new();
        let mut targs: Vec<Option<TypeId>> = Vec::new();
        if own > 0 {
            let how = if callee.targs.is_empty() { "implicit " } else { "" };
            self.since(18, call.fun.place(), |_| format!("{how}function instantiation"));
            let (fresh, subst) = self.rename_tparams(&sig.tparams);
            params = self.tt.subst_all(&params, &subst);
            targs = callee.targs.iter().map(|&t| Some(t)).collect();
            targs.resize(own, None);
            tparams = fresh;
        }
        // Generic functions as arguments bring their own type parameters.
        let mut generic_args: Vec<(usize, Rc<Signature>, usize)> = Vec::new();
        let mut generic_types: Vec<(usize, TypeId)> = Vec::new();
        for (i, arg) in args.iter_mut().enumerate() {
            if !arg.is_valid() {
                continue;
            }
            let Some(asig) = self.signature_of(arg.ty).filter(|s| !s.tparams.is_empty()) else { continue };
            let (fresh, subst) = self.rename_tparams(&asig.tparams);
            let plain = self.without_tparams(&asig);
            generic_types.push((i, arg.ty));
            arg.ty = self.tt.subst(plain, &subst);
            let first = tparams.len();
            tparams.extend_from_slice(&fresh);
            if let Some(given) = partial.get(i) {
                targs.extend(given.iter().map(|&t| Some(t)));
            }
            targs.resize(tparams.len(), None);
            generic_args.push((i, asig, first));
        }
        if let Some(&(first, ..)) = generic_args.first() {
            let at = args[first].span();
            self.since(21, at, |_| "implicitly instantiated function as argument".to_string());
        }
        if !tparams.is_empty() {
            let at = Span::at(call.lparen);
            let inferred =
                match self.infer(at, &tparams, &targs, &params, args, Inferring::Call(&generic_types)) {
                    Ok(list) => list,
                    Err(error) => {
                        if !error.message.is_empty() {
                            let message = format!("in call to {}, {}", expr_string(&call.fun), error.message);
                            self.err(Code::CannotInfer, error.span, message);
                        }
                        return None;
                    }
                };
            if own > 0 {
                let spans = callee.spans.clone();
                let ty = self.instantiate_sig(at, Some(callee.fun), &sig, &inferred[..own], spans);
                if let Some(done) = self.signature_of(ty) {
                    result = done;
                }
                let back = Subst::new(&tparams[..own], &inferred[..own]);
                params = self.tt.subst_all(&params, &back);
            }
            let all = Subst::new(&tparams, &inferred);
            params = self.tt.subst_all(&params, &all);
            for (i, asig, first) in generic_args {
                let list = &inferred[first..first + asig.tparams.len()];
                let expr = args[i].expr();
                let at = args[i].span();
                args[i].ty = self.instantiate_sig(at, expr, &asig, list, Vec::new());
            }
        }
        if !args.is_empty() {
            let mut context = None;
            for (arg, &param) in args.iter_mut().zip(&params) {
                // The text is only needed for errors: most arguments need none.
                if arg.is_valid()
                    && !self.tt.is_untyped(arg.ty)
                    && self.tt.identical(arg.ty, param)
                    && !matches!(self.tt.get(arg.ty), Type::Tuple(_))
                {
                    continue;
                }
                let context =
                    context.get_or_insert_with(|| format!("argument to {}", expr_string(&call.fun)));
                self.assignment(arg, Some(param), context);
            }
        }
        Some(result)
    }

    /// Checks the arguments of a predeclared function as if it had the given parameters.
    pub(super) fn builtin_arguments<'a>(
        &mut self,
        e: &Expr,
        call: &'a Call,
        params: Vec<TypeId>,
        variadic: bool,
        args: &mut [Operand<'a>],
    ) -> bool {
        let sig = Rc::new(Signature {
            params: params.into(),
            results: [].into(),
            variadic,
            tparams: [].into(),
            names: None,
        });
        let callee = Callee { sig, targs: Vec::new(), spans: Vec::new(), fun: &call.fun };
        self.arguments(e, call, &callee, args, Vec::new()).is_some()
    }
}
