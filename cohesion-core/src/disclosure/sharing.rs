//! Summaries that may leave their owner.

use super::audit::Guard;
use super::question::{Chosen, Group, Nesting, Question};
use crate::error::Result;
use crate::estimate::Note;
use crate::plan::{GroupDisclosure, PublishRule};
use crate::survey::{HeldCounts, HeldRow, Least, Summary};

impl Summary {
    /// The summary that may leave its owner: groups that the rule hides are pooled, with the further ones without which they
    /// could be worked out from the others (checked exactly, as [`crate::publish`] does); clusters are pooled at random of their
    /// content until each pool tells of enough people in every group (the random group method: Wolter 2007, chapter 2); labels of
    /// clusters, examples of answers and the ids of parts are replaced. [`Summary::lost`] says what that cost.
    ///
    /// It merges with other shared summaries of the same questions only. Estimates from it are the same where nothing was pooled;
    /// standard errors come from fewer clusters.
    ///
    /// # Errors
    /// [`crate::FaultKind::NotPossible`] where there are too few answers for any figure, or where weights follow from population
    /// sizes that pooling changes; [`crate::FaultKind::OutOfRange`] for a rule that is none.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, PublishRule, Summary, SummarySpec, Table};
    /// let spec = SummarySpec::new(Design::new().cluster("street")).measures([Measure::mean("trust")]);
    /// let streets: Vec<String> = (0..60).map(|row| format!("street {}", row / 3)).collect();
    /// let table = Table::new(vec![
    ///     Column::text("street", streets.iter().map(|street| Some(street.as_str()))),
    ///     Column::number("trust", (0..60).map(|row| f64::from(row % 5)).collect::<Vec<_>>()),
    /// ])?;
    /// let shared = Summary::new(spec)?.add(&table)?.for_sharing(&PublishRule::default())?;
    /// assert_eq!(shared.mean("trust", ())?.rows[0].estimate.value, Some(2.0));
    /// assert_eq!(shared.design_counts(), (1, 5)); // 20 streets of three people, in pools of twelve
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn for_sharing(&self, rule: &PublishRule) -> Result<Self> {
        rule.checked("rule")?;
        let held = self.held_counts();
        let mut questions: Vec<Question> = held.iter().map(question).collect();
        // Pooled groups are the total less the others, so the total of every crossing is taken to be known.
        let totals: Vec<Question> =
            held.iter().filter(|held| !held.keys.by.is_empty() && !held.unlabelled).map(total).collect();
        questions.extend(totals);
        let nesting = Nesting::default();
        Guard { rule, nesting: &nesting }.protect(&mut questions);
        let margins = held.iter().map(|held| held.margin + 1).max().unwrap_or_default();
        let mut hidden: Vec<Vec<bool>> = vec![Vec::new(); margins];
        for (held, question) in held.iter().zip(&questions) {
            let Some(marks) = hidden.get_mut(held.margin) else { continue };
            marks.resize(question.groups.len(), false);
            for (mark, group) in marks.iter_mut().zip(&question.groups) {
                *mark |= group.hidden.is_some();
            }
        }
        let least = Least { n: f64::from(rule.minimum_n), mixed: rule.group_disclosure == GroupDisclosure::Hide };
        self.coarsened(&hidden, least, &rule.id)
    }

    /// What was pooled or left out before the summary was shared; empty for one that was not.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let spec = SummarySpec::new(Design::new()).measures([Measure::mean("trust")]);
    /// let summary = Summary::new(spec)?.add(&Table::new(vec![Column::number("trust", vec![3.0; 30])])?)?;
    /// assert!(summary.lost().is_empty());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn lost(&self) -> &[Note] {
        self.lost_by_sharing()
    }
}

fn question(held: &HeldCounts<'_>) -> Question {
    Question {
        variable: held.measure.variable.clone(),
        counted: held.measure.is_share().then(|| Chosen::labels(held.measure.values.iter().cloned())),
        keys: held.keys.by.clone(),
        within: held
            .keys
            .within
            .iter()
            .map(|filter| (filter.column.clone(), Chosen::labels(filter.values.iter().cloned())))
            .collect(),
        groups: held.rows.iter().map(group).collect(),
        unlabelled: held.unlabelled,
        is_total: false,
        dropped: false,
    }
}

fn group(row: &HeldRow<'_>) -> Group {
    let group = Group { labels: row.labels.to_vec(), n: row.n, missing: row.missing, ..Group::default() };
    group.with_share(row.share, None)
}

fn total(held: &HeldCounts<'_>) -> Question {
    let (n, missing) = held.rows.iter().fold((0, 0), |(n, missing), row| (n + row.n, missing + row.missing));
    let answered: f64 = held.rows.iter().filter_map(|row| Some(row.share? * row.n as f64)).sum();
    let share = held.measure.is_share().then(|| answered / (n.max(1) as f64));
    let group = Group { n, missing, ..Group::default() }.with_share(share, None);
    Question { keys: Vec::new(), groups: vec![group], ..question(held) }
}
