//! What must be hidden before it leaves its owner, and the proof that it cannot be worked out.

mod anonymity;
mod audit;
mod model;
mod published;
mod question;
mod sharing;
mod space;
pub(crate) mod texts;

pub use anonymity::{AnonymityClass, KAnonymity, WithoutColumn, k_anonymity};
pub(crate) use audit::Guard;
pub use audit::{Audit, AuditedCell, AuditedCount};
pub use published::{HiddenRow, PublishOptions, PublishTable, PublishedTable, PublishedTables, publish};
pub(crate) use published::{hidden_note, round_estimate, rounded, without_examples};
pub(crate) use question::{Chosen, Group, Hidden, Nesting, Question};
