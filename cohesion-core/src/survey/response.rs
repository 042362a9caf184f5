//! Who answered: weights of respondents that stand for the others, and response rates.

use crate::error::{Error, Fault, FaultKind, Result, did_you_mean};
use crate::estimate::{
    DispositionCount, EligibilityShare, Note, Provenance, ResponseAdjustment, ResponseCell, ResponseRate,
    ResponseRateRow, ResponseRates,
};
use crate::estimation::EstimateOptions;
use crate::estimation::rows::Rows;
use crate::sampling::Survey;
use crate::sampling::calibrate::compile::Compiled;
use crate::sampling::calibrate::kish;
use crate::sampling::calibrate::solver::Auxiliaries;
use crate::sampling::calibrate::weighting::{Layer, LayerKind};
use crate::sampling::units::CrossCoder;
use crate::stat::positions;
use crate::survey::texts;
use crate::table::{Labels, MISSING_CODE};

/// How many rows a fault names.
const LISTED: usize = 5;
/// The outcomes of the American Association for Public Opinion Research, and cases that are not eligible.
const CATEGORIES: [&str; 8] = ["i", "p", "r", "nc", "o", "uh", "uo", "ne"];

/// Options of an adjustment for non-response.
///
/// ```
/// use cohesion_core::ResponseOptions;
/// let options = ResponseOptions::new().by("district").by("age_group").minimum(20).collapse(true);
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ResponseOptions {
    by: Vec<String>,
    minimum: u64,
    collapse: bool,
}

impl From<()> for ResponseOptions {
    fn from((): ()) -> Self {
        Self::default()
    }
}

impl ResponseOptions {
    /// The defaults: one cell, no minimum.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// // One cell: everybody who answered weighs as much as four by three.
    /// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new())?;
    /// assert_eq!(answered.response().unwrap().cells.len(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Cells by a column; several calls cross their columns.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street"))?;
    /// assert_eq!(answered.response().unwrap().cells.len(), 2);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn by(mut self, column: impl Into<String>) -> Self {
        self.by.push(column.into());
        self
    }

    /// How many respondents a cell needs; fewer are an error, unless cells may be joined.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let error = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street").minimum(2)).unwrap_err();
    /// assert!(error.to_string().contains("Elm"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn minimum(mut self, respondents: u64) -> Self {
        self.minimum = respondents;
        self
    }

    /// Joins a cell with too few respondents with the neighbour, in the order of labels, that has the same labels but for
    /// the last column.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let options = ResponseOptions::new().by("street").minimum(2).collapse(true);
    /// assert_eq!(survey.nonresponse("outcome", ["yes"], options)?.response().unwrap().cells.len(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn collapse(mut self, collapse: bool) -> Self {
        self.collapse = collapse;
        self
    }
}

impl Survey<'_> {
    /// The same survey with the weights of those who answered raised, cell by cell, to the sum of the weights of all, and
    /// the weights of the others 0; this one stays as it is.
    ///
    /// A row answered where its label in `respondent` is one of `values`. Within a cell those who answered are taken to
    /// be like those who did not (Little and Rubin 2019, section 3.3). Errors of every estimate take into account that
    /// the totals of the cells come from the sample itself: the linearised value of a respondent is the factor times its
    /// distance from the respondents' mean of the cell, plus that mean, and that mean alone for the others (Särndal,
    /// Swensson and Wretman 1992, section 15.6). Those who did not answer are in no group of an estimate.
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`], naming the cell, for one without a respondent or with fewer than the minimum;
    /// [`FaultKind::MissingDesign`] for rows without a label; [`FaultKind::MissingColumn`];
    /// [`FaultKind::UnknownValue`] where no row has one of the values; [`FaultKind::OutOfRange`] without a value.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["a", "a", "b", "b"].map(Some)),
    ///     Column::number("trust", vec![4.0, f64::NAN, 2.0, 3.0]),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street"))?;
    /// assert_eq!(answered.mean("trust", ())?.rows[0].estimate.value, Some((2.0 * 4.0 + 2.0 + 3.0) / 4.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn nonresponse<S: Into<String>>(
        &self,
        respondent: &str,
        values: impl IntoIterator<Item = S>,
        options: impl Into<ResponseOptions>,
    ) -> Result<Self> {
        let (options, values) = (options.into(), values.into_iter().map(Into::into).collect::<Vec<String>>());
        let before = self.weights()?;
        let respondents = self.respondents(respondent, &values, &before)?;
        let mut columns: Vec<Labels<'_>> =
            options.by.iter().map(|name| Ok(self.table.column(name)?.labels())).collect::<Result<_>>()?;
        for (name, labels) in options.by.iter().zip(&columns) {
            let missing = |row: &usize| labels.codes.get(*row) == Some(&MISSING_CODE);
            refuse_missing(name, (0..before.len()).filter(missing), &before)?;
        }
        let mut coder = CrossCoder::default();
        let codes = coder.codes(&mut columns, before.len());
        let found = coder.cells.iter().map(|cell| coder.label(cell, &columns)).collect();
        let mut cells = ClassCells::of(found, &codes, &before, &respondents);
        if options.collapse {
            cells.join_small(options.minimum.max(1));
        }
        Error::unless_empty(cells.faults(&options), ())?;
        self.responding(&options, cells, before, respondents)
    }

    /// The survey under these cells.
    fn responding(
        &self,
        options: &ResponseOptions,
        cells: ClassCells,
        before: Vec<f64>,
        respondents: Vec<bool>,
    ) -> Result<Self> {
        // By weights and not by heads: respondents then stand for as many people as all of the cell did.
        let factor = |row: usize| cells.of_row(row).map_or(0.0, |class| class.all / class.answered);
        let factors: Vec<f64> =
            respondents.iter().enumerate().map(|(row, is)| if *is { factor(row) } else { 0.0 }).collect();
        let weights: Vec<f64> = before.iter().zip(&factors).map(|(weight, factor)| weight * factor).collect();
        let answered: Vec<f64> =
            before.iter().zip(&respondents).map(|(weight, is)| if *is { *weight } else { 0.0 }).collect();
        let names = options.by.iter().map(String::as_str).chain(self.design().columns());
        let cell_rows = cells.classes.iter().map(|class| ResponseCell {
            labels: class.labels.clone(),
            n: class.n,
            n_respondents: class.n_respondents,
            rate: class.answered / class.all,
            factor: class.all / class.answered,
        });
        let joined = cells.classes.iter().filter(|class| class.labels.len() > 1).count();
        let report = ResponseAdjustment {
            columns: options.by.clone(),
            cells: cell_rows.collect(),
            n: cells.classes.iter().map(|class| class.n).sum(),
            n_respondents: cells.classes.iter().map(|class| class.n_respondents).sum(),
            kish_before: kish(&answered),
            kish_after: kish(&weights),
            notes: (joined > 0).then(|| Note::information(texts::cells_joined(joined), "by")).into_iter().collect(),
            description: "weights of respondents raised to those of their cell; errors take the cells' totals as \
                          estimates of the sample (Särndal, Swensson and Wretman 1992, section 15.6)"
                .to_owned(),
            provenance: Provenance::of_tables(vec![self.table.fingerprint_of(names)]),
        };
        let count = cells.classes.len();
        let auxiliaries =
            Auxiliaries { width: count, sets: 1, places: (0..count as u32).collect(), ..Auxiliaries::default() };
        let compiled = Compiled::of_cells(auxiliaries, cells.class_of);
        // Residuals are taken from the mean of the cell's respondents, on whom alone values are known.
        let gram = compiled.auxiliaries.gram(&compiled.by_cell(&answered));
        let kind = LayerKind::Response { respondent: respondents };
        let words = "adjusted for non-response".to_owned();
        let layer = Layer { compiled, before, factors, gram, kind, words };
        self.with_layer(layer, weights, None, Some(report))
    }

    /// How the weights of respondents were raised; `None` where they were not.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, ResponseOptions, Survey, Table};
    /// let table = Table::new(vec![
    ///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
    ///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// assert!(survey.response().is_none());
    /// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street"))?;
    /// assert!(answered.response().is_some());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn response(&self) -> Option<&ResponseAdjustment> {
        self.sample.response()
    }

    /// Which rows answered.
    fn respondents(&self, column: &str, values: &[String], weights: &[f64]) -> Result<Vec<bool>> {
        let labels = self.table.column(column)?.labels();
        if values.is_empty() {
            let message = "name at least one value that says that a row answered";
            return Err(Error::new(FaultKind::OutOfRange, "values", message));
        }
        let missing = |row: &usize| labels.codes.get(*row) == Some(&MISSING_CODE);
        refuse_missing(column, (0..weights.len()).filter(missing), weights)?;
        let answered = |row: usize| labels.get(row).is_some_and(|label| values.iter().any(|value| value == label));
        let found: Vec<bool> = (0..weights.len()).map(answered).collect();
        if found.contains(&true) {
            return Ok(found);
        }
        let message = format!("no row of `{column}` is {}", values.join(" or "));
        let fault = Fault::new(FaultKind::UnknownValue, "values", message).value(values.join(", "));
        Err(fault.allowed(labels.levels.iter().take(20).cloned()).into())
    }

    /// Response rates 1 to 6 of the American Association for Public Opinion Research (Standard Definitions, 10th edition
    /// 2023), overall or by groups, from counts of cases and from the weights of the design.
    ///
    /// `categories` gives for every code of the column one of: `I` interview, `P` partial interview, `R` refusal, `NC`
    /// no contact, `O` other (all eligible); `UH` unknown whether there is a household, `UO` unknown otherwise; `NE` not
    /// eligible. With E = I + P + R + NC + O and U = UH + UO: RR1 = I / (E + U), RR2 = (I + P) / (E + U), RR3 = I / (E +
    /// e U), RR4 = (I + P) / (E + e U), RR5 = I / E, RR6 = (I + P) / E. Where `e` is not given it is E / (E + NE), the
    /// share among cases whose eligibility is known (CASRO 1982), and the result says so.
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] for a category that there is not or a code of the data without one;
    /// [`FaultKind::MissingDesign`] for rows without a code; [`FaultKind::OutOfRange`] for an `e` outside 0 to 1;
    /// [`FaultKind::MissingColumn`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Survey, Table};
    /// let table = Table::new(vec![Column::text("outcome", ["done", "done", "refused", "no answer"].map(Some))])?;
    /// let survey = Survey::new(&table, Design::new())?;
    /// let rates = survey.response_rates("outcome", [("done", "I"), ("refused", "R"), ("no answer", "UH")], Some(0.5), ())?;
    /// assert_eq!(rates.rows[0].rates[0].value, Some(0.5));
    /// assert_eq!(rates.rows[0].rates[2].value, Some(2.0 / 3.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn response_rates<C: Into<String>, S: AsRef<str>>(
        &self,
        disposition: &str,
        categories: impl IntoIterator<Item = (C, S)>,
        e: Option<f64>,
        options: impl Into<EstimateOptions>,
    ) -> Result<ResponseRates> {
        let categories: Vec<(String, String)> =
            categories.into_iter().map(|(code, category)| (code.into(), category.as_ref().to_lowercase())).collect();
        let options = options.into();
        let place_of = places(&categories, e)?;
        let rows = Rows::read(self, &[disposition], &options)?;
        let labels = self.table.column(disposition)?.labels();
        let outcomes = self.outcomes(disposition, &labels, &place_of, &rows)?;
        let mut counts = vec![[(0_u64, 0.0_f64); CATEGORIES.len()]; rows.cells()];
        for (row, place) in outcomes {
            let count = rows.cell(row).and_then(|cell| counts.get_mut(cell)).and_then(|counts| counts.get_mut(place));
            if let Some(count) = count {
                count.0 += 1;
                count.1 += rows.weight(row);
            }
        }
        let mut found: Vec<ResponseRateRow> = rows
            .places()
            .into_iter()
            .filter_map(|(labels, cell)| Some(rates_of(labels, counts.get(cell)?, e)))
            .collect();
        found.sort_by(|a, b| a.labels.cmp(&b.labels));
        Ok(ResponseRates {
            disposition: disposition.to_owned(),
            keys: options.margin().by,
            e_from: if e.is_some() { EligibilityShare::Given } else { EligibilityShare::ProportionalAllocation },
            rows: found,
            notes: rows.notes(crate::estimate::Statistic::Share),
            method: "response rates 1 to 6 (AAPOR Standard Definitions, 10th edition 2023)".to_owned(),
            provenance: rows.provenance.clone(),
        })
    }

    /// The place among the categories of each row of the domain.
    fn outcomes(
        &self,
        column: &str,
        labels: &Labels<'_>,
        place_of: &[(String, usize)],
        rows: &Rows<'_>,
    ) -> Result<Vec<(usize, usize)>> {
        let inside: Vec<usize> = (0..rows.len()).filter(|row| rows.cell(*row).is_some()).collect();
        let missing = inside.iter().copied().filter(|row| labels.codes.get(*row) == Some(&MISSING_CODE));
        refuse_missing(column, missing, &vec![1.0; rows.len()])?;
        let place = |level: &String| place_of.iter().find(|(code, _)| code == level).map(|(_, place)| *place);
        let places: Vec<Option<usize>> = labels.levels.iter().map(place).collect();
        let mut outcomes = Vec::with_capacity(inside.len());
        let mut unknown: Vec<&str> = Vec::new();
        for row in inside {
            let code = labels.codes.get(row).map_or(usize::MAX, |code| *code as usize);
            match places.get(code).copied().flatten() {
                Some(place) => outcomes.push((row, place)),
                None => unknown.extend(labels.get(row).filter(|label| !unknown.contains(label))),
            }
        }
        if unknown.is_empty() {
            return Ok(outcomes);
        }
        let message = format!("codes of `{column}` without a category: {}", unknown.join(", "));
        let fault = Fault::new(FaultKind::UnknownValue, format!("column[{column}]"), message).value(unknown.join(", "));
        Err(fault.allowed(place_of.iter().map(|(code, _)| code.clone())).into())
    }
}

/// The place of the category of each code.
fn places(categories: &[(String, String)], e: Option<f64>) -> Result<Vec<(String, usize)>> {
    let (mut faults, mut found) = (Vec::new(), Vec::new());
    for (code, category) in categories {
        match CATEGORIES.iter().position(|known| known == category) {
            Some(place) => found.push((code.clone(), place)),
            None => {
                let upper = CATEGORIES.map(str::to_uppercase);
                let nearest = did_you_mean(category, CATEGORIES);
                let message = format!("`{category}` is no outcome: use {}.{nearest}", upper.join(", "));
                let path = format!("categories[{code}]");
                faults.push(Fault::new(FaultKind::UnknownValue, path, message).value(category).allowed(upper));
            }
        }
    }
    if let Some(e) = e.filter(|e| !(0.0..=1.0).contains(e)) {
        let message = format!("e is a share between 0 and 1, not {e}");
        faults.push(Fault::new(FaultKind::OutOfRange, "e", message).value(e));
    }
    Error::unless_empty(faults, found)
}

/// The rates of one group.
fn rates_of(labels: &[String], counts: &[(u64, f64); CATEGORIES.len()], given: Option<f64>) -> ResponseRateRow {
    let of = |sums: [f64; CATEGORIES.len()]| -> (Option<f64>, [Option<f64>; 6]) {
        let [i, p, r, nc, o, uh, uo, ne] = sums;
        let (eligible, unknown) = (i + p + r + nc + o, uh + uo);
        let share = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
        // Cases of unknown eligibility are taken to be eligible in the same proportion as those that are known.
        let e = given.or_else(|| share(eligible, eligible + ne));
        // Without cases of unknown eligibility e does not matter.
        let counted = if unknown > 0.0 { e.map(|e| eligible + e * unknown) } else { Some(eligible) };
        let third = |part: f64| counted.and_then(|counted| share(part, counted));
        let all = eligible + unknown;
        (e, [share(i, all), share(i + p, all), third(i), third(i + p), share(i, eligible), share(i + p, eligible)])
    };
    let (e, plain) = of(counts.map(|(n, _)| n as f64));
    let (e_weighted, weighted) = of(counts.map(|(_, weight)| weight));
    let count = |(category, (n, weight)): (&&str, &(u64, f64))| DispositionCount {
        category: (*category).to_owned(),
        n: *n,
        weight: *weight,
    };
    let rate = |(place, (value, weighted)): (usize, (&Option<f64>, &Option<f64>))| ResponseRate {
        name: format!("rr{}", place + 1),
        value: *value,
        weighted: *weighted,
    };
    ResponseRateRow {
        labels: labels.to_vec(),
        counts: CATEGORIES.iter().zip(counts).map(count).collect(),
        e,
        e_weighted,
        rates: plain.iter().zip(&weighted).enumerate().map(rate).collect(),
    }
}

/// The rows of one cell, or of several that were joined.
struct Class {
    labels: Vec<Vec<String>>,
    n: u64,
    n_respondents: u64,
    all: f64,
    answered: f64,
}

/// The cells of an adjustment.
struct ClassCells {
    classes: Vec<Class>,
    class_of: Vec<u32>,
}

impl ClassCells {
    /// The cells in the order of their labels; those without a weight are none.
    fn of(labels: Vec<Vec<String>>, codes: &[u32], weights: &[f64], respondents: &[bool]) -> Self {
        // By label: which cells are neighbours must not depend on which row came first.
        let order = positions(labels.len(), |a, b| labels.get(a).cmp(&labels.get(b)));
        let mut place_of = vec![0_u32; labels.len()];
        let mut classes = Vec::with_capacity(labels.len());
        for (place, old) in order.iter().enumerate() {
            if let Some(slot) = place_of.get_mut(*old) {
                *slot = place as u32;
            }
            let labels = vec![labels.get(*old).cloned().unwrap_or_default()];
            classes.push(Class { labels, n: 0, n_respondents: 0, all: 0.0, answered: 0.0 });
        }
        let class_of: Vec<u32> = codes.iter().map(|code| place_of.get(*code as usize).copied().unwrap_or(0)).collect();
        for ((class, weight), answered) in class_of.iter().zip(weights).zip(respondents) {
            let Some(class) = classes.get_mut(*class as usize).filter(|_| *weight > 0.0) else { continue };
            class.n += 1;
            class.all += weight;
            if *answered {
                class.n_respondents += 1;
                class.answered += weight;
            }
        }
        let mut this = Self { classes, class_of };
        for place in (0..this.classes.len()).rev() {
            // A cell in which nobody has weight would have no rate.
            if this.classes.len() > 1 && this.classes.get(place).is_some_and(|class| class.n == 0) {
                this.remove(place, place.saturating_sub(1));
            }
        }
        this
    }

    fn of_row(&self, row: usize) -> Option<&Class> {
        self.classes.get(*self.class_of.get(row)? as usize)
    }

    /// Takes a class away, whose rows go to the one that stood at `to` before.
    fn remove(&mut self, place: usize, to: usize) -> Class {
        let class = self.classes.remove(place);
        let to = if to > place { to - 1 } else { to };
        for class in &mut self.class_of {
            if *class as usize == place {
                *class = to as u32;
            } else if *class as usize > place {
                *class -= 1;
            }
        }
        class
    }

    /// Joins cells that are too small with a neighbour that differs in the last label only: the one with fewer
    /// respondents, and of two with as many the earlier one.
    fn join_small(&mut self, minimum: u64) {
        let small = |class: &Class| class.n_respondents < minimum;
        let beside = |this: &Self, place: usize, other: usize| -> Option<u64> {
            let (own, next) = (this.classes.get(place)?, this.classes.get(other)?);
            let head = |class: &Class| class.labels.first().and_then(|l| l.split_last().map(|(_, head)| head.to_vec()));
            // Only within the same labels but for the last: young and old of one district, and not two districts.
            (head(own)? == head(next)?).then_some(next.n_respondents)
        };
        let mut place = 0;
        while place < self.classes.len() {
            if !self.classes.get(place).is_some_and(small) {
                place += 1;
                continue;
            }
            let before = place.checked_sub(1).and_then(|other| Some((beside(self, place, other)?, other)));
            let after = beside(self, place, place + 1).map(|n| (n, place + 1));
            // With the smaller neighbour, so that large cells stay what they are.
            let Some((_, to)) = before.into_iter().chain(after).min() else {
                place += 1;
                continue;
            };
            let gone = self.remove(place, to);
            let to = if to > place { to - 1 } else { to };
            if let Some(class) = self.classes.get_mut(to) {
                class.labels.extend(gone.labels);
                class.labels.sort();
                class.n += gone.n;
                class.n_respondents += gone.n_respondents;
                class.all += gone.all;
                class.answered += gone.answered;
            }
            // The joined cell may still be too small.
            place = to.min(place);
        }
    }

    /// A fault for every cell that cannot be adjusted.
    fn faults(&self, options: &ResponseOptions) -> Vec<Fault> {
        let mut faults = Vec::new();
        for class in &self.classes {
            if class.n_respondents >= options.minimum.max(1) && class.answered > 0.0 {
                continue;
            }
            let name = class.labels.iter().map(|labels| labels.join(" / ")).collect::<Vec<_>>().join(" + ");
            let name = if name.is_empty() { "the sample".to_owned() } else { name };
            let message = format!(
                "{} of {} rows answered in cell `{name}`, {} are needed: use coarser cells, or let small ones be joined",
                class.n_respondents,
                class.n,
                options.minimum.max(1)
            );
            let path = format!("cells[{}]", options.by.join(" x "));
            faults.push(Fault::new(FaultKind::NotPossible, path, message).value(name));
        }
        faults
    }
}

fn refuse_missing(column: &str, rows: impl Iterator<Item = usize>, weights: &[f64]) -> Result<()> {
    let rows: Vec<usize> = rows.filter(|row| weights.get(*row).is_some_and(|weight| *weight > 0.0)).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let shown: Vec<String> = rows.iter().take(LISTED).map(|row| (row + 1).to_string()).collect();
    let more = if rows.len() > LISTED { " and more" } else { "" };
    let message = format!("`{column}` is missing in row {}{more}", shown.join(", "));
    Err(Fault::new(FaultKind::MissingDesign, format!("column[{column}]"), message).value(rows.len()).into())
}
