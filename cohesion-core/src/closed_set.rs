//! Closed sets of words, each said once.

/// An enum whose variants are words: from one list come the enum, `ALL`, `as_str`, `Display` and the names in JSON and in
/// the schema.
///
/// With `#[unknown("option", "is no rank test")]` before everything else words can be read too, by `parse` and [`FromStr`]:
/// the place of the fault and what its sentence says of the word.
///
/// [`FromStr`]: std::str::FromStr
macro_rules! closed_set {
    (
        #[unknown($place:literal, $said:literal)]
        $(#[$about:meta])*
        $vis:vis enum $name:ident { $($variants:tt)+ }
    ) => {
        closed_set! { $(#[$about])* $vis enum $name { $($variants)+ } }

        impl $name {
            /// Reads the word.
            ///
            /// # Errors
            /// [`FaultKind::UnknownValue`](crate::FaultKind::UnknownValue) that lists the set and names the nearest.
            pub fn parse(word: &str) -> crate::Result<Self> {
                crate::Error::one_of(&Self::ALL, Self::as_str, word, $place, $said)
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Error;

            fn from_str(word: &str) -> crate::Result<Self> {
                Self::parse(word)
            }
        }
    };
    (
        $(#[$about:meta])*
        $vis:vis enum $name:ident { $($(#[$of_one:meta])* $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$about])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        $vis enum $name {
            $($(#[$of_one])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every one, in the order in which they are listed.
            pub const ALL: [Self; [$($word),+].len()] = [$(Self::$variant),+];

            /// The word for it, the same in every language and in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use closed_set;
