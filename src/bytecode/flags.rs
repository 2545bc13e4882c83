//! A small set-of-flags type.

/// Defines a set of flags over `u16`.
macro_rules! bitflags_lite {
    ($(#[doc = $doc:literal])* pub struct $name:ident { $($(#[doc = $fdoc:literal])* $flag:ident = $v:literal;)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub struct $name(pub u16);
        impl $name {
            $($(#[doc = $fdoc])* pub const $flag: $name = $name($v);)*
            /// Whether all flags of `other` are set.
            #[inline]
            pub const fn has(self, other: $name) -> bool { self.0 & other.0 == other.0 }
            /// Whether any flag of `other` is set.
            #[inline]
            pub const fn has_any(self, other: $name) -> bool { self.0 & other.0 != 0 }
        }
        impl std::ops::BitOr for $name {
            type Output = $name;
            fn bitor(self, o: $name) -> $name { $name(self.0 | o.0) }
        }
        impl std::ops::BitOrAssign for $name {
            fn bitor_assign(&mut self, o: $name) { self.0 |= o.0 }
        }
    };
}
