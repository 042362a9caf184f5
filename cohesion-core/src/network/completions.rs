//! What the missing answers might change: a range over seeded completions.

use std::ops::Range;

use super::{FigureSpan, Network, NetworkResult, Seeded};
use crate::error::Result;
use crate::estimate::Note;
use crate::estimate::texts as common;
use crate::network::texts;
use crate::stat::{Graph, Stream, at, each_chunk, positions};

/// Completions unless another number is asked.
const DRAWS: u32 = 200;

const METHOD: &str = "unknown ties drawn with the share that respondents state, given what the other says of the pair \
    (after Huisman 2009, J. Social Structure 10, imputation by reconstruction and random draws)";

/// The chances of an unknown tie.
struct Chances {
    /// Where the other names this partner, where the other does not, where the other did not answer either.
    named: f64,
    unnamed: f64,
    silent: f64,
}

impl Network {
    /// What measures of the whole become where the missing answers are filled in: for each its median over seeded
    /// completions and where the middle 90 % of them lie. It is a range of what could be, no confidence interval: it knows
    /// nothing of why somebody did not answer.
    ///
    /// An unknown tie is drawn with the share of ties that respondents state: towards somebody who names this partner,
    /// towards somebody who does not, or, where the other did not answer either, the density. 200 completions unless told.
    /// With every answer given there is nothing to complete, and the figures are those of the network.
    ///
    /// # Errors
    /// [`crate::FaultKind::OutOfRange`] for a number of draws outside 1 to 1,000,000, [`crate::FaultKind::TooLarge`] for
    /// more than 2,500 partners.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let told = network.completions(())?;
    /// assert_eq!(told.value("density"), Some(0.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn completions(&self, seeded: impl Into<Seeded>) -> Result<NetworkResult> {
        let seeded = seeded.into();
        let draws = seeded.count(DRAWS)?;
        self.check_size()?;
        let mut result = NetworkResult::of(self, "completions", METHOD).seeded(seeded.seed);
        // Without an open answer every completion is the network itself.
        let draws = if self.unknown.is_empty() { 1 } else { draws };
        let open = self.unknown_count();
        // Where nobody answered there is no share to draw with.
        if open > 0.0 && open >= self.ordered_pairs() {
            result.add("density", Err(Note::not_estimable(common::no_answers(), "")));
            return Ok(result);
        }
        let chances = self.chances();
        let mut found: Vec<(String, Vec<f64>)> = Vec::new();
        let draw = |places: Range<usize>| -> Vec<(String, f64)> {
            places.flat_map(|place| self.figures_of_draw(&chances, seeded.seed, place as u64)).collect()
        };
        each_chunk(draws as usize, 1, draw, |figures| {
            for (measure, value) in figures {
                match found.iter_mut().find(|(name, _)| *name == measure) {
                    Some((_, values)) => values.push(value),
                    None => found.push((measure, vec![value])),
                }
            }
        });
        for (measure, mut values) in found {
            let order = positions(values.len(), |a, b| at(&values, a).total_cmp(&at(&values, b)));
            values = order.into_iter().map(|place| at(&values, place)).collect();
            let low = quantile(&values, 0.05);
            let high = quantile(&values, 0.95);
            result.add(&measure, Ok(quantile(&values, 0.5))).between(FigureSpan::Completions, low, high);
        }
        result.note(Note::information(texts::range_of_completions(draws), ""));
        Ok(result)
    }

    /// The shares that respondents state.
    fn chances(&self) -> Chances {
        let known = self.ordered_pairs() - self.unknown_count();
        let density = if known > 0.0 { self.graph.arc_count() as f64 / known } else { 0.0 };
        let (mutual, single) = self.mutual_and_single();
        let answered = self.respondents() as f64;
        let pairs = answered * (answered - 1.0);
        // Ordered pairs of two who answered: those whose other names them, and those whose other does not.
        let (named, unnamed) = (2.0 * mutual + single, pairs - 2.0 * mutual - single);
        // Nobody's view of such a pair is known: the density is the next best.
        let share = |ties: f64, of: f64| if of > 0.0 { ties / of } else { density };
        Chances { named: share(2.0 * mutual, named), unnamed: share(single, unnamed), silent: density }
    }

    /// The figures of one completion that answers may change.
    fn figures_of_draw(&self, chances: &Chances, seed: u64, place: u64) -> Vec<(String, f64)> {
        let mut stream = Stream::keyed(seed, place, ["completions"].into_iter());
        let summary = self.completed(chances, &mut stream).summary();
        let figures = summary.figures.into_iter().filter(|figure| !COUNTED.contains(&figure.measure.as_str()));
        figures.filter_map(|figure| Some((figure.measure, figure.value?))).collect()
    }

    /// The network with every unknown tie drawn.
    fn completed(&self, chances: &Chances, stream: &mut Stream) -> Self {
        let size = self.size();
        let mut arcs = self.graph.arcs();
        for (place, _) in self.unknown.iter().enumerate().filter(|(_, unknown)| **unknown) {
            let (from, to) = (place / size, place % size);
            if !self.directed {
                // One draw for a pair, since an undirected tie is the same from both ends.
                if from < to && stream.share() < chances.silent {
                    arcs.extend([(from as u32, to as u32, 1.0), (to as u32, from as u32, 1.0)]);
                }
                continue;
            }
            let chance = match self.answered.get(to) {
                Some(true) if self.graph.weight(to, from).is_some() => chances.named,
                Some(true) => chances.unnamed,
                _ => chances.silent,
            };
            if stream.share() < chance {
                // Strength is not known either; the figures of completions do not use it.
                arcs.push((from as u32, to as u32, 1.0));
            }
        }
        let graph = Graph::new(size, &arcs);
        Self { graph, answered: vec![true; size], unknown: Vec::new(), ..self.clone() }
    }
}

/// Figures that no answer changes.
const COUNTED: [&str; 3] = ["partners", "answered", "completion"];

/// The quantile of a sorted list, between its two nearest values.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len().max(1) - 1) as f64;
    let below = libm::floor(place);
    let (low, high) = (at(sorted, below as usize), at(sorted, libm::ceil(place) as usize));
    low + (high - low) * (place - below)
}
