//! What is hidden so that no small group can be found, and the proof.

use crate::disclosure::Hidden;
use crate::disclosure::texts;
use std::collections::BTreeSet;
use std::ops::Range as Places;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::model::{Candidates, Layout, Model, Parts, Range, Reading};
use super::question::{Nesting, Question};
use crate::estimate::Note;
use crate::plan::{GroupDisclosure, PublishRule};
use crate::stat::try_chunks;

/// Which count of a hidden group was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum AuditedCount {
    /// How many answered.
    Answers,
    /// How many gave an answer that counts.
    Counted,
    /// How many gave another one.
    NotCounted,
    /// A mean, total or weighted share: whether the shown figures determine it.
    Figure,
}

/// The range of one hidden count that anybody can work out from what is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AuditedCell {
    /// The table, counted from 0.
    pub table: u64,
    /// The labels of the group; of a group that stands in no table, what it is.
    pub labels: Vec<String>,
    /// Which count.
    pub count: AuditedCount,
    /// The smallest possible value; `None` for a figure.
    pub low: Option<i64>,
    /// The largest possible value; `None` for a figure, and where nothing bounds it.
    pub high: Option<i64>,
    /// How wide the range had to be.
    pub needed: i64,
    /// Whether the group stands in no table and can only be found by subtraction.
    pub implied: bool,
}

/// The proof that what is hidden cannot be worked out, and what it rests on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Audit {
    /// Whether every hidden count keeps a range that is wide enough.
    pub passed: bool,
    /// How the ranges were found.
    pub method: String,
    /// How often something more had to be hidden.
    pub rounds: u64,
    /// The hidden counts with the ranges that are left for them.
    pub cells: Vec<AuditedCell>,
    /// What was taken for granted.
    pub assumed: Vec<Note>,
}

const METHOD: &str = "exact bounds by integer linear programming (simplex, branch and bound), each end reached by a table of whole numbers that was checked against every published figure";

/// Who protects what.
pub(crate) struct Guard<'r> {
    pub rule: &'r PublishRule,
    pub nesting: &'r Nesting,
}

/// A range that is too narrow: the cells, and what may be hidden to widen it.
struct Narrow {
    candidates: Vec<Candidates>,
    count: AuditedCount,
    /// How many columns its table has.
    columns: usize,
}

/// What is known of one column of answers, by how it is read.
#[derive(Default)]
struct Models {
    counts: OnceLock<Model>,
    shares: OnceLock<Model>,
    sums: OnceLock<Model>,
}

impl Models {
    fn of(&self, reading: Reading) -> &OnceLock<Model> {
        match reading {
            Reading::Counts => &self.counts,
            Reading::Shares => &self.shares,
            Reading::Sums => &self.sums,
        }
    }
}

/// One look at the answers of one column.
enum Look {
    Passed(Vec<AuditedCell>),
    Narrow(Narrow),
    Contradiction,
    TooLarge,
}

impl Guard<'_> {
    /// Hides groups until no hidden one can be worked out.
    pub fn protect(&self, questions: &mut [Question]) -> Audit {
        for question in questions.iter_mut() {
            question.hide_primary(self.rule);
        }
        // A group that is hidden in one table and shown in another is not hidden.
        spread(questions);
        let mut audit = Audit { passed: true, method: METHOD.to_owned(), ..Audit::default() };
        let variables = variables(questions);
        loop {
            let before = audit.rounds;
            audit.cells.clear();
            for variable in &variables {
                match self.settle(questions, variable, &mut audit.rounds) {
                    Some(cells) => audit.cells.extend(cells),
                    None => audit.passed = false,
                }
            }
            // What is hidden for one variable changes what the tables of others show, so all are looked at again until
            // nothing more is hidden.
            if audit.rounds == before {
                break;
            }
        }
        audit.assumed = self.assumed(questions, variables.len());
        audit
    }

    /// Hides groups of one column of answers until its audit passes.
    /// `None` where it does not pass although nothing is left to hide.
    fn settle(&self, questions: &mut [Question], variable: &str, rounds: &mut u64) -> Option<Vec<AuditedCell>> {
        let mut layout = Layout::of(&seen(questions).1, variable, self.nesting);
        loop {
            let look = layout.as_ref().map_or(Look::TooLarge, |layout| self.look(layout, questions, variable));
            match look {
                Look::Passed(cells) => return Some(cells),
                Look::Narrow(narrow) if hide_one(questions, variable, &narrow) => *rounds += 1,
                // Nothing is left to hide, and the range is still narrow.
                Look::Narrow(_) => return None,
                Look::Contradiction | Look::TooLarge => {
                    // What cannot be proven safe is not shown: the table with the most columns first.
                    let left =
                        questions.iter_mut().filter(|question| question.variable == variable && !question.dropped);
                    let question = left.max_by_key(|question| question.keys.len() + question.within.len())?;
                    question.dropped = true;
                    for group in &mut question.groups {
                        group.hidden = group.hidden.or(Some(Hidden::Unproven));
                    }
                    *rounds += 1;
                    layout = Layout::of(&seen(questions).1, variable, self.nesting);
                }
            }
        }
    }

    fn look(&self, layout: &Layout, questions: &[Question], variable: &str) -> Look {
        let (numbers, seen) = seen(questions);
        let places = shown_places(&seen, variable);
        let mut targets: Vec<(usize, &Question, Target)> = Vec::new();
        for (at, question) in seen.iter().enumerate().filter(|(_, question)| question.variable == variable) {
            targets.extend(self.targets(&places, question).into_iter().map(|target| (at, question, target)));
        }
        // Many targets ask about the same conditions: each reading is made into a model once, whichever thread comes
        // first.
        let models = Models::default();
        let aim = |places: Places<usize>| -> Result<Vec<AuditedCell>, Look> {
            let mut cells = Vec::new();
            for (at, question, target) in targets.get(places).into_iter().flatten() {
                let make = || Model::of(layout, &seen, variable, self.rule, target.reading);
                let model = models.of(target.reading).get_or_init(make);
                let aimed = self.aim(model, layout, question, *at, target, &mut cells);
                aimed.map_err(|look| original(look, &numbers, question.keys.len() + question.within.len()))?;
            }
            Ok(cells)
        };
        let mut cells = Vec::new();
        let take = |aimed: Result<Vec<AuditedCell>, Look>| aimed.map(|found| cells.extend(found));
        if let Err(look) = try_chunks(targets.len(), 64, aim, take) {
            return look;
        }
        // The order in which targets were looked at is no part of the result.
        cells.sort_by(|a, b| (a.table, &a.labels, a.count).cmp(&(b.table, &b.labels, b.count)));
        cells.dedup();
        for cell in &mut cells {
            cell.table = numbers.get(cell.table as usize).map_or(cell.table, |at| *at as u64);
        }
        Look::Passed(cells)
    }

    /// What has to be looked at in one table.
    fn targets(&self, places: &BTreeSet<String>, question: &Question) -> Vec<Target> {
        let mut targets = Vec::new();
        for (row, group) in question.groups.iter().enumerate().filter(|(_, group)| group.hidden.is_some()) {
            let is_shown = places.contains(&question.place(group));
            let mut target = |reading, count| targets.push(Target { row: Some(row), reading, count });
            // The same people may stand in another table under another name, where their number is shown anyway.
            if !is_shown {
                target(Reading::Counts, AuditedCount::Answers);
            }
            match group.numerator.filter(|_| question.counted.is_some()) {
                Some(_) if group.is_count => {
                    target(Reading::Counts, AuditedCount::Counted);
                    // Who knows how many do not count knows how many do.
                    target(Reading::Counts, AuditedCount::NotCounted);
                }
                // A weighted share tells no count; what must stay open is the figure itself.
                Some(_) => target(Reading::Shares, AuditedCount::Figure),
                None if is_shown || question.is_total => target(Reading::Sums, AuditedCount::Figure),
                None => {}
            }
        }
        // Only then are there groups that stand in no table: those outside a domain, without a label, or between two
        // sizes of area.
        if !question.within.is_empty() || question.unlabelled || !self.nesting.of.is_empty() {
            targets.push(Target { row: None, reading: Reading::Counts, count: AuditedCount::Answers });
        }
        targets
    }

    fn aim(
        &self,
        model: &Model,
        layout: &Layout,
        question: &Question,
        at: usize,
        target: &Target,
        cells: &mut Vec<AuditedCell>,
    ) -> Result<(), Look> {
        let Some(row) = target.row else {
            let implied = layout.implied.get(at).map_or(&[][..], Vec::as_slice);
            return self.aim_implied(model, question, at, implied, cells);
        };
        let (Some(group), Some(parts)) = (question.groups.get(row), layout.parts(at, row)) else { return Ok(()) };
        let (sum, needed) = self.sum(parts, target.count);
        let range = model.range(&sum).ok_or(Look::Contradiction)?;
        if !range.is_wide(needed) {
            return Err(Look::Narrow(Narrow { candidates: model.candidates(&sum), count: target.count, columns: 0 }));
        }
        cells.push(audited(at, group.labels.clone(), target.count, range, needed, false));
        Ok(())
    }

    /// Groups that stand in no table: outside the domain, or without a label.
    fn aim_implied(
        &self,
        model: &Model,
        question: &Question,
        at: usize,
        implied: &[(Vec<String>, Parts)],
        cells: &mut Vec<AuditedCell>,
    ) -> Result<(), Look> {
        for (labels, parts) in implied {
            let (all, needed) = self.sum(parts, AuditedCount::Answers);
            let answers = model.range(&all).ok_or(Look::Contradiction)?;
            // Nobody can be in it, whatever is hidden.
            if answers.high == Some(0) {
                continue;
            }
            self.small(model, &all, answers, needed, self.rule.minimum_n, false, AuditedCount::Answers)?;
            if answers.low < i64::from(self.rule.minimum_n) {
                cells.push(audited(at, labels.clone(), AuditedCount::Answers, answers, needed, true));
            }
            if !question.groups.iter().any(|group| group.is_count) {
                continue;
            }
            // That nobody of a group answered so tells of everybody in it.
            let nobody = self.rule.group_disclosure == GroupDisclosure::Hide && answers.low > 0;
            for count in [AuditedCount::Counted, AuditedCount::NotCounted] {
                let (sum, needed) = self.sum(parts, count);
                let range = model.range(&sum).ok_or(Look::Contradiction)?;
                self.small(model, &sum, range, needed, self.rule.minimum_numerator, nobody, count)?;
                if range.low < i64::from(self.rule.minimum_numerator) && range.high != Some(0) {
                    cells.push(audited(at, labels.clone(), count, range, needed, true));
                }
            }
        }
        Ok(())
    }

    /// An error where a count is known too well and may be a small one.
    #[expect(clippy::too_many_arguments, reason = "one for each part of the question")]
    fn small(
        &self,
        model: &Model,
        sum: &[usize],
        range: Range,
        needed: i64,
        minimum: u32,
        nobody: bool,
        count: AuditedCount,
    ) -> Result<(), Look> {
        // A wide range, or one that begins above the minimum, gives nobody away.
        let is_small = range.low < i64::from(minimum) && (nobody || range.high != Some(0));
        if range.is_wide(needed) || !is_small {
            return Ok(());
        }
        Err(Look::Narrow(Narrow { candidates: model.candidates(sum), count, columns: 0 }))
    }

    /// The cells of a count, and how wide its range must be.
    fn sum(&self, [_, rest, counted]: &Parts, count: AuditedCount) -> (Vec<usize>, i64) {
        match count {
            AuditedCount::Answers => (rest.iter().chain(counted).copied().collect(), self.rule.width_n()),
            AuditedCount::Counted => (counted.clone(), self.rule.width_numerator()),
            AuditedCount::NotCounted => (rest.clone(), self.rule.width_numerator()),
            AuditedCount::Figure if counted.is_empty() => (rest.clone(), 1),
            AuditedCount::Figure => (counted.clone(), 1),
        }
    }

    fn assumed(&self, questions: &[Question], variables: usize) -> Vec<Note> {
        let mut notes = vec![Note::information(texts::audit_same_people(), "audit")];
        if variables > 1 {
            notes.push(Note::information(texts::audit_group_sizes(), "audit"));
        }
        let mut groups = questions.iter().flat_map(|question| &question.groups);
        if groups.clone().any(|group| group.numerator.is_some() && !group.is_count) {
            notes.push(Note::information(texts::audit_weighted_shares(), "audit"));
        }
        if self.rule.rounding_base > 1 {
            notes.push(Note::information(texts::audit_rounded(self.rule.rounding_base), "audit"));
        }
        if groups.any(|group| group.hidden == Some(Hidden::Unproven)) {
            notes.push(Note::warning(texts::hidden_unproven(), "audit"));
        }
        notes
    }
}

/// What has to be looked at: a hidden group of a table, or the groups that stand in none.
struct Target {
    row: Option<usize>,
    reading: Reading,
    count: AuditedCount,
}

fn audited(
    at: usize,
    labels: Vec<String>,
    count: AuditedCount,
    range: Range,
    needed: i64,
    implied: bool,
) -> AuditedCell {
    let is_figure = count == AuditedCount::Figure;
    let (low, high) = ((!is_figure).then_some(range.low), range.high.filter(|_| !is_figure));
    AuditedCell { table: at as u64, labels, count, low, high, needed, implied }
}

/// The tables that are looked at, with their numbers.
fn seen(questions: &[Question]) -> (Vec<usize>, Vec<Question>) {
    questions.iter().cloned().enumerate().filter(|(_, question)| !question.dropped).unzip()
}

/// The groups of which some table shows how many answered.
fn shown_places(questions: &[Question], variable: &str) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    for question in questions.iter().filter(|question| question.variable == variable) {
        for group in question.groups.iter().filter(|group| group.hidden.is_none()) {
            places.insert(question.place(group));
        }
    }
    places
}

/// With the numbers of the tables as they were given.
fn original(look: Look, numbers: &[usize], columns: usize) -> Look {
    let Look::Narrow(mut narrow) = look else { return look };
    for ((table, _), _) in narrow.candidates.iter_mut().flatten() {
        *table = numbers.get(*table).copied().unwrap_or(*table);
    }
    narrow.columns = columns;
    Look::Narrow(narrow)
}

/// The columns of answers, in order of first appearance.
fn variables(questions: &[Question]) -> Vec<String> {
    let mut variables: Vec<String> = Vec::new();
    for question in questions {
        if !variables.contains(&question.variable) {
            variables.push(question.variable.clone());
        }
    }
    variables
}

/// A group that is hidden in one table is hidden in every table of the same answers: for its size in all of them, for its
/// numerator in those that count the same.
fn spread(questions: &mut [Question]) {
    let mut hidden: Vec<(usize, usize, Hidden)> = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let rows = question.groups.iter().enumerate();
        hidden.extend(rows.filter_map(|(row, group)| Some((at, row, group.hidden?))));
    }
    for (at, row, code) in hidden {
        hide_group(questions, (at, row), code == Hidden::Small, code);
    }
}

/// Hides a group wherever the same is shown of the same rows; whether something was hidden. A second group that goes for its
/// size also goes where other answers hide a group of the same columns: else these would tell how large it is.
fn hide_group(questions: &mut [Question], (at, row): (usize, usize), all: bool, code: Hidden) -> bool {
    let Some(question) = questions.get(at) else { return false };
    let Some(group) = question.groups.get(row) else { return false };
    let (like, place) = (Question { groups: Vec::new(), ..question.clone() }, question.place(group));
    let mut changed = false;
    for question in questions.iter_mut() {
        let same = question.variable == like.variable;
        // A group that was hidden to protect another is hidden for other variables too, where their tables have the
        // same shape: the sizes of groups are the same there and would tell it.
        let beside = all
            && code == Hidden::Complementary
            && (&question.keys, &question.within) == (&like.keys, &like.within)
            && question.groups.iter().any(|group| group.hidden.is_some());
        if !(same && (all || question.counted == like.counted) || !same && beside) {
            continue;
        }
        let places: Vec<String> = question.groups.iter().map(|group| question.place(group)).collect();
        for (group, here) in question.groups.iter_mut().zip(places) {
            if here == place && group.hidden.is_none() {
                group.hidden = Some(code);
                changed = true;
            }
        }
    }
    changed
}

/// Hides the group that serves best: the smallest of the first conditions, of the same answers before others, a part before
/// the whole.
fn hide_one(questions: &mut [Question], variable: &str, narrow: &Narrow) -> bool {
    let all: Candidates = questions
        .iter()
        .enumerate()
        .filter(|(_, question)| question.variable == variable)
        .flat_map(|(at, question)| (0..question.groups.len()).map(move |row| ((at, row), 0)))
        .collect();
    // First among tables as fine as the one that is to be protected, so that totals, which everybody looks at, go last.
    for least in [narrow.columns.max(1), 1, 0] {
        for candidates in narrow.candidates.iter().chain([&all]) {
            let order = |(place, alone): &((usize, usize), usize)| {
                let question = questions.get(place.0)?;
                let group = question.groups.get(place.1)?;
                let parts = question.keys.len() + question.within.len();
                let is_open = group.hidden.is_none() && parts >= least;
                // Of the same variable before others, the finest before the coarse, one that others do not give away,
                // then the one with the fewest answers: as little as possible is lost. The place comes last, so that
                // the choice is always the same.
                is_open.then_some((question.variable != variable, usize::MAX - parts, *alone, group.n, *place))
            };
            let best = candidates.iter().filter_map(order).min();
            if let Some((.., place)) = best {
                let all = narrow.count == AuditedCount::Answers;
                return hide_group(questions, place, all, Hidden::Complementary);
            }
        }
    }
    false
}
