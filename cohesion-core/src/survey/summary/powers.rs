//! Smooth figures of a summary, from sums of products of powers of one or two columns.
//!
//! With u = sum of c_k f_k the linearised value of a row, c the gradient and f the powers of a figure, a unit's sum of w u
//! is the sum of c_k times its sums of w f_k, and sums of w^2 u^2 need products of two f. Every unit and group has sums
//! about its own first answer, so that equal answers have no spread, not even of rounding; powers with logarithms are those
//! of the numbers themselves.

use crate::stat::at;
use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{count_unparsed, not_held};
use crate::error::{Error, FaultKind, Result};
use crate::estimate::{Estimates, Note, Provenance, Statistic};
use crate::estimation::accumulate::{Batch, MarginSums};
use crate::estimation::answers::Value;
use crate::estimation::figure::{Figure, Powers, Sums, logarithmic};
use crate::estimation::groups::with_figures;
use crate::estimation::linearise::Request;
use crate::estimation::moments::Moments;
use crate::estimation::r_call::RDesign;
use crate::estimation::{EstimateOptions, Margin, Measure, TotalRule, figures, linearise, texts};
use crate::sampling::variance::Sampling;
use crate::stat::is_count;
use crate::survey::spec::PowerSet;
use crate::survey::summary::Summary;
use crate::table::Table;

/// The sums of one question, margin by margin.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct PowerSums {
    margins: Vec<PowerMargin>,
}

/// Cells and slots of a margin (without moments), and the sums of every slot.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct PowerMargin {
    slots: MarginSums,
    sums: Vec<SlotSums>,
}

/// Sums of one unit in one cell, in the order of the exponents.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct SlotSums {
    /// Rows that answered, and rows that did not answer all columns.
    n: f64,
    missing: f64,
    /// Answers with a weight above 0.
    positive: f64,
    /// Answers that are negative where a logarithm is asked; they are in no sum.
    barred: f64,
    /// What the powers are about: the first answer.
    about: [f64; 2],
    /// Sums of w times a power.
    once: Vec<f64>,
    /// Sums of w^2 times a power.
    twice: Vec<f64>,
}

impl PowerSet {
    /// The exponents of which sums are kept: those of the figure and of the products of two of them.
    fn exponents(&self) -> Vec<Powers> {
        let powers = figures::of(self.statistic).map_or(&[][..], Figure::powers);
        // The square of a linearised value is a sum of products of two powers. Sorted and each once, so that all
        // summaries of a question have their sums in the same places.
        let products = powers.iter().flat_map(|a| powers.iter().map(|b| times(*a, *b)));
        BTreeSet::from_iter(products).into_iter().collect()
    }
}

fn times(a: Powers, b: Powers) -> Powers {
    (a.0 + b.0, a.1 + b.1, a.2 + b.2)
}

impl PowerSums {
    /// No sums yet.
    pub fn new(margins: usize) -> Self {
        Self { margins: vec![PowerMargin::default(); margins] }
    }

    /// Adds the rows of a batch.
    fn add<'m>(
        &mut self,
        batch: &Batch<'_>,
        margins: impl Iterator<Item = &'m Margin>,
        numbers: &[&[f64]],
        weights: Option<&[f64]>,
        exponents: &[Powers],
    ) -> Result<()> {
        for (held, margin) in self.margins.iter_mut().zip(margins) {
            let slots = held.slots.slots_of(batch, margin)?;
            held.sums.resize(held.slots.slots.len(), SlotSums::new(exponents.len()));
            for (row, slot) in slots.of_row.iter().enumerate() {
                let Some(sums) = held.sums.get_mut(*slot as usize) else { continue };
                let mut values = [0.0; 2];
                for (value, column) in values.iter_mut().zip(numbers) {
                    *value = column.get(row).copied().unwrap_or(f64::NAN);
                }
                sums.add(values, weights.and_then(|weights| weights.get(row)).copied().unwrap_or(1.0), exponents);
            }
        }
        Ok(())
    }

    /// Adds another part.
    pub fn merge(&mut self, other: &Self, set: &PowerSet, unit_of: &[u32], n_units: usize) {
        let exponents = set.exponents();
        for (ours, theirs) in self.margins.iter_mut().zip(&other.margins) {
            let place = ours.slots.adopt(&theirs.slots, unit_of, n_units);
            ours.sums.resize(ours.slots.slots.len(), SlotSums::new(exponents.len()));
            for (place, sums) in place.into_iter().zip(&theirs.sums) {
                if let Some(target) = ours.sums.get_mut(place) {
                    target.merge(sums, &exponents);
                }
            }
        }
    }

    /// Whether every index points somewhere and every number is one.
    pub fn is_consistent(&self, set: &PowerSet, keys: &[usize], units: usize) -> bool {
        let width = set.exponents().len();
        self.margins.len() == keys.len()
            && self.margins.iter().zip(keys).all(|(margin, keys)| {
                let cells = margin.slots.cells.labels.len();
                margin.slots.moments.is_empty()
                    && margin.slots.cells.is_possible(*keys)
                    && margin.slots.slots.len() == margin.sums.len()
                    && margin
                        .slots
                        .slots
                        .iter()
                        .all(|(unit, cell)| (*unit as usize) < units && (*cell as usize) < cells)
                    && margin.sums.iter().all(|sums| sums.is_possible(width))
            })
    }

    fn is_finite(&self) -> bool {
        let finite = |sums: &SlotSums| sums.once.iter().chain(&sums.twice).all(|sum| sum.is_finite());
        self.margins.iter().flat_map(|margin| &margin.sums).all(finite)
    }
}

impl SlotSums {
    fn new(width: usize) -> Self {
        Self { once: vec![0.0; width], twice: vec![0.0; width], ..Self::default() }
    }

    fn add(&mut self, values: [f64; 2], weight: f64, exponents: &[Powers]) {
        if values.iter().any(|value| value.is_nan()) {
            self.missing += 1.0;
            return;
        }
        let log = logarithmic(exponents);
        // The first answer: near the others, so that squares and fourth powers keep their digits.
        if self.n == 0.0 && !log {
            self.about = values;
        }
        self.n += 1.0;
        let [x, y] = [0, 1].map(|column: usize| distance(values, self.about, column));
        // Counted and kept apart: the figure is refused with the number of such answers, and the other sums stay sound.
        if log && x < 0.0 {
            self.barred += 1.0;
            return;
        }
        self.positive += if weight > 0.0 { 1.0 } else { 0.0 };
        // 0 log 0 is 0.
        let log = powers(if log && x > 0.0 { libm::log(x) } else { 1.0 });
        let [x, y] = [x, y].map(powers);
        for ((once, twice), (i, j, k)) in self.once.iter_mut().zip(&mut self.twice).zip(exponents) {
            let term = weight * raised(&x, *i) * raised(&y, *j) * raised(&log, *k);
            *once += term;
            // With the square of the weight, for the variance where the row is the unit.
            *twice += weight * term;
        }
    }

    fn merge(&mut self, other: &Self, exponents: &[Powers]) {
        // Nothing is held yet: their point is as good as any.
        if self.n == 0.0 {
            self.about = other.about;
        }
        let by = [0, 1].map(|column| distance(other.about, self.about, column));
        for (ours, theirs) in [(&mut self.once, &other.once), (&mut self.twice, &other.twice)] {
            let moved = shifted(theirs, exponents, by);
            ours.iter_mut().zip(moved).for_each(|(sum, term)| *sum += term);
        }
        self.n += other.n;
        self.missing += other.missing;
        self.positive += other.positive;
        self.barred += other.barred;
    }

    /// The same about other points, with weights `factor` times as large.
    fn about(&self, points: [f64; 2], factor: f64, exponents: &[Powers]) -> Self {
        let by = [0, 1].map(|column| distance(self.about, points, column));
        let times = |sums: Vec<f64>, factor: f64| sums.into_iter().map(|sum| sum * factor).collect();
        Self {
            about: points,
            once: times(shifted(&self.once, exponents, by), factor),
            // These sums hold squares of weights.
            twice: times(shifted(&self.twice, exponents, by), factor * factor),
            ..*self
        }
    }

    fn is_possible(&self, width: usize) -> bool {
        let numbers = || self.once.iter().chain(&self.twice).chain(&self.about);
        [self.n, self.missing, self.positive, self.barred].into_iter().all(is_count)
            && (self.once.len(), self.twice.len()) == (width, width)
            && numbers().all(|number| number.is_finite())
    }
}

fn distance(values: [f64; 2], about: [f64; 2], column: usize) -> f64 {
    values.get(column).zip(about.get(column)).map_or(0.0, |(value, about)| value - about)
}

fn powers(x: f64) -> [f64; 5] {
    [1.0, x, x * x, x * x * x, x * x * x * x]
}

fn raised(powers: &[f64; 5], exponent: u8) -> f64 {
    at(powers, usize::from(exponent))
}

/// Sums of powers about points that lie `by` lower: (x + a)^i (y + b)^j by the binomial theorem.
fn shifted(sums: &[f64], exponents: &[Powers], by: [f64; 2]) -> Vec<f64> {
    const BINOMIAL: [[f64; 5]; 5] = [
        [1.0, 0.0, 0.0, 0.0, 0.0],
        [1.0, 1.0, 0.0, 0.0, 0.0],
        [1.0, 2.0, 1.0, 0.0, 0.0],
        [1.0, 3.0, 3.0, 1.0, 0.0],
        [1.0, 4.0, 6.0, 4.0, 1.0],
    ];
    // Equal points: the sums themselves, to the last digit.
    if by == [0.0; 2] {
        return sums.to_vec();
    }
    let [a, b] = by.map(powers);
    // What (x + a)^i holds of x^k.
    let part = |of: &[f64; 5], i: u8, k: u8| {
        let (i, k) = (usize::from(i), usize::from(k));
        let power = i.checked_sub(k).and_then(|rest| of.get(rest)).copied().unwrap_or_default();
        power * BINOMIAL.get(i).and_then(|row| row.get(k)).copied().unwrap_or_default()
    };
    let moved = |(i, j, _): &Powers| {
        let terms = exponents.iter().zip(sums).map(|((k, l, _), sum)| part(&a, *i, *k) * part(&b, *j, *l) * sum);
        terms.sum()
    };
    exponents.iter().map(moved).collect()
}

/// The figure of a cell and the coefficients of its linearised value, a polynomial in the powers.
fn linear(figure: &Figure, cell: &SlotSums, exponents: &[Powers]) -> (Value, Vec<(Powers, f64)>) {
    let sums = Sums { powers: exponents, sums: &cell.once, about: cell.about, n: cell.positive };
    match figure.of_sums(&sums, cell.barred) {
        Ok((value, gradient)) => (Ok(value), figure.powers().iter().copied().zip(gradient).collect()),
        Err(said) => (Err(said), Vec::new()),
    }
}

/// The sum with these exponents.
fn held(sums: &[f64], exponents: &[Powers], powers: Powers) -> f64 {
    exponents.iter().zip(sums).find(|(known, _)| **known == powers).map_or(0.0, |(_, sum)| *sum)
}

/// Sums of w u, w u^2, w^2 u and w^2 u^2 for a polynomial u.
fn moments(sums: &SlotSums, exponents: &[Powers], terms: &[(Powers, f64)]) -> Moments {
    let first = |sums: &[f64]| -> f64 { terms.iter().map(|(powers, c)| c * held(sums, exponents, *powers)).sum() };
    let second = |sums: &[f64]| -> f64 {
        let row = |(a, c): &(Powers, f64)| -> f64 {
            terms.iter().map(|(b, d)| c * d * held(sums, exponents, times(*a, *b))).sum()
        };
        // A sum of squares that is nothing may end a rounding below 0.
        terms.iter().map(row).sum::<f64>().max(0.0)
    };
    Moments {
        n: sums.n,
        missing: sums.missing,
        w: held(&sums.once, exponents, (0, 0, 0)),
        wx: first(&sums.once),
        wxx: second(&sums.once),
        w2: held(&sums.twice, exponents, (0, 0, 0)),
        w2x: first(&sums.twice),
        w2xx: second(&sums.twice),
    }
}

impl PowerMargin {
    /// Every cell's sums about its means.
    fn cells(&self, sampling: &Sampling<'_>, exponents: &[Powers]) -> Vec<SlotSums> {
        let mut cells = vec![SlotSums::new(exponents.len()); self.slots.cells.labels.len()];
        for ((unit, cell), sums) in self.slots.slots.iter().zip(&self.sums) {
            if let Some(cell) = cells.get_mut(*cell as usize) {
                let factor = sampling.weight_of(*unit as usize);
                cell.merge(&sums.about(sums.about, factor, exponents), exponents);
            }
        }
        let centred = |cell: &SlotSums| {
            let weight = held(&cell.once, exponents, (0, 0, 0));
            let mut means = cell.about;
            // About the mean the largest powers are smallest. A logarithm cannot be moved: those sums stay about 0.
            if weight > 0.0 && !logarithmic(exponents) {
                for (mean, powers) in means.iter_mut().zip([(1, 0, 0), (0, 1, 0)]) {
                    *mean += held(&cell.once, exponents, powers) / weight;
                }
            }
            cell.about(means, 1.0, exponents)
        };
        cells.iter().map(centred).collect()
    }

    /// The sums of the linearised values of every slot, and the figure of every cell.
    fn linearised(&self, figure: &Figure, sampling: &Sampling<'_>, exponents: &[Powers]) -> (MarginSums, Vec<Value>) {
        let cells = self.cells(sampling, exponents);
        let made = cells.iter().map(|cell| match held(&cell.once, exponents, (0, 0, 0)) > 0.0 {
            true => linear(figure, cell, exponents),
            false => (Err(texts::zero_weight()), Vec::new()),
        });
        let (figures, terms): (Vec<Value>, Vec<Vec<(Powers, f64)>>) = made.unzip();
        let mut found = self.slots.clone();
        let slot = |((_, cell), sums): (&(u32, u32), &SlotSums)| {
            let points = cells.get(*cell as usize).map_or(sums.about, |cell| cell.about);
            let terms = terms.get(*cell as usize).map_or(&[][..], Vec::as_slice);
            moments(&sums.about(points, 1.0, exponents), exponents, terms)
        };
        found.moments = self.slots.slots.iter().zip(&self.sums).map(slot).collect();
        (found, figures)
    }
}

impl Summary {
    /// Adds the rows of a batch to the sums of powers.
    pub(crate) fn add_powers(&mut self, table: &Table<'_>, units: &[u32], weights: Option<&[f64]>) -> Result<()> {
        let batch = Batch { table, units, n_units: self.units.count() };
        let measured = |name: &str| self.spec.measures.iter().any(|held| !held.is_share() && held.variable == name);
        let mut counted: Vec<&str> = Vec::new();
        for (held, set) in self.powers.iter_mut().zip(&self.spec.powers) {
            let mut numbers = Vec::with_capacity(set.variables.len());
            for variable in &set.variables {
                let mut column = table.column(variable)?.squarable()?;
                // Each unreadable text is counted once, however many figures read its column.
                if !measured(variable) && !counted.contains(&variable.as_str()) {
                    counted.push(variable);
                    count_unparsed(&mut self.tallies, variable, std::mem::take(&mut column.unparsed));
                }
                numbers.push(column.values);
            }
            let numbers: Vec<&[f64]> = numbers.iter().map(|values| &**values).collect();
            held.add(&batch, self.spec.margins(), &numbers, weights, &set.exponents())?;
            if !held.is_finite() {
                let names = set.variables.join(", ");
                let message = format!("the numbers of {names} are too large for {}", set.describe());
                return Err(Error::new(FaultKind::NotFinite, format!("column[{names}]"), message));
            }
        }
        Ok(())
    }

    /// The table of a figure of these columns.
    pub(crate) fn of(&self, figure: &Figure, columns: &[&str], options: &EstimateOptions) -> Result<Estimates> {
        options.check(figure.statistic)?;
        figure.refuse_rows()?;
        let (set, name) = (PowerSet::new(figure.statistic, columns), columns.join(figure.between));
        self.weight.refuse_zero(&self.spec.design)?;
        let margin = options.margin();
        let all = || self.spec.powers.iter().map(PowerSet::describe).collect();
        let position = self.spec.powers.iter().position(|held| *held == set);
        let sums = position.and_then(|place| self.powers.get(place)).ok_or_else(|| not_held(&set.describe(), all()))?;
        let held = self.spec.place_of(&margin).and_then(|place| sums.margins.get(place));
        let margins = || self.spec.margins().map(Margin::describe).collect();
        let held = held.ok_or_else(|| not_held(&margin.describe(), margins()))?;
        held.slots.cells.refuse_many(&margin.by)?;
        let (design, sampling) = (&self.spec.design, Sampling::of(&self.units, &self.spec.design)?);
        let (sums, figures) = held.linearised(figure, &sampling, &set.exponents());
        let (answered, measure) = (options.clone().missing(TotalRule::Answered), Measure::mean(name.clone()));
        let request = Request {
            statistic: Statistic::Total,
            measure: &measure,
            position: 0,
            width: 1,
            shift: 0.0,
            options: &answered,
            keys: &margin.by,
        };
        let mut found = linearise::estimate(&request, &sums, &sampling, design, None);
        let method = format!("{}, Taylor linearisation; {}", set.statistic.as_str(), design.describe());
        let place = |labels: &[String]| sums.cells.labels.iter().position(|known| known == labels);
        let made = |labels: &[String]| figures.get(place(labels)?).cloned();
        with_figures(&mut found, &method, options.level, figure.interval, made);
        (found.statistic, found.variable) = (set.statistic, name);
        let unparsed = self.tallies().filter(|(key, _)| set.variables.contains(&key.column));
        let mut notes: Vec<Note> = unparsed.map(|(key, tally)| tally.note(key)).collect();
        notes.append(&mut found.notes);
        notes.extend(linearise::call_notes(set.statistic, &sums, &margin.by, self.design_notes()));
        let like = RDesign::of(design, &margin.within, columns);
        let r_call = like.and_then(|like| (figure.r_call)(like, columns, options));
        (found.notes, found.provenance) = (notes, Provenance { r_call, ..self.provenance() });
        Ok(found)
    }
}
