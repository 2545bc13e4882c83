//! Properties and cases of code points, over the generated tables.

use super::unicode_tables::*;
use super::utf8::{MAX_RUNE, Rune};

const LETTER: u32 = LU | LL | LT | LM | LO;
const MARK: u32 = MN | MC | ME;
const NUMBER: u32 = ND | NL | NO;
const PUNCT: u32 = PC | PD | PS | PE | PI | PF | PO;
const SYMBOL: u32 = SM | SC | SK | SO;
const PRINT: u32 = LETTER | MARK | NUMBER | PUNCT | SYMBOL;

/// The category of `r` as one bit; 0 for what is no code point.
#[inline]
fn category(r: Rune) -> u32 {
    match usize::try_from(r) {
        Ok(c) if r <= MAX_RUNE => {
            let block = BLOCKS[usize::from(BLOCK_OF[c / BLOCK_SIZE])];
            1 << (block[c % BLOCK_SIZE] - b'0')
        }
        _ => 0,
    }
}

/// Go's `unicode.IsLetter`.
pub fn is_letter(r: Rune) -> bool {
    category(r) & LETTER != 0
}

/// Go's `unicode.IsUpper`.
pub fn is_upper(r: Rune) -> bool {
    category(r) & LU != 0
}

/// Go's `unicode.IsLower`.
pub fn is_lower(r: Rune) -> bool {
    category(r) & LL != 0
}

/// Go's `unicode.IsTitle`.
pub fn is_title(r: Rune) -> bool {
    category(r) & LT != 0
}

/// Go's `unicode.IsMark`.
pub fn is_mark(r: Rune) -> bool {
    category(r) & MARK != 0
}

/// Go's `unicode.IsNumber`.
pub fn is_number(r: Rune) -> bool {
    category(r) & NUMBER != 0
}

/// Go's `unicode.IsDigit`.
pub fn is_digit(r: Rune) -> bool {
    category(r) & ND != 0
}

/// Go's `unicode.IsPunct`.
pub fn is_punct(r: Rune) -> bool {
    category(r) & PUNCT != 0
}

/// Go's `unicode.IsSymbol`.
pub fn is_symbol(r: Rune) -> bool {
    category(r) & SYMBOL != 0
}

/// Go's `unicode.IsControl`.
pub fn is_control(r: Rune) -> bool {
    category(r) & CC != 0
}

/// Go's `unicode.IsPrint` and `strconv.IsPrint`.
#[inline]
pub fn is_print(r: Rune) -> bool {
    r == Rune::from(b' ') || category(r) & PRINT != 0
}

/// Go's `unicode.IsGraphic` and `strconv.IsGraphic`.
pub fn is_graphic(r: Rune) -> bool {
    category(r) & (PRINT | ZS) != 0
}

/// Go's `unicode.IsSpace`: the property White_Space.
#[inline]
pub fn is_space(r: Rune) -> bool {
    matches!(r, 0x09..=0x0D | 0x20 | 0x85 | 0xA0) || r > 0xFF && category(r) & (ZS | ZL | ZP) != 0
}

/// The case that [`to_case`] maps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// Upper case.
    Upper,
    /// Lower case.
    Lower,
    /// Title case: upper case, save for letters such as ǅ.
    Title,
}

/// Maps one code point to a case, as Go's `unicode.To` does.
#[inline]
pub fn to_case(case: Case, r: Rune) -> Rune {
    if (0..0x80).contains(&r) {
        let b = r as u8;
        let mapped = if case == Case::Lower { b.to_ascii_lowercase() } else { b.to_ascii_uppercase() };
        return Rune::from(mapped);
    }
    let Ok(c) = u32::try_from(r) else { return r };
    let at = CASE_RANGES.partition_point(|&(_, hi, _)| hi < c);
    match CASE_RANGES.get(at) {
        Some(&(lo, _, delta)) if lo <= c => match delta[case as usize] {
            // Upper and lower case alternate, beginning with an upper one.
            UPPER_LOWER if case == Case::Lower => r + ((r - lo as Rune) & 1 ^ 1),
            UPPER_LOWER => r - ((r - lo as Rune) & 1),
            add => r + add,
        },
        _ => r,
    }
}

/// Go's `unicode.ToUpper`.
pub fn to_upper(r: Rune) -> Rune {
    to_case(Case::Upper, r)
}

/// Go's `unicode.ToLower`.
pub fn to_lower(r: Rune) -> Rune {
    to_case(Case::Lower, r)
}

/// Go's `unicode.ToTitle`.
pub fn to_title(r: Rune) -> Rune {
    to_case(Case::Title, r)
}

/// The next larger code point that is equal to `r` when case is ignored, or the smallest if there is no larger
/// one; Go's `unicode.SimpleFold`.
pub fn simple_fold(r: Rune) -> Rune {
    let Ok(c) = u32::try_from(r) else { return r };
    if let Ok(at) = FOLDS.binary_search_by_key(&c, |&(from, _)| from) {
        return FOLDS[at].1 as Rune;
    }
    let lower = to_lower(r);
    if lower == r { to_upper(r) } else { lower }
}

/// Whether `a` and `b` are equal when case is ignored, by simple folding.
pub fn equal_fold(a: Rune, b: Rune) -> bool {
    if a == b {
        return true;
    }
    if (0..0x80).contains(&a) && (0..0x80).contains(&b) {
        return (a as u8).eq_ignore_ascii_case(&(b as u8));
    }
    let mut r = simple_fold(a);
    while r != a {
        if r == b {
            return true;
        }
        r = simple_fold(r);
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories() {
        assert!(
            is_upper('A' as Rune)
                && is_letter('世' as Rune)
                && is_title('ǅ' as Rune)
                && is_lower('ß' as Rune)
        );
        assert!(is_digit('٣' as Rune) && is_number('½' as Rune) && !is_digit('½' as Rune));
        assert!(is_space(0x85) && is_space(0xA0) && is_space(0x2028) && !is_space(0x200B));
        assert!(
            is_print(' ' as Rune) && !is_print(0xA0) && is_graphic(0xA0) && !is_print(0xAD) && !is_print(-1)
        );
        assert!(is_control(0x9F) && is_punct('!' as Rune) && is_symbol('+' as Rune) && is_mark(0x301));
        for r in [-1, Rune::MIN, Rune::MAX, MAX_RUNE + 1] {
            assert_eq!((category(r), to_upper(r), simple_fold(r)), (0, r, r));
        }
    }

    #[test]
    fn cases_agree_with_std_where_they_are_single() {
        for c in ('\0'..=char::MAX).filter(|c| c.is_ascii() || !matches!(c, '\u{130}' | 'ß')) {
            let mut upper = c.to_uppercase();
            if let (Some(u), None) = (upper.next(), upper.next()) {
                let ours = to_upper(c as Rune);
                // Our tables may know letters that std does not know yet.
                assert!(ours == u as Rune || u == c, "{c:?} {ours:x}");
            }
        }
        assert_eq!(to_title('ǆ' as Rune), 'ǅ' as Rune);
        assert_eq!(to_upper('ā' as Rune), 'Ā' as Rune);
        assert_eq!(to_lower('Ā' as Rune), 'ā' as Rune);
    }

    #[test]
    fn folding_goes_round() {
        let orbit = |r: char| {
            let mut all = vec![r as Rune];
            let mut next = simple_fold(r as Rune);
            while next != r as Rune {
                all.push(next);
                next = simple_fold(next);
            }
            all
        };
        assert_eq!(orbit('A'), [0x41, 0x61]);
        assert_eq!(orbit('K'), [0x4B, 0x6B, 0x212A]);
        assert_eq!(orbit('1'), [0x31]);
        assert!(equal_fold('ſ' as Rune, 'S' as Rune) && !equal_fold('a' as Rune, 'b' as Rune));
    }
}
