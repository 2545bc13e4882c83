//! Which bracket closes which, in text where some are missing.

use super::token::Kind;

/// Open brackets, with whatever is to be known about each.
///
/// A brace closes all that is open inside of it. A parenthesis or bracket that does not close anything since
/// the last brace closes nothing: it is one too many.
#[derive(Debug)]
pub struct Brackets<T> {
    open: Vec<(Kind, T)>,
}

impl<T> Default for Brackets<T> {
    fn default() -> Brackets<T> {
        Brackets { open: Vec::new() }
    }
}

impl<T> Brackets<T> {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.open.clear();
    }

    /// How many are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether the innermost is a parenthesis or a bracket, where no statement can end.
    pub fn in_parens(&self) -> bool {
        self.open.last().is_some_and(|(open, _)| *open != Kind::LBrace)
    }

    /// Opens one; gives whether the token does.
    pub fn opens(&mut self, kind: Kind, what: T) -> bool {
        let opens = kind.opens();
        if opens {
            self.open.push((kind.unmarked(), what));
        }
        opens
    }

    /// Closes one, and what is open inside of it; none for a token that closes nothing.
    pub fn closes(&mut self, kind: Kind) -> Option<T> {
        let wanted = match kind {
            Kind::RParen => Kind::LParen,
            Kind::RBrack => Kind::LBrack,
            Kind::RBrace => Kind::LBrace,
            _ => return None,
        };
        let candidate = match wanted {
            Kind::LBrace => self.open.iter().rposition(|(open, _)| *open == wanted),
            _ => {
                let barrier = self.open.iter().rposition(|(open, _)| *open == Kind::LBrace);
                let from = barrier.map_or(0, |barrier| barrier + 1);
                self.open[from..].iter().rposition(|(open, _)| *open == wanted).map(|i| from + i)
            }
        };
        self.open.truncate(candidate? + 1);
        self.open.pop().map(|(_, what)| what)
    }
}
