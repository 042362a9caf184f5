//! Parts of a network: communities, and a core with its periphery.

use super::summary::no_ties;
use super::{Network, NetworkResult, Seeded};
use crate::error::{Fault, FaultKind, Result};
use crate::estimate::Note;
use crate::network::texts;
use crate::stat::{Blocks, Modularity, Stream, adjusted_rand, best_core, best_partition, climb, leiden, map_places};

/// Starts unless another number is asked.
const STARTS: u32 = 100;
/// The search for a proof of the best partition ends here; up to 11 partners it always comes to its end.
const STEPS: u64 = 1_000_000;
/// Up to this many partners every core is looked at.
const EVERY_CORE: usize = 20;
/// Pairs of starts that are compared for their agreement.
const COMPARED: usize = 100;

/// Starts of a search: what they found and how good it is.
struct Starts<T> {
    best: T,
    quality: f64,
    /// The share of starts that reached the best.
    reached: f64,
    /// The mean adjusted Rand index between starts.
    stability: Option<f64>,
}

/// Runs a search from every start.
fn search<T: Clone + Send>(
    count: u32,
    run: impl Fn(u32) -> (T, f64) + Sync,
    groups: impl Fn(&T) -> Vec<usize>,
) -> Option<Starts<T>> {
    let runs: Vec<(T, f64)> = map_places(count as usize, 1, |start| run(start as u32));
    let (best, quality) = runs.iter().fold(None, |best: Option<&(T, f64)>, run| match best {
        Some(best) if run.1 <= best.1 + 1e-12 => Some(best),
        _ => Some(run),
    })?;
    let reached = runs.iter().filter(|run| (run.1 - quality).abs() < 1e-9).count() as f64 / f64::from(count);
    let partitions: Vec<Vec<usize>> = runs.iter().take(COMPARED).map(|run| groups(&run.0)).collect();
    let (mut sum, mut pairs) = (0.0, 0.0);
    for (place, a) in partitions.iter().enumerate() {
        for b in partitions.iter().skip(place + 1) {
            sum += adjusted_rand(a, b);
            pairs += 1.0;
        }
    }
    Some(Starts { best: best.clone(), quality: *quality, reached, stability: (pairs > 0.0).then(|| sum / pairs) })
}

impl Network {
    /// Communities: parts with more ties inside than partners with as many ties would have by chance.
    ///
    /// The partition of highest modularity (Newman and Girvan 2004; `resolution` 1 is theirs, larger gives smaller parts),
    /// sought from many seeded starts, 100 unless told, by the Leiden algorithm (Traag, Waltman and van Eck 2019, Scientific
    /// Reports 9, 5233), and then proven the best of all by branch and bound where a million steps allow it, as they always
    /// do up to 11 partners: `proven` is 1. `reached` is the share of starts that found it, `stability` the mean adjusted
    /// Rand index (Hubert and Arabie 1985) between starts: 1 where all find the same. Directions are left aside: a returned
    /// tie counts twice. Communities are numbered in the order of their first partner.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] for a resolution that is not above 0 or a number of starts outside 1 to 1,000,000.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let found = network.communities(1.0, ())?;
    /// assert_eq!(found.value("communities"), Some(2.0));
    /// assert_eq!(found.get(&["police"], "community"), Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn communities(&self, resolution: f64, seeded: impl Into<Seeded>) -> Result<NetworkResult> {
        let seeded = seeded.into();
        let starts = seeded.count(STARTS)?;
        if !(resolution > 0.0 && resolution.is_finite()) {
            let fault = Fault::new(FaultKind::OutOfRange, "resolution", "the resolution is a number above 0");
            return Err(fault.value(resolution).into());
        }
        let method = "communities of highest modularity by the Leiden algorithm (Traag, Waltman and van Eck \
            2019), weights left aside";
        let mut result = NetworkResult::of(self, "communities", method).seeded(seeded.seed);
        let joined = self.without_weights().joined();
        let absent = self.too_incomplete().or_else(|| (joined.arc_count() == 0).then(no_ties));
        if let Some(reason) = absent {
            result.add("modularity", Err(reason));
            return Ok(result);
        }
        let modularity = Modularity::new(&joined, resolution);
        let run = |start: u32| {
            let mut stream = Stream::keyed(seeded.seed, u64::from(start), ["communities"].into_iter());
            let found = leiden(&modularity, &mut stream);
            let quality = modularity.of(&found);
            (found, quality)
        };
        let Some(found) = search(starts, run, Clone::clone) else { return Ok(result) };
        let proven = best_partition(&modularity, &found.best, STEPS);
        let best = proven.as_ref().unwrap_or(&found.best);
        let quality = modularity.of(best);
        let reached = if quality > found.quality + 1e-9 { 0.0 } else { found.reached };
        result.add("modularity", Ok(quality));
        result.add("communities", Ok(best.iter().max().map_or(0.0, |highest| *highest as f64 + 1.0)));
        self.add_search(proven.is_some(), reached, found.stability, starts, &mut result);
        result.table(&["node"], &["community"]);
        for (node, group) in best.iter().enumerate() {
            result.row(&[self.name(node)], vec![Some(*group as f64 + 1.0)]);
        }
        Ok(result)
    }

    /// A core whose partners are tied to each other and to the others, and a periphery without ties of its own.
    ///
    /// The core whose ideal pattern - a tie wherever one of the two is in the core, none in the periphery - correlates most
    /// with the ties (Borgatti and Everett 2000, Social Networks 21, 375, equations 1 and 2). Every core is looked at up to
    /// 20 partners, and `proven` is 1; beyond, the best of many seeded starts, each bettered move by move. `fit` is the
    /// correlation. Where the network is empty or complete there is none.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] for a number of starts outside 1 to 1,000,000.
    ///
    /// ```
    /// use cohesion_core::{Column, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let found = network.core_periphery(())?;
    /// assert_eq!(found.value("core_size"), Some(2.0));
    /// assert_eq!(found.get(&["police"], "core"), Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn core_periphery(&self, seeded: impl Into<Seeded>) -> Result<NetworkResult> {
        let seeded = seeded.into();
        let starts = seeded.count(STARTS)?;
        self.check_size()?;
        let method = "core and periphery by correlation with the ideal pattern (Borgatti and Everett 2000)";
        let mut result = NetworkResult::of(self, "core_periphery", method).seeded(seeded.seed);
        let blocks = Blocks::new(&self.graph);
        let full = self.graph.arc_count() as f64 >= self.ordered_pairs();
        let flat = || Note::not_estimable(texts::no_contrast(), "");
        let absent = self.too_incomplete().or_else(|| (self.graph.arc_count() == 0).then(no_ties));
        if let Some(reason) = absent.or_else(|| full.then(flat)) {
            result.add("fit", Err(reason));
            return Ok(result);
        }
        let exact = self.size() <= EVERY_CORE;
        let run = |start: u32| {
            let mut stream = Stream::keyed(seeded.seed, u64::from(start), ["core_periphery"].into_iter());
            let core = climb(&blocks, &mut stream);
            let fit = blocks.fit(&core).unwrap_or(-1.0);
            (core, fit)
        };
        let as_groups = |core: &Vec<bool>| core.iter().map(|core| usize::from(*core)).collect();
        let Some(found) = search(starts, run, as_groups) else { return Ok(result) };
        let core = if exact { best_core(&blocks) } else { found.best };
        let fit = blocks.fit(&core).unwrap_or(-1.0);
        let reached = if fit > found.quality + 1e-9 { 0.0 } else { found.reached };
        result.add("fit", Ok(fit));
        result.add("core_size", Ok(core.iter().filter(|core| **core).count() as f64));
        self.add_search(exact, reached, found.stability, starts, &mut result);
        result.table(&["node"], &["core"]);
        for (node, core) in core.into_iter().enumerate() {
            result.row(&[self.name(node)], vec![Some(if core { 1.0 } else { 0.0 })]);
        }
        Ok(result)
    }

    /// How sure a search is of what it found.
    fn add_search(&self, proven: bool, reached: f64, stability: Option<f64>, starts: u32, result: &mut NetworkResult) {
        result.add("proven", Ok(if proven { 1.0 } else { 0.0 }));
        result.add("reached", Ok(reached));
        let one_start = || Note::not_estimable(texts::one_start(), "");
        result.add("stability", stability.ok_or_else(one_start));
        if !proven {
            let percent = (reached * 100.0).round();
            result.note(Note::warning(texts::best_of_starts(starts, percent), ""));
        }
    }

    /// The ties with weight 1.
    pub(super) fn without_weights(&self) -> crate::stat::Graph {
        let arcs: Vec<_> = self.graph.arcs().into_iter().map(|(a, b, _)| (a, b, 1.0)).collect();
        crate::stat::Graph::new(self.size(), &arcs)
    }
}
