//! The texts of evaluations and reports.

use crate::message::{Word, Words, texts};

texts! {
    /// The difference uses the covariance of units seen in both.
    note paired_samples(by: Word<Units>) {
        en "The difference takes into account that the same {by} stand on both sides.",
        fr "La différence tient compte du fait que les mêmes {by} figurent des deux côtés.",
        nl "Het verschil houdt er rekening mee dat dezelfde {by} aan beide kanten staan.",
    }
}

/// What two samples may share.
pub(crate) struct Units;

impl Words for Units {
    const TABLE: &'static [&'static crate::message::Entry] = units::TABLE;
}

mod units {
    use crate::message::texts;

    texts! {
        word persons { en "persons", fr "personnes", nl "personen" }
        word clusters { en "clusters", fr "grappes", nl "clusters" }
    }
}
