//! The linter: what cannot be right in a scale, found before anybody is scored.

use std::collections::BTreeSet;

use super::attainable::{Attainable, allowed_ends, attainable};
use super::fraction::Fraction;
use super::prepared::{Domain, Prepared, Stretch};
use super::{Aggregator, ScaleDefinition};
use crate::codebook::texts;
use crate::estimate::Note;
use crate::message::Message;

impl ScaleDefinition {
    /// What cannot be right in this scale, as notes that stand at `scales(id)`.
    ///
    /// The linter computes what answers can reach exactly, over every answer and every pattern of missing answers that
    /// the rule allows. A definition with faults (see [`ScaleDefinition::check`]) has no notes.
    ///
    /// | code | when |
    /// |---|---|
    /// | `unattainable_range` | those who answer everything do not reach both ends of `stated_range`, or somebody leaves it |
    /// | `mixed_ranges` | items enter a mean, sum, min or max with different ranges |
    /// | `band_gap` | an attainable score lies in no band |
    /// | `band_overlap` | a score lies in two bands |
    /// | `band_unreachable` | no attainable score lies in the band |
    /// | `item_twice` | a variable is there twice |
    /// | `missing_counts_as_zero` | a sum or count where the rule lets items be missing |
    /// | `range_depends_on_missing` | the ends of a mean, min or max differ between patterns of missing answers |
    /// | `coding_base` | items start at another value than bands and stated range were published for |
    ///
    /// ```
    /// use cohesion_core::{NoteCode, ScaleDefinition};
    /// let scale: ScaleDefinition = serde_json::from_str(r#"{
    ///     "id": "trust", "stated_range": [0, 10],
    ///     "items": [{"variable": "bo01", "recode": [{"from": 1, "to": 10}, {"from": 5, "to": 2}]}]
    /// }"#).unwrap();
    /// let notes = scale.lint();
    /// assert_eq!(notes[0].code, NoteCode::UNATTAINABLE_RANGE);
    /// assert_eq!(serde_json::to_value(&notes[0].params["attainable"]).unwrap(), serde_json::json!([2, 10]));
    /// ```
    #[must_use]
    pub fn lint(&self) -> Vec<Note> {
        self.lint_at(&format!("scales({})", self.id))
    }

    /// The same notes, standing at `path`.
    ///
    /// ```
    /// use cohesion_core::ScaleDefinition;
    /// let scale: ScaleDefinition = serde_json::from_str(r#"{
    ///     "id": "trust", "stated_range": [0, 10], "items": [{"variable": "bo01", "range": [1, 5]}]
    /// }"#).unwrap();
    /// assert!(scale.lint_at("scales[3]").iter().all(|note| note.path.starts_with("scales[3]")));
    /// ```
    #[must_use]
    pub fn lint_at(&self, path: &str) -> Vec<Note> {
        let mut faults = Vec::new();
        self.check(path, &mut faults);
        let Some(prepared) = self.prepare().filter(|_| faults.is_empty()) else { return Vec::new() };
        let reach = attainable(&prepared);
        let mut lint = Lint { scale: self, prepared, path, notes: Vec::new() };
        lint.range(reach.as_ref());
        lint.mixed_ranges();
        lint.bands(reach.as_ref());
        lint.items();
        lint.missing(reach.as_ref());
        lint.coding_base();
        lint.notes
    }

    /// Lowest and highest score that answers can give, over every pattern of missing answers the rule allows; `None`
    /// where an item has no range or the definition has faults.
    ///
    /// ```
    /// use cohesion_core::ScaleDefinition;
    /// let who5: ScaleDefinition = serde_json::from_str(r#"{
    ///     "id": "well_being", "range": [0, 5], "aggregator": "sum",
    ///     "items": [{"variable": "w1"}, {"variable": "w2"}, {"variable": "w3"}, {"variable": "w4"}, {"variable": "w5"}],
    ///     "score_rescale": {"from": [0, 25], "to": [0, 100]}
    /// }"#).unwrap();
    /// assert_eq!(who5.attainable_range(), Some([0.0, 100.0]));
    /// ```
    #[must_use]
    pub fn attainable_range(&self) -> Option<[f64; 2]> {
        let mut faults = Vec::new();
        self.check("", &mut faults);
        let prepared = self.prepare().filter(|_| faults.is_empty())?;
        allowed_ends(&prepared).map(|(low, high)| [low.to_f64(), high.to_f64()])
    }
}

/// A score, or the open interval between two scores, and what stands for it.
struct Probe {
    at: Fraction,
    from: Fraction,
    to: Fraction,
}

struct Lint<'a> {
    scale: &'a ScaleDefinition,
    prepared: Prepared,
    path: &'a str,
    notes: Vec<Note>,
}

impl Lint<'_> {
    fn add(&mut self, said: Message) {
        self.notes.push(Note::warning(said, self.path));
    }

    fn range(&mut self, reach: Option<&Attainable>) {
        let (Some(stated), Some(reach)) = (self.scale.stated_range, reach) else { return };
        let [Some(low), Some(high)] = stated.map(Fraction::from_decimal) else { return };
        let inside = reach.allowed.0 >= low && reach.allowed.1 <= high;
        if reach.complete != (low, high) || !inside {
            let attained = if reach.complete == (low, high) { reach.allowed } else { reach.complete };
            self.add(texts::unattainable_range(&self.scale.id, span((low, high)), span(attained)));
        }
    }

    fn mixed_ranges(&mut self) {
        if self.scale.is_counting() {
            return;
        }
        let mut ranges: Vec<(Fraction, Fraction)> = Vec::new();
        for ends in self.prepared.items.iter().filter_map(super::prepared::PreparedItem::ends) {
            if !ranges.contains(&ends) {
                ranges.push(ends);
            }
        }
        if ranges.len() > 1 {
            self.add(texts::mixed_ranges(&self.scale.id, ranges.into_iter().map(span)));
        }
    }

    fn bands(&mut self, reach: Option<&Attainable>) {
        if self.scale.bands.is_empty() {
            return;
        }
        let stretches = std::mem::take(&mut self.prepared.finish.bands);
        let probes = probes(reach, &stretches);
        if reach.is_some() {
            self.gaps(&probes, &stretches);
            for (band, stretch) in self.scale.bands.iter().zip(&stretches) {
                if !probes.iter().any(|probe| stretch.contains(probe.at)) {
                    self.add(texts::band_unreachable(&self.scale.id, &band.id));
                }
            }
        }
        let pairs = BTreeSet::from_iter(probes.iter().flat_map(|probe| shared(probe.at, &stretches)));
        for (one, other) in pairs {
            let names: Vec<&str> =
                [one, other].iter().filter_map(|at| self.scale.bands.get(*at)).map(|band| band.id.as_str()).collect();
            self.add(texts::band_overlap(&self.scale.id, names));
        }
    }

    /// Runs of neighbouring scores that lie in no band.
    fn gaps(&mut self, probes: &[Probe], stretches: &[Stretch]) {
        let mut gap: Option<(Fraction, Fraction)> = None;
        let mut gaps = Vec::new();
        for probe in probes {
            if stretches.iter().any(|stretch| stretch.contains(probe.at)) {
                gaps.extend(gap.take());
            } else {
                gap = Some((gap.map_or(probe.from, |(from, _)| from), probe.to));
            }
        }
        gaps.extend(gap);
        for (from, to) in gaps {
            self.add(texts::band_gap(&self.scale.id, from.shown(), to.shown()));
        }
    }

    fn items(&mut self) {
        let mut seen = BTreeSet::new();
        let mut named = BTreeSet::new();
        for item in &self.scale.items {
            let variable = item.variable.as_str();
            if !seen.insert(variable) && named.insert(variable) {
                self.add(texts::item_twice(&self.scale.id, variable));
            }
        }
    }

    fn missing(&mut self, reach: Option<&Attainable>) {
        let optional = |domain: &Domain| domain.needed < domain.items.len();
        if !self.prepared.domains.iter().any(optional) {
            return;
        }
        if matches!(self.scale.aggregator, Aggregator::Sum | Aggregator::Count) {
            self.add(texts::missing_counts_as_zero(&self.scale.id));
        } else if reach.is_some_and(|reach| reach.depends_on_missing) {
            self.add(texts::range_depends_on_missing(&self.scale.id));
        }
    }

    fn coding_base(&mut self) {
        let Some(base) = self.scale.coding_base.and_then(Fraction::from_decimal) else { return };
        if self.scale.is_counting() {
            return;
        }
        let lows = self.prepared.items.iter().filter_map(|item| item.ends().map(|(low, _)| low));
        let other = lows.into_iter().find(|low| *low != base);
        if let Some(found) = other {
            self.add(texts::coding_base(&self.scale.id, base.shown(), found.shown()));
        }
    }
}

/// From 0 to 9.17.
fn span((low, high): (Fraction, Fraction)) -> [f64; 2] {
    [low.shown(), high.shown()]
}

/// The positions of every two bands that hold `score`.
fn shared(score: Fraction, stretches: &[Stretch]) -> Vec<(usize, usize)> {
    let holding: Vec<usize> =
        stretches.iter().enumerate().filter(|(_, stretch)| stretch.contains(score)).map(|(at, _)| at).collect();
    let pairs =
        holding.iter().enumerate().flat_map(|(rank, one)| holding.iter().skip(rank + 1).map(|other| (*one, *other)));
    pairs.collect()
}

/// The scores to try, in order: every attainable one; or, where scores lie densely, every cut and every stretch between
/// two cuts. Without a known range the cuts alone are tried.
fn probes(reach: Option<&Attainable>, stretches: &[Stretch]) -> Vec<Probe> {
    let point = |at: Fraction| Probe { at, from: at, to: at };
    if let Some(scores) = reach.and_then(|reach| reach.scores.as_ref()) {
        return scores.iter().copied().map(point).collect();
    }
    let allowed = reach.map(|reach| reach.allowed);
    let inside = |cut: &Fraction| allowed.is_none_or(|(low, high)| (low..=high).contains(cut));
    let ends = stretches.iter().flat_map(|stretch| [stretch.from, stretch.to]).flatten();
    let cuts = BTreeSet::from_iter(ends.filter(inside).chain(allowed.into_iter().flat_map(|(low, high)| [low, high])));
    let mut probes = Vec::new();
    let mut last: Option<Fraction> = None;
    for cut in cuts {
        if let Some(last) = last {
            let middle = last.add(cut).and_then(|sum| sum.div(Fraction::whole(2)));
            probes.extend(middle.map(|at| Probe { at, from: last, to: cut }));
        }
        probes.push(point(cut));
        last = Some(cut);
    }
    probes
}
