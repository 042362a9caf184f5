//! Plan, records and ratings to a review.

use std::collections::BTreeMap;

use crate::error::Result;
use crate::health::{self, Review, ReviewOptions};
use crate::partnership::ASSESSMENT_TABLE;
use crate::plan::Plan;
use crate::table::Table;

impl Plan {
    /// The review of the plan's partnership: roles and tasks, fair shares, communication, conflicts, who stays, how the
    /// partners rate their work, who works with whom, and what became of the findings of the review before.
    ///
    /// Records are tables by the name of their kind, with the columns of [`crate::RecordKind::columns`]; kinds that are not
    /// given are taken from the plan. The table `assessment` is the answers to the plan's self-assessment, as
    /// [`Plan::assess`] takes them. What cannot be judged without records of a kind is said to be so.
    ///
    /// # Errors
    /// Every fault of the plan's meaning and of the tables, as [`Plan::check`], [`Plan::check_records`] and
    /// [`Plan::assess`]; [`crate::FaultKind::MissingField`] where there is no partnership or nobody in it;
    /// [`crate::FaultKind::ImpossibleDate`] for `as_of`; [`crate::FaultKind::Inconsistent`] where the review before is
    /// not of an earlier day.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use cohesion_core::{Plan, ReviewOptions};
    /// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
    /// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
    /// let silent = review.findings.iter().find(|finding| finding.id == "channel_silent:meeting").unwrap();
    /// assert_eq!(silent.evidence["days"].as_number(), Some(161.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn review(&self, records: &BTreeMap<String, Table<'_>>, options: ReviewOptions<'_>) -> Result<Review> {
        self.checked()?;
        let day = options.day()?;
        let ratings = records.get(ASSESSMENT_TABLE).map(|answers| self.assess_until(answers, Some(day))).transpose()?;
        health::review(self, records, options, ratings)
    }
}
