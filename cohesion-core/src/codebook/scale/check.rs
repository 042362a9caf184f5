//! Faults of meaning in a scale definition: what the schema cannot see.

use std::collections::BTreeSet;

use super::fraction::Fraction;
use super::prepared::{Answers, MOST_CODES};
use super::{Aggregator, AnswersNeeded, Band, DontKnow, ScaleDefinition, ScaleItem};
use crate::error::{Fault, FaultKind};

/// The faults found so far and the path under which new ones stand.
struct Faults<'a> {
    path: &'a str,
    list: &'a mut Vec<Fault>,
}

impl Faults<'_> {
    fn add(&mut self, kind: FaultKind, below: &str, message: impl Into<String>) {
        self.list.push(Fault::new(kind, join(self.path, below), message));
    }
}

/// `path.below`, or the one that is not empty.
fn join(path: &str, below: &str) -> String {
    match (path.is_empty(), below.is_empty()) {
        (true, _) => below.to_owned(),
        (_, true) => path.to_owned(),
        _ => format!("{path}.{below}"),
    }
}

impl ScaleDefinition {
    /// Adds every fault of meaning of this definition to `faults`; `path` says where the definition stands.
    ///
    /// ```
    /// use cohesion_core::ScaleDefinition;
    /// let scale: ScaleDefinition = serde_json::from_str(
    ///     r#"{"id": "trust", "items": [{"variable": "X1", "reversed": true}], "missing": {"rule": "at_least", "k": 2}}"#,
    /// ).unwrap();
    /// let mut faults = Vec::new();
    /// scale.check("scales[0](trust)", &mut faults);
    /// let paths: Vec<&str> = faults.iter().map(|fault| fault.path.as_str()).collect();
    /// assert_eq!(paths, ["scales[0](trust).items[0].range", "scales[0](trust).missing.k"]);
    /// ```
    pub fn check(&self, path: &str, faults: &mut Vec<Fault>) {
        let before = faults.len();
        let mut found = Faults { path, list: faults };
        self.check_numbers(&mut found);
        if found.list.len() > before {
            return; // Without finite numbers the rest says nothing.
        }
        self.check_head(&mut found);
        for (position, item) in self.items.iter().enumerate() {
            self.check_item(item, &format!("items[{position}]"), &mut found);
        }
        self.check_counts(&mut found);
        self.check_missing(&mut found);
        self.check_maps(&mut found);
        self.check_bands(&mut found);
        if found.list.len() == before && self.prepare().is_none() {
            found.add(
                FaultKind::OutOfRange,
                "",
                "the numbers of this scale have too many digits to compute with exactly",
            );
        }
    }

    /// Every number of the definition with its path.
    fn numbers(&self) -> Vec<(String, f64)> {
        let pair = |path: &str, ends: &[f64; 2]| {
            ends.iter().enumerate().map(|(at, value)| (format!("{path}[{at}]"), *value)).collect::<Vec<_>>()
        };
        let pairs = [("range", self.range), ("rescale", self.rescale), ("stated_range", self.stated_range)];
        let mut numbers: Vec<_> =
            pairs.iter().flat_map(|(path, ends)| ends.iter().flat_map(|ends| pair(path, ends))).collect();
        if let Some(map) = &self.score_rescale {
            numbers.extend(pair("score_rescale.from", &map.from));
            numbers.extend(pair("score_rescale.to", &map.to));
        }
        numbers.extend(self.coding_base.map(|base| ("coding_base".to_owned(), base)));
        numbers.extend(self.missing.fraction.map(|fraction| ("missing.fraction".to_owned(), fraction)));
        numbers.extend(self.counts.iter().enumerate().map(|(at, value)| (format!("counts[{at}]"), *value)));
        for (at, item) in self.items.iter().enumerate() {
            numbers.push((format!("items[{at}].weight"), item.weight));
            numbers.extend(item.range.iter().flat_map(|ends| pair(&format!("items[{at}].range"), ends)));
            for (code, recode) in item.recode.iter().enumerate() {
                numbers.push((format!("items[{at}].recode[{code}].from"), recode.from));
                numbers.push((format!("items[{at}].recode[{code}].to"), recode.to));
            }
        }
        for (at, band) in self.bands.iter().enumerate() {
            let end =
                |name: &str, value: Option<f64>| value.map(|value| (format!("{}.{name}", band_path(at, band)), value));
            numbers.extend(end("from", band.from).into_iter().chain(end("to", band.to)));
        }
        numbers
    }

    fn check_numbers(&self, found: &mut Faults<'_>) {
        for (path, value) in self.numbers() {
            if !value.is_finite() {
                found.add(FaultKind::NotFinite, &path, "must be a finite number");
            } else if value.abs() > 1e12 || Fraction::from_decimal(value).is_none() {
                found.add(FaultKind::OutOfRange, &path, format!("{value:e} is too large or too small for a scale"));
            }
        }
    }

    fn check_head(&self, found: &mut Faults<'_>) {
        if self.id.trim().is_empty() {
            found.add(FaultKind::MissingField, "id", "a scale needs an id");
        }
        if self.version == 0 {
            found.add(FaultKind::OutOfRange, "version", "versions count from 1");
        }
        if self.items.is_empty() {
            found.add(FaultKind::MissingField, "items", "a scale needs at least one item");
        }
        self.check_range("range", self.range, found);
        if let Some([low, high]) = self.stated_range.filter(|[low, high]| low >= high) {
            found.add(
                FaultKind::Inconsistent,
                "stated_range",
                format!("the low end {low} is not below the high end {high}"),
            );
        }
    }

    fn check_range(&self, path: &str, range: Option<[f64; 2]>, found: &mut Faults<'_>) {
        let Some([low, high]) = range else { return };
        if low >= high {
            found.add(FaultKind::Inconsistent, path, format!("the low end {low} is not below the high end {high}"));
        } else if !self.continuous && (high - low).fract() != 0.0 {
            let message = format!(
                "steps of one do not lead from {low} to {high}; say `continuous = true` if any number between is an answer"
            );
            found.add(FaultKind::Inconsistent, path, message);
        } else if !self.continuous && high - low > MOST_CODES {
            found.add(
                FaultKind::OutOfRange,
                path,
                "more than 10 000 codes; say `continuous = true` if this is a measurement",
            );
        }
    }

    fn check_item(&self, item: &ScaleItem, path: &str, found: &mut Faults<'_>) {
        if item.variable.trim().is_empty() {
            found.add(FaultKind::MissingField, &format!("{path}.variable"), "an item needs a variable");
        }
        if item.weight <= 0.0 {
            found.add(
                FaultKind::OutOfRange,
                &format!("{path}.weight"),
                format!("the weight must be more than 0, not {}", item.weight),
            );
        }
        let weightless =
            matches!(self.aggregator, Aggregator::Min | Aggregator::Max | Aggregator::Any | Aggregator::All);
        if weightless && item.weight != 1.0 {
            found.add(FaultKind::Inconsistent, &format!("{path}.weight"), "min, max, any and all know no weights");
        }
        self.check_range(&format!("{path}.range"), item.range, found);
        check_recode(item, path, found);
        self.check_item_needs(item, path, found);
    }

    /// What needs an item's valid answers, where they are not known; one fault per item.
    fn check_item_needs(&self, item: &ScaleItem, path: &str, found: &mut Faults<'_>) {
        if self.missing.rule == AnswersNeeded::FractionPerDomain && item.domain.is_none() {
            found.add(
                FaultKind::MissingField,
                &format!("{path}.domain"),
                "the rule `fraction_per_domain` needs a domain for every item",
            );
        }
        let known = !item.recode.is_empty() || self.range_of(item).is_some();
        let reasons = [
            (item.reversed, "a reversed item"),
            (self.rescale.is_some(), "a rescaled item"),
            (self.dont_know == DontKnow::Midpoint, "the midpoint for \"don't know\""),
            (self.is_counting(), "an item of any, all or count"),
        ];
        if let Some((_, what)) = reasons.iter().find(|(applies, _)| *applies && !known) {
            found.add(
                FaultKind::MissingField,
                &format!("{path}.range"),
                format!("{what} needs the item's range or recode"),
            );
        }
        let mut values = item.recode.iter().map(|recode| recode.to);
        let first = values.next();
        if self.rescale.is_some() && first.is_some() && values.all(|value| Some(value) == first) {
            found.add(
                FaultKind::Inconsistent,
                &format!("{path}.recode"),
                "an item with one value only cannot be rescaled",
            );
        }
    }

    fn check_counts(&self, found: &mut Faults<'_>) {
        if !self.is_counting() {
            if !self.counts.is_empty() {
                found.add(FaultKind::Inconsistent, "counts", "only any, all and count ask which values count");
            }
            return;
        }
        if self.counts.is_empty() {
            found.add(FaultKind::MissingField, "counts", "any, all and count need the values that count");
        }
        let values = self.values_before_counting();
        for (at, value) in self.counts.iter().enumerate() {
            if values.as_ref().is_some_and(|values| !values.contains(&Fraction::from_decimal(*value))) {
                found.add(FaultKind::Inconsistent, &format!("counts[{at}]"), format!("no item has the value {value}"));
            }
        }
        if self.rescale.is_some() {
            found.add(FaultKind::Inconsistent, "rescale", "any, all and count do not rescale items");
        }
        if self.continuous {
            found.add(FaultKind::Inconsistent, "continuous", "any, all and count need items with listed answers");
        }
    }

    /// Every value an item can have after recode and reversal; `None` where an item's answers are not listed.
    fn values_before_counting(&self) -> Option<BTreeSet<Option<Fraction>>> {
        let plain = Self { aggregator: Aggregator::Sum, ..self.clone() }.prepare()?;
        let mut values = BTreeSet::new();
        for item in plain.items {
            let Answers::Listed(codes) = item.answers else { return None };
            values.extend(codes.into_iter().map(|(_, value)| Some(value)));
        }
        Some(values)
    }

    fn check_missing(&self, found: &mut Faults<'_>) {
        let rule = self.missing.rule;
        let by_share = matches!(rule, AnswersNeeded::Fraction | AnswersNeeded::FractionPerDomain);
        match self.missing.k {
            None if rule == AnswersNeeded::AtLeast => {
                found.add(FaultKind::MissingField, "missing.k", "`at_least` needs `k`, the number of items")
            }
            Some(_) if rule != AnswersNeeded::AtLeast => {
                found.add(FaultKind::Inconsistent, "missing.k", "only `at_least` has a `k`")
            }
            Some(k) if usize::try_from(k).is_ok_and(|k| k > self.items.len()) => {
                found.add(
                    FaultKind::OutOfRange,
                    "missing.k",
                    format!("{k} of {} items cannot be answered", self.items.len()),
                );
            }
            _ => {}
        }
        match self.missing.fraction {
            None if by_share => {
                found.add(FaultKind::MissingField, "missing.fraction", "this rule needs `fraction`, the share of items")
            }
            Some(_) if !by_share => found.add(
                FaultKind::Inconsistent,
                "missing.fraction",
                "only `fraction` and `fraction_per_domain` have a `fraction`",
            ),
            Some(share) if !(0.0..=1.0).contains(&share) => {
                found.add(
                    FaultKind::OutOfRange,
                    "missing.fraction",
                    format!("a share lies between 0 and 1, not {share}"),
                );
            }
            _ => {}
        }
    }

    fn check_maps(&self, found: &mut Faults<'_>) {
        if let Some([low, high]) = self.rescale.filter(|[low, high]| low >= high) {
            let message =
                format!("the low end {low} is not below the high end {high}; an item is turned round by `reversed`");
            found.add(FaultKind::Inconsistent, "rescale", message);
        }
        if let Some(map) = self.score_rescale {
            for (path, [one, other]) in [("score_rescale.from", map.from), ("score_rescale.to", map.to)] {
                if one == other {
                    found.add(
                        FaultKind::Inconsistent,
                        path,
                        format!("both ends are {one}: no line goes through one point"),
                    );
                }
            }
        }
        if self.rounding.is_some_and(|rounding| rounding.decimals > 9) {
            found.add(FaultKind::OutOfRange, "rounding.decimals", "between 0 and 9 decimals");
        }
    }

    fn check_bands(&self, found: &mut Faults<'_>) {
        let mut seen = BTreeSet::new();
        for (at, band) in self.bands.iter().enumerate() {
            let path = band_path(at, band);
            if !seen.insert(&band.id) {
                found.add(FaultKind::DuplicateId, &format!("{path}.id"), format!("band `{}` is there twice", band.id));
            }
            if let (Some(from), Some(to)) = (band.from, band.to) {
                if from > to {
                    found.add(FaultKind::Inconsistent, &path, format!("the band runs from {from} down to {to}"));
                } else if from == to && (band.from_open || band.to_open) {
                    found.add(
                        FaultKind::Inconsistent,
                        &path,
                        format!("the band holds nothing: it starts and ends at {from} and leaves that out"),
                    );
                }
            }
        }
    }
}

/// `bands[0](weak)`.
fn band_path(at: usize, band: &Band) -> String {
    format!("bands[{at}]({})", band.id)
}

fn check_recode(item: &ScaleItem, path: &str, found: &mut Faults<'_>) {
    let mut seen: Vec<f64> = Vec::new();
    for (at, recode) in item.recode.iter().enumerate() {
        let path = format!("{path}.recode[{at}].from");
        if seen.contains(&recode.from) {
            found.add(FaultKind::Inconsistent, &path, format!("code {} has two values", recode.from));
        }
        if item.range.is_some_and(|[low, high]| !(low..=high).contains(&recode.from)) {
            found.add(FaultKind::OutOfRange, &path, format!("code {} lies outside the item's range", recode.from));
        }
        seen.push(recode.from);
    }
}
