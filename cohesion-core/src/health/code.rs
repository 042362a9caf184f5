//! The codes of findings, and what each stands for.

use super::findings::FindingCode;
use crate::closed_set::closed_set;
use crate::message::{Entry, Language, Params};

closed_set! {
    /// The part of a review that a finding belongs to.
    pub enum ReviewPart {
        /// Who does what, towards which objectives.
        Responsibilities = "responsibilities",
        /// Who carries how much, and what was needed.
        Shares = "shares",
        /// Who was told what, and when.
        Communication = "communication",
        /// Conflicts and how they end.
        Conflicts = "conflicts",
        /// Who stays.
        Retention = "retention",
        /// How the partners rate their work together.
        SelfAssessment = "self_assessment",
        /// Who works with whom.
        Networks = "networks",
        /// What was decided, and whether it was done.
        Actions = "actions",
    }
}

closed_set! {
    /// How much a finding matters.
    pub enum FindingSeverity {
        /// To be looked at when there is time.
        Low = "low",
        /// To be talked about at the next meeting.
        Medium = "medium",
        /// To be seen to first.
        High = "high",
    }
}

/// What is said by a finding: its code and the values of its sentence.
pub(super) struct Found {
    pub code: FindingCode,
    pub evidence: Params,
}

/// The texts of a finding.
pub(super) struct FindingTexts {
    /// Its sentence.
    pub says: &'static Entry,
    /// What it means and by which rule it is made.
    pub means: &'static Entry,
    /// What helps against it.
    pub help: Option<&'static Entry>,
    pub part: ReviewPart,
}

impl FindingCode {
    /// The name in snake case.
    ///
    /// ```
    /// use cohesion_core::FindingCode;
    /// assert_eq!(FindingCode::ActionWithoutOwner.as_str(), "action_without_owner");
    /// ```
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.texts().says.code
    }

    /// The part of a review that it belongs to.
    ///
    /// ```
    /// use cohesion_core::FindingCode;
    /// assert_eq!(FindingCode::ActionWithoutOwner.part().as_str(), "actions");
    /// ```
    #[must_use]
    pub fn part(self) -> ReviewPart {
        self.texts().part
    }

    /// Its sentence, with braces for the values.
    pub(crate) fn sentence(self) -> &'static Entry {
        self.texts().says
    }
}

/// What a finding of this code means and by which rule it is made.
///
/// ```
/// use cohesion_core::{FindingCode, Language, finding_meaning};
/// let meaning = finding_meaning(FindingCode::ActionWithoutOwner, Language::Nl);
/// assert_eq!(meaning, "Een open actie zonder eigenaar.");
/// ```
#[must_use]
pub fn finding_meaning(code: FindingCode, language: Language) -> &'static str {
    code.texts().means.said(language)
}

/// What helps against it, where the document on collaborative partnerships says so; none where it does not.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReviewOptions, finding_help};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// let helped = review.findings.iter().filter_map(|finding| finding_help(finding.code, Language::En));
/// assert!(helped.count() > 0);
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn finding_help(code: FindingCode, language: Language) -> Option<&'static str> {
    code.texts().help.map(|help| help.said(language))
}

/// The findings of a review: each is a code, a function that makes it of the values of its sentence, the part of the
/// review that it belongs to, what helps, and its texts, as in [`texts!`](crate::message).
macro_rules! findings {
    ($(
        $(#[$doc:meta])*
        finding $name:ident($($param:ident: $type:ty),* $(,)?) of $part:ident $(, $help:ident)? {
            en $en:literal, fr $fr:literal, nl $nl:literal,
            means en $means_en:literal, fr $means_fr:literal, nl $means_nl:literal $(,)?
        }
    )*) => { pastey::paste! {
        /// A weak point of a partnership; what it means is told by [`finding_meaning`](crate::finding_meaning).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        #[non_exhaustive]
        pub enum FindingCode {$(
            $(#[$doc])*
            [<$name:camel>],
        )*}

        impl FindingCode {
            /// Every finding, in the order of a review.
            pub const ALL: &[Self] = &[$(Self::[<$name:camel>]),*];

            pub(super) fn texts(self) -> &'static $crate::health::code::FindingTexts {
                match self {$(
                    Self::[<$name:camel>] => &[<$name:upper>],
                )*}
            }
        }

        $(
            static [<$name:upper>]: $crate::health::code::FindingTexts = $crate::health::code::FindingTexts {
                says: &$crate::message::Entry::new(
                    stringify!($name),
                    &[$(stringify!($param)),*],
                    &[$(<$type as $crate::message::Parameter>::KIND),*],
                    [$en, $crate::message::french!($fr), $nl],
                ),
                means: &$crate::message::Entry::new(
                    stringify!($name),
                    &[],
                    &[],
                    [$means_en, $crate::message::french!($means_fr), $means_nl],
                ),
                help: $crate::health::code::findings!(@help $($help)?),
                part: $crate::health::code::ReviewPart::$part,
            };

            $(#[$doc])*
            pub(super) fn $name($($param: impl Into<$type>),*) -> $crate::health::code::Found {
                let evidence = $crate::message::params!($($param: $type),*);
                $crate::health::code::Found { code: FindingCode::[<$name:camel>], evidence }
            }
        )*
    }};
    (@help) => { None };
    (@help $help:ident) => { Some(&$help) };
}

pub(super) use findings;
