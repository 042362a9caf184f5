//! From the columns of a table to those an evaluation reads: codes to numbers, missing kinds to rules, scales to scores.

use crate::survey::Tallied;
use std::collections::BTreeMap;

use crate::codebook::scale::{Band, ScaleDefinition};
use crate::codebook::{Code, CodeMeaning, MissingKind, Variable};
use crate::error::{Error, FaultKind, Result};
use crate::indicator::{Condition, Counting, IndicatorDefinition, IndicatorStatistic, IndicatorType};
use crate::plan::Plan;
use crate::scale::{ItemAnswers, Scores, item_values, score};
use crate::survey::{Tally, TallyKey};
use crate::table::{Column, Labels, MISSING_CODE, Table, Values, number_label, parse_number};

/// What was counted on the way.
pub(super) type Tallies = BTreeMap<TallyKey, Tally>;

/// How many examples a note shows.
const EXAMPLES: usize = 3;

/// The columns an evaluation reads, and what was found on the way.
pub(super) struct Prepared<'t> {
    pub table: Table<'t>,
    pub tallies: Tallies,
    /// Indicators that can be computed from this table.
    pub indicators: Vec<String>,
    /// Scales that can be.
    pub scales: Vec<String>,
}

/// Column names of what is made here; a colon keeps them apart from the table's own.
pub(super) fn value_column(indicator: &str) -> String {
    // A colon, which no id of a plan holds, keeps the columns that are made apart from each other.
    format!("indicator:{indicator}")
}

pub(super) fn band_column(indicator: &str) -> String {
    format!("band:{indicator}")
}

pub(super) fn inside_column(indicator: &str) -> String {
    format!("inside:{indicator}")
}

pub(super) fn item_column(scale: &str, item: usize) -> String {
    format!("item:{scale}:{item}")
}

/// Makes the columns.
pub(super) fn prepare<'t>(plan: &Plan, table: &'t Table<'_>) -> Result<Prepared<'t>> {
    let mut made = Maker { plan, table, columns: design_columns(plan, table)?, tallies: Tallies::new() };
    let (mut indicators, mut scales) = (Vec::new(), Vec::new());
    for scale in &plan.scales {
        // A plan may be wider than one of its surveys.
        if scale.items.iter().all(|item| table.has(&item.variable)) {
            made.scale_items(scale)?;
            scales.push(scale.id.clone());
        }
    }
    for indicator in &plan.indicators {
        match absent(plan, table, indicator) {
            None => {
                made.indicator(indicator)?;
                indicators.push(indicator.id.clone());
            }
            Some(key) => drop(made.tallies.insert(key, Tally { count: 1, examples: Vec::new() })),
        }
    }
    if indicators.is_empty() {
        let message = "no indicator of the plan can be computed from this table";
        let names: Vec<&str> = table.columns().iter().map(Column::name).collect();
        let fault = crate::error::Fault::new(FaultKind::MissingColumn, "indicators", message).allowed(names);
        return Err(fault.into());
    }
    Ok(Prepared { table: Table::new(made.columns)?, tallies: made.tallies, indicators, scales })
}

/// Why an indicator cannot be computed, if it cannot.
fn absent(plan: &Plan, table: &Table<'_>, indicator: &IndicatorDefinition) -> Option<TallyKey> {
    let key = |code, column: &str| TallyKey { code, column: column.to_owned(), kind: indicator.id.clone() };
    if indicator.kind == IndicatorType::Register {
        return Some(key(Tallied::NoRegister, ""));
    }
    let scale = indicator.scale.as_ref().and_then(|id| plan.scales.iter().find(|scale| scale.id == *id));
    let items = scale.into_iter().flat_map(|scale| scale.items.iter().map(|item| &item.variable));
    let condition = indicator.condition.iter().map(|condition| &condition.variable);
    let column =
        indicator.variable.iter().chain(items).chain(condition).chain(&indicator.by).find(|name| !table.has(name))?;
    Some(key(Tallied::ColumnAbsent, column))
}

/// The table's own columns that the design and the groups need.
fn design_columns<'t>(plan: &Plan, table: &'t Table<'_>) -> Result<Vec<Column<'t>>> {
    let mut names: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
    if let Some(survey) = &plan.survey {
        let single = [&survey.weights, &survey.strata, &survey.wave, &survey.person];
        let lists = [&survey.clusters, &survey.fpc, &survey.by];
        names.extend(single.into_iter().flatten().map(String::as_str));
        names.extend(lists.into_iter().flatten().map(String::as_str));
    }
    let faults = names.iter().filter(|name| !table.has(name)).map(|name| table.no_such_column(name)).collect();
    Error::unless_empty(faults, ())?;
    names.extend(
        plan.indicators.iter().flat_map(|indicator| &indicator.by).map(String::as_str).filter(|name| table.has(name)),
    );
    names.into_iter().map(|name| Ok(table.column(name)?.borrowed())).collect()
}

/// The scores of a scale.
pub(super) fn scores(plan: &Plan, table: &Table<'_>, scale: &ScaleDefinition, tallies: &mut Tallies) -> Result<Scores> {
    let answers = scale_answers(plan, table, scale, tallies)?;
    score(scale, &borrowed(&answers))
}

pub(super) fn borrowed(answers: &[Answers]) -> Vec<ItemAnswers<'_>> {
    answers.iter().map(|answers| ItemAnswers::new(&answers.numbers).dont_know(&answers.dont_know)).collect()
}

pub(super) fn scale_answers(
    plan: &Plan,
    table: &Table<'_>,
    scale: &ScaleDefinition,
    tallies: &mut Tallies,
) -> Result<Vec<Answers>> {
    scale
        .items
        .iter()
        .map(|item| {
            let read = Read::new(plan, table, &item.variable, true)?;
            read.tally(&item.variable, tallies);
            Ok(read.answers())
        })
        .collect()
}

/// The answers to one item: numbers, and who said that they do not know.
pub(super) struct Answers {
    numbers: Vec<f64>,
    dont_know: Vec<bool>,
}

/// One column read with the codebook: the meaning and the number of each label.
struct Read<'t> {
    labels: Labels<'t>,
    meanings: Vec<CodeMeaning>,
    numbers: Vec<Option<f64>>,
    needs_numbers: bool,
}

impl<'t> Read<'t> {
    fn new(plan: &Plan, table: &'t Table<'_>, name: &str, needs_numbers: bool) -> Result<Self> {
        let column = table.column(name)?;
        // Infinite numbers are a fault here; later they would be one label more.
        if let Values::Number(_) = column.values() {
            column.numbers()?;
        }
        // Codes are looked up once per value and not once per row.
        let labels = column.labels();
        let variable: Option<&Variable> = plan.codebook.as_ref().and_then(|book| book.variable(name));
        let meaning =
            |label: &String| variable.map_or(CodeMeaning::Valid, |known| known.meaning(&Code::Text(label.clone())));
        let meanings = labels.levels.iter().map(meaning).collect();
        let numbers = labels.levels.iter().map(|level| parse_number(level)).collect();
        Ok(Self { labels, meanings, numbers, needs_numbers })
    }

    /// What the label of a row means; `None` for an empty cell.
    fn row(&self, code: u32) -> Option<(CodeMeaning, Option<f64>)> {
        let place = code as usize;
        Some((*self.meanings.get(place)?, *self.numbers.get(place)?))
    }

    /// The valid number of a row.
    fn number(&self, code: u32) -> f64 {
        match self.row(code) {
            Some((CodeMeaning::Valid, Some(number))) => number,
            _ => f64::NAN,
        }
    }

    fn answers(&self) -> Answers {
        let dont_know = |code: &u32| matches!(self.row(*code), Some((CodeMeaning::Missing(MissingKind::DontKnow), _)));
        Answers {
            numbers: self.labels.codes.iter().map(|code| self.number(*code)).collect(),
            dont_know: self.labels.codes.iter().map(dont_know).collect(),
        }
    }

    /// Counts codes outside the codebook and texts that are no numbers; a column that is read twice is counted once.
    fn tally(&self, column: &str, tallies: &mut Tallies) {
        let mut here = Tallies::new();
        for (row, code) in self.labels.codes.iter().enumerate() {
            let note = match self.row(*code) {
                Some((CodeMeaning::Undeclared, _)) => Tallied::UndeclaredCodes,
                Some((CodeMeaning::Valid, None)) if self.needs_numbers => Tallied::Unparsed,
                _ => continue,
            };
            let key = TallyKey { code: note, column: column.to_owned(), kind: String::new() };
            let tally = here.entry(key).or_default();
            tally.count += 1;
            if tally.examples.len() < EXAMPLES {
                let text = self.labels.levels.get(*code as usize).map(String::as_str).unwrap_or_default();
                tally.examples.push((Some(row as u64 + 1), text.to_owned()));
            }
        }
        // Not added up: a column that several indicators read is counted once.
        tallies.extend(here);
    }
}

/// Which answers are meant: a list of codes, or an interval.
struct Selection {
    codes: Vec<String>,
    at_least: Option<f64>,
    at_most: Option<f64>,
}

impl Selection {
    fn new(values: &[Code], at_least: Option<f64>, at_most: Option<f64>) -> Self {
        Self { codes: values.iter().map(Code::label).collect(), at_least, at_most }
    }

    fn of_condition(condition: &Condition) -> Self {
        Self::new(&condition.values, condition.at_least, condition.at_most)
    }

    fn holds(&self, label: &str, number: Option<f64>) -> bool {
        if !self.codes.is_empty() {
            return self.codes.iter().any(|code| code == label);
        }
        number.is_some_and(|number| self.holds_number(number))
    }

    /// Whether a score is meant, listed or between the ends.
    fn holds_score(&self, score: f64) -> bool {
        if self.codes.is_empty() { self.holds_number(score) } else { self.codes.contains(&number_label(score)) }
    }

    /// Cuts of means such as 2.8 are met with a tolerance far below any difference between scores.
    fn holds_number(&self, number: f64) -> bool {
        // Scores that were put together from fractions may lie a rounding beside a cut.
        let slack = 1e-9 * number.abs().max(1.0);
        self.at_least.is_none_or(|low| number >= low - slack) && self.at_most.is_none_or(|high| number <= high + slack)
    }
}

/// Makes columns.
struct Maker<'p, 't> {
    plan: &'p Plan,
    table: &'t Table<'t>,
    columns: Vec<Column<'t>>,
    tallies: Tallies,
}

impl Maker<'_, '_> {
    /// The oriented items of a scale, for alpha.
    fn scale_items(&mut self, scale: &ScaleDefinition) -> Result<()> {
        // What is odd about these answers is counted where the score is made.
        let answers = scale_answers(self.plan, self.table, scale, &mut Tallies::new())?;
        for (index, values) in item_values(scale, &borrowed(&answers))?.into_iter().enumerate() {
            self.columns.push(Column::number(item_column(&scale.id, index), values));
        }
        Ok(())
    }

    fn indicator(&mut self, indicator: &IndicatorDefinition) -> Result<()> {
        if let Some(condition) = &indicator.condition {
            self.inside(&indicator.id, condition)?;
        }
        let scale = indicator.scale.as_ref().and_then(|id| self.plan.scales.iter().find(|scale| scale.id == *id));
        match (scale, &indicator.variable) {
            (Some(scale), _) => self.scale_indicator(indicator, scale),
            (None, Some(variable)) => self.variable_indicator(indicator, variable),
            (None, None) => Ok(()),
        }
    }

    /// "yes" for the rows that fulfil the indicator's condition.
    fn inside(&mut self, id: &str, condition: &Condition) -> Result<()> {
        let read = Read::new(self.plan, self.table, &condition.variable, false)?;
        let wanted = Selection::of_condition(condition);
        let holds: Vec<bool> = read
            .labels
            .levels
            .iter()
            .enumerate()
            .map(|(code, label)| {
                matches!(read.row(code as u32), Some((CodeMeaning::Valid, number)) if wanted.holds(label, number))
            })
            .collect();
        let codes: Vec<u32> = read
            .labels
            .codes
            .iter()
            .map(|code| if holds.get(*code as usize) == Some(&true) { 0 } else { MISSING_CODE })
            .collect();
        self.columns.push(Column::category(inside_column(id), codes, vec!["yes".to_owned()])?);
        Ok(())
    }

    fn scale_indicator(&mut self, indicator: &IndicatorDefinition, scale: &ScaleDefinition) -> Result<()> {
        let scores = scores(self.plan, self.table, scale, &mut self.tallies)?;
        for invalid in &scores.invalid {
            let key =
                TallyKey { code: Tallied::UndeclaredCodes, column: invalid.variable.clone(), kind: String::new() };
            let examples = invalid.examples.iter().map(|value| (None, number_label(*value))).collect();
            self.tallies.insert(key, Tally { count: invalid.n, examples });
        }
        let bands = if indicator.bands.is_empty() {
            scores.bands.iter().map(|band| band.map_or(MISSING_CODE, u32::from)).collect()
        } else {
            scores.values.iter().map(|value| band_of(&indicator.bands, *value)).collect()
        };
        self.push_bands(indicator, if indicator.bands.is_empty() { &scale.bands } else { &indicator.bands }, bands)?;
        let values = match indicator.statistic {
            IndicatorStatistic::Mean => scores.values,
            IndicatorStatistic::Share => {
                let wanted = Selection::new(&indicator.values, indicator.at_least, indicator.at_most);
                let one = |value: &f64| if value.is_nan() { f64::NAN } else { indicated(wanted.holds_score(*value)) };
                scores.values.iter().map(one).collect()
            }
        };
        self.columns.push(Column::number(value_column(&indicator.id), values));
        Ok(())
    }

    fn variable_indicator(&mut self, indicator: &IndicatorDefinition, variable: &str) -> Result<()> {
        let share = indicator.statistic == IndicatorStatistic::Share;
        let by_code = share && !indicator.values.is_empty();
        let read = Read::new(self.plan, self.table, variable, !by_code)?;
        read.tally(variable, &mut self.tallies);
        let bands = read.labels.codes.iter().map(|code| band_of(&indicator.bands, read.number(*code))).collect();
        self.push_bands(indicator, &indicator.bands, bands)?;
        let wanted = Selection::new(&indicator.values, indicator.at_least, indicator.at_most);
        let mut kinds = MissingKind::ALL.map(|kind| (kind, 0));
        let values: Vec<f64> = read
            .labels
            .codes
            .iter()
            .map(|code| {
                let Some((meaning, number)) = read.row(*code) else {
                    count(&mut kinds, MissingKind::Missing);
                    return missing_value(indicator, MissingKind::Missing);
                };
                let label = read.labels.levels.get(*code as usize).map(String::as_str).unwrap_or_default();
                match meaning {
                    CodeMeaning::Undeclared => f64::NAN,
                    CodeMeaning::Missing(kind) => {
                        count(&mut kinds, kind);
                        missing_value(indicator, kind)
                    }
                    CodeMeaning::Valid if share && (by_code || number.is_some()) => {
                        indicated(wanted.holds(label, number))
                    }
                    CodeMeaning::Valid => number.filter(|_| !share).unwrap_or(f64::NAN),
                }
            })
            .collect();
        self.columns.push(Column::number(value_column(&indicator.id), values));
        self.count_kinds(indicator, &kinds);
        Ok(())
    }

    /// Says how many answers of each kind are in or out of the denominator.
    fn count_kinds(&mut self, indicator: &IndicatorDefinition, kinds: &[(MissingKind, u64)]) {
        for (kind, count) in kinds.iter().filter(|(_, count)| *count > 0) {
            let code = match indicator.missing.of(*kind) {
                Counting::In => Tallied::MissingKindIn,
                Counting::Out => Tallied::MissingKindOut,
            };
            let key = TallyKey { code, column: value_column(&indicator.id), kind: kind.as_str().to_owned() };
            let tally = Tally { count: *count, examples: Vec::new() };
            self.tallies.insert(key, tally);
        }
    }

    fn push_bands(&mut self, indicator: &IndicatorDefinition, bands: &[Band], codes: Vec<u32>) -> Result<()> {
        if !bands.is_empty() {
            let levels = bands.iter().map(|band| band.id.clone()).collect();
            self.columns.push(Column::category(band_column(&indicator.id), codes, levels)?);
        }
        Ok(())
    }
}

/// 1 for what counts, 0 for what does not.
fn indicated(counts: bool) -> f64 {
    f64::from(u8::from(counts))
}

/// Counts one more answer of this kind.
fn count(kinds: &mut [(MissingKind, u64)], kind: MissingKind) {
    for (_, count) in kinds.iter_mut().filter(|(other, _)| *other == kind) {
        *count += 1;
    }
}

/// A missing answer is out of the denominator, or in it among those who do not count.
fn missing_value(indicator: &IndicatorDefinition, kind: MissingKind) -> f64 {
    match indicator.missing.of(kind) {
        Counting::In => 0.0,
        Counting::Out => f64::NAN,
    }
}

/// The place of the band that holds a value.
fn band_of(bands: &[Band], value: f64) -> u32 {
    if value.is_nan() {
        return MISSING_CODE;
    }
    let slack = 1e-9 * value.abs().max(1.0);
    let above = |band: &Band| {
        band.from.is_none_or(|from| if band.from_open { value > from + slack } else { value >= from - slack })
    };
    let below =
        |band: &Band| band.to.is_none_or(|to| if band.to_open { value < to - slack } else { value <= to + slack });
    bands.iter().position(|band| above(band) && below(band)).map_or(MISSING_CODE, |place| place as u32)
}
