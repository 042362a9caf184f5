//! What each replicate multiplies the weight of a first-stage cluster by.

use std::sync::Arc;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::stat::Stream;
use crate::survey::design::{Design, SingleUnit};
use crate::survey::units::Units;
use crate::survey::variance::Sampling;

/// The most replicates a bootstrap may have.
const MOST: u64 = 100_000;
/// A bootstrap that is not told has this many.
const USUAL: u64 = 1000;
/// How many strata a fault names.
const LISTED: usize = 5;

/// How replicates are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Method {
    Jk1,
    Jkn,
    Brr,
    Fay,
    Bootstrap,
}

impl Method {
    const ALL: [Self; 5] = [Self::Jk1, Self::Jkn, Self::Brr, Self::Fay, Self::Bootstrap];

    fn as_str(self) -> &'static str {
        match self {
            Self::Jk1 => "jk1",
            Self::Jkn => "jkn",
            Self::Brr => "brr",
            Self::Fay => "fay",
            Self::Bootstrap => "bootstrap",
        }
    }

    fn jackknife(self) -> bool {
        matches!(self, Self::Jk1 | Self::Jkn)
    }
}

/// How replicates are made, with what the method needs.
///
/// ```
/// use cohesion_core::Replication;
/// let thousand = Replication::bootstrap(1000, 1);
/// let about_the_estimate = Replication::jkn().mse(true);
/// # let _ = (thousand, about_the_estimate);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Replication {
    method: Method,
    replicates: u64,
    seed: u64,
    rho: f64,
    mse: bool,
}

impl Replication {
    fn of(method: Method) -> Self {
        Self { method, replicates: USUAL, seed: 1, rho: 0.0, mse: false }
    }

    /// One cluster left out at a time, of a sample without strata.
    #[must_use]
    pub fn jk1() -> Self {
        Self::of(Method::Jk1)
    }

    /// One cluster of a stratum left out at a time, the others of its stratum raised (R: `JKn`).
    #[must_use]
    pub fn jkn() -> Self {
        Self::of(Method::Jkn)
    }

    /// Balanced half samples of two clusters per stratum, by the rows of the Sylvester-Hadamard matrix whose order is
    /// the first power of 2 above the number of strata. The first cluster of a stratum by label is kept where the matrix
    /// is 1.
    #[must_use]
    pub fn brr() -> Self {
        Self::of(Method::Brr)
    }

    /// As [`Replication::brr`], with factors `2 - rho` and `rho` instead of 2 and 0; `rho` is at least 0 and below 1.
    #[must_use]
    pub fn fay(rho: f64) -> Self {
        Self { rho, ..Self::of(Method::Fay) }
    }

    /// The bootstrap of Rao and Wu (1988): of the n clusters of a stratum n - 1 are drawn with replacement (R:
    /// `subbootstrap`). The draws follow from the seed, the replicate and the labels of stratum and clusters alone.
    #[must_use]
    pub fn bootstrap(replicates: u64, seed: u64) -> Self {
        Self { replicates, seed, ..Self::of(Method::Bootstrap) }
    }

    /// Squares about the estimate itself (`true`) or about the mean of the replicates (`false`, as R unless told).
    #[must_use]
    pub fn mse(mut self, mse: bool) -> Self {
        self.mse = mse;
        self
    }

    /// The method of that name; `n` and `seed` are the bootstrap's (1000 and 1 where they are not given), `rho` is
    /// Fay's, who needs it.
    ///
    /// # Errors
    /// [`FaultKind::UnknownValue`] that lists the methods; [`FaultKind::MissingField`] for Fay without `rho`;
    /// [`FaultKind::NotPossible`] for an option of another method.
    pub fn named(name: &str, n: Option<u64>, seed: Option<u64>, rho: Option<f64>) -> Result<Self> {
        let method = Method::ALL.into_iter().find(|method| method.as_str() == name).ok_or_else(|| {
            let known = Method::ALL.map(Method::as_str);
            let message = format!("`{name}` makes no replicates: use {}", known.join(", "));
            Fault::new(FaultKind::UnknownValue, "method", message).value(name).allowed(known)
        })?;
        let mut faults = Vec::new();
        for (option, given, owner) in [
            ("n", n.is_some(), Method::Bootstrap),
            ("seed", seed.is_some(), Method::Bootstrap),
            ("rho", rho.is_some(), Method::Fay),
        ] {
            if given && method != owner {
                let message = format!("`{option}` belongs to {}; {name} has none", owner.as_str());
                faults.push(Fault::new(FaultKind::NotPossible, option, message));
            }
        }
        if method == Method::Fay && rho.is_none() {
            faults.push(Fault::new(
                FaultKind::MissingField,
                "rho",
                "fay needs `rho`, at least 0 and below 1: 0.3, say",
            ));
        }
        let named = Self {
            replicates: n.unwrap_or(USUAL),
            seed: seed.unwrap_or(1),
            rho: rho.unwrap_or(0.0),
            ..Self::of(method)
        };
        Error::unless_empty(faults, named)
    }

    fn check(self, design: &Design) -> Result<()> {
        let mut faults = Vec::new();
        let mut fault = |kind, path: &str, message: &str| faults.push(Fault::new(kind, path, message));
        if design.clusters.is_empty() {
            let message = "replicates leave out or draw clusters, and this design names none: the errors of the plain \
                           estimates (Taylor linearisation) are the ones to use for single rows";
            fault(FaultKind::NotPossible, "clusters", message);
        }
        if self.method == Method::Jk1 && !design.strata.is_empty() {
            fault(FaultKind::NotPossible, "strata", "jk1 is for samples without strata: use jkn");
        }
        if self.method == Method::Bootstrap && !(2..=MOST).contains(&self.replicates) {
            let message = format!("a bootstrap has from 2 to {MOST} replicates, not {}", self.replicates);
            fault(FaultKind::OutOfRange, "n", &message);
        }
        if !(0.0..1.0).contains(&self.rho) {
            fault(FaultKind::OutOfRange, "rho", "rho is at least 0 and below 1");
        }
        if matches!(design.single, SingleUnit::Adjust | SingleUnit::Average | SingleUnit::Collapse) {
            let message = "replicates can only remove strata with one unit, or take them as certain";
            fault(FaultKind::NotPossible, "single_unit", message);
        }
        Error::unless_empty(faults, ())
    }
}

/// A stratum, its first-stage clusters sorted by label, and the fraction of its clusters that is in the sample.
#[derive(Clone, Debug, PartialEq)]
struct FrameStratum {
    label: Vec<String>,
    clusters: Vec<String>,
    fraction: f64,
    /// Where its clusters begin among all.
    start: usize,
}

/// The first-stage clusters, sorted by the labels of their stratum and their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Frame {
    strata: Vec<FrameStratum>,
    clusters: usize,
}

impl Frame {
    /// The frame, and the place in it of each first-stage cluster of `units`.
    pub fn of(units: &Units, sampling: &Sampling<'_>) -> (Self, Vec<usize>) {
        let first = units.stages.first().map_or(&[][..], Vec::as_slice);
        let stratum = |parent: u32| units.strata.get(parent as usize).map(|stratum| stratum.label.as_slice());
        let mut order: Vec<usize> = (0..first.len()).collect();
        order.sort_by_key(|place| first.get(*place).map(|cluster| (stratum(cluster.parent), cluster.label.as_str())));
        let mut frame = Self { clusters: first.len(), ..Self::default() };
        let mut place_of = vec![0; first.len()];
        for (new, old) in order.iter().enumerate() {
            let Some(cluster) = first.get(*old) else { continue };
            if let Some(slot) = place_of.get_mut(*old) {
                *slot = new;
            }
            let label = stratum(cluster.parent).unwrap_or_default();
            if frame.strata.last().is_none_or(|last| last.label != label) {
                let fraction = sampling.first_stage_fraction(cluster.parent as usize);
                frame.strata.push(FrameStratum { label: label.to_vec(), clusters: Vec::new(), fraction, start: new });
            }
            if let Some(last) = frame.strata.last_mut() {
                last.clusters.push(cluster.label.clone());
            }
        }
        (frame, place_of)
    }

    /// The largest sampling fraction of the first stage.
    pub fn largest_fraction(&self) -> f64 {
        self.strata.iter().map(|stratum| stratum.fraction).fold(0.0, f64::max)
    }
}

impl FrameStratum {
    fn size(&self) -> usize {
        self.clusters.len()
    }

    fn shown(&self) -> String {
        if self.label.is_empty() { "the sample".to_owned() } else { self.label.join(" / ") }
    }
}

/// The factors of every replicate, held by cluster and never by row: those of a jackknife and of balanced half samples
/// follow from their place, a bootstrap keeps how often each cluster was drawn.
#[derive(Clone, Debug)]
pub struct ReplicateFactors(Arc<Held>);

#[derive(Debug)]
struct Held {
    replication: Replication,
    frame: Frame,
    /// For a bootstrap: how often each cluster was drawn, one row per cluster.
    draws: Vec<u32>,
    count: usize,
    scale: f64,
    rscales: Vec<f64>,
}

/// The sums of one cluster in one cell: `a` is the numerator, `b` the denominator.
pub(super) struct Part {
    pub cluster: usize,
    pub cell: usize,
    pub a: f64,
    pub b: f64,
}

/// What each replicate adds to the numerators and denominators of the cells.
pub(super) struct Shifts {
    count: usize,
    a: Vec<f64>,
    b: Vec<f64>,
}

impl Shifts {
    fn new(cells: usize, count: usize) -> Self {
        Self { count, a: vec![0.0; cells * count], b: vec![0.0; cells * count] }
    }

    /// The shifts of one cell, replicate by replicate.
    pub fn of(&self, cell: usize) -> impl Iterator<Item = (f64, f64)> + '_ {
        let (from, to) = (cell * self.count, (cell + 1) * self.count);
        let (a, b) = (self.a.get(from..to).unwrap_or_default(), self.b.get(from..to).unwrap_or_default());
        a.iter().copied().zip(b.iter().copied())
    }

    fn rows(&mut self, cell: usize) -> Option<(&mut [f64], &mut [f64])> {
        let range = cell * self.count..(cell + 1) * self.count;
        Some((self.a.get_mut(range.clone())?, self.b.get_mut(range)?))
    }
}

impl ReplicateFactors {
    /// The factors of this frame.
    pub(super) fn new(replication: Replication, frame: Frame, design: &Design) -> Result<Self> {
        replication.check(design)?;
        let sizes: Vec<usize> = frame.strata.iter().map(FrameStratum::size).collect();
        let mut held = Held { replication, draws: Vec::new(), count: 0, scale: 1.0, rscales: Vec::new(), frame };
        match replication.method {
            Method::Jk1 | Method::Jkn => held.jackknife(),
            Method::Brr | Method::Fay => held.balanced()?,
            Method::Bootstrap => held.draw(),
        }
        if held.count == 0 || sizes.iter().all(|size| *size < 2) {
            let message = "there is no stratum with two clusters, so there are no replicates";
            return Err(Error::new(FaultKind::NotPossible, "clusters", message));
        }
        Ok(Self(Arc::new(held)))
    }

    pub(super) fn frame(&self) -> &Frame {
        &self.0.frame
    }

    /// How many replicates there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.count
    }

    /// What the sum of squares is multiplied by.
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.0.scale
    }

    /// What each replicate's square is multiplied by.
    #[must_use]
    pub fn rscales(&self) -> Vec<f64> {
        self.0.rscales.clone()
    }

    /// Whether squares are about the estimate.
    #[must_use]
    pub fn mse(&self) -> bool {
        self.0.replication.mse
    }

    /// Degrees of freedom of the whole sample.
    #[must_use]
    pub fn df(&self) -> f64 {
        self.df_of(&vec![true; self.0.frame.clusters])
    }

    /// One line for people.
    #[must_use]
    pub fn describe(&self) -> String {
        let replication = self.0.replication;
        let name = match replication.method {
            Method::Jk1 => "jackknife (jk1)".to_owned(),
            Method::Jkn => "stratified jackknife (jkn)".to_owned(),
            Method::Brr => "balanced half samples (brr)".to_owned(),
            Method::Fay => format!("balanced half samples (fay, rho {})", replication.rho),
            Method::Bootstrap => format!("bootstrap of Rao and Wu, seed {}", replication.seed),
        };
        super::estimate::described(&name, self.0.count, self.0.scale, &self.0.rscales, replication.mse)
    }

    /// What R calls the method, and the centre; `None` where R draws or pairs otherwise.
    pub(super) fn in_r(&self) -> Option<(&'static str, bool)> {
        let replication = self.0.replication;
        match replication.method {
            Method::Jk1 => Some(("JK1", replication.mse)),
            Method::Jkn => Some(("JKn", replication.mse)),
            Method::Brr | Method::Fay | Method::Bootstrap => None,
        }
    }

    /// The seed, where there were random numbers.
    pub(super) fn seed(&self) -> Option<u64> {
        (self.0.replication.method == Method::Bootstrap).then_some(self.0.replication.seed)
    }

    /// Whether the factors know the sampling fractions of the first stage.
    pub(super) fn corrected(&self) -> bool {
        self.0.replication.method.jackknife()
    }

    /// The rank of the replicate weights of these clusters, less one. A closed form: what the weights of a stratum of
    /// which all clusters are there sum to, is known. Drawn clusters are taken to be in general position.
    pub(super) fn df_of(&self, present: &[bool]) -> f64 {
        let (mut clusters, mut strata, mut whole) = (0_usize, 0_usize, 0_usize);
        for stratum in &self.0.frame.strata {
            let here = present.iter().skip(stratum.start).take(stratum.size()).filter(|present| **present).count();
            clusters += here;
            strata += usize::from(here > 0);
            whole += usize::from(here > 0 && here == stratum.size());
        }
        let rank = match self.0.replication.method {
            Method::Brr | Method::Fay => strata + usize::from(whole > 0),
            Method::Jk1 | Method::Jkn => clusters - whole.saturating_sub(1),
            Method::Bootstrap => (clusters - whole.saturating_sub(1)).min(self.0.count),
        };
        rank.saturating_sub(1) as f64
    }

    /// What each replicate adds to the sums of the cells.
    pub(super) fn shifts(&self, parts: &[Part], cells: usize) -> Shifts {
        let held = &self.0;
        let mut shifts = Shifts::new(cells, held.count);
        if held.replication.method.jackknife() {
            held.leave_out(parts, &mut shifts);
            return shifts;
        }
        let mut sorted: Vec<&Part> = parts.iter().collect();
        sorted.sort_by_key(|part| part.cluster);
        let mut row = vec![0.0; held.count];
        for parts in sorted.chunk_by(|a, b| a.cluster == b.cluster) {
            let Some(first) = parts.first() else { continue };
            held.fill(first.cluster, &mut row);
            for part in parts {
                if let Some((a, b)) = shifts.rows(part.cell) {
                    for ((a, b), factor) in a.iter_mut().zip(b).zip(&row) {
                        *a += factor * part.a;
                        *b += factor * part.b;
                    }
                }
            }
        }
        shifts
    }
}

impl Held {
    /// One replicate per cluster of every stratum that has two or more.
    fn jackknife(&mut self) {
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() > 1) {
            let n = stratum.size() as f64;
            let rscale = (n - 1.0) / n * (1.0 - stratum.fraction).max(0.0);
            self.rscales.extend(std::iter::repeat_n(rscale, stratum.size()));
        }
        self.count = self.rscales.len();
        if self.replication.method == Method::Jk1 {
            self.scale = self.rscales.first().copied().unwrap_or(1.0);
            self.rscales.fill(1.0);
        }
    }

    /// As many replicates as the first power of 2 above the number of strata.
    fn balanced(&mut self) -> Result<()> {
        let other: Vec<String> = self
            .frame
            .strata
            .iter()
            .filter(|stratum| stratum.size() != 2)
            .map(|stratum| format!("{} ({})", stratum.shown(), stratum.size()))
            .collect();
        if !other.is_empty() {
            let shown = other.iter().take(LISTED).cloned().collect::<Vec<_>>().join(", ");
            let more = if other.len() > LISTED { " and more" } else { "" };
            let name = self.replication.method.as_str();
            let message =
                format!("{name} needs two clusters in every stratum, not: {shown}{more}. jkn takes any number");
            return Err(Fault::new(FaultKind::NotPossible, "strata", message).value(shown).into());
        }
        self.count = (self.frame.strata.len() + 1).next_power_of_two();
        let kept = 1.0 - self.replication.rho;
        self.scale = 1.0 / (self.count as f64 * kept * kept);
        self.rscales = vec![1.0; self.count];
        Ok(())
    }

    /// Draws n - 1 clusters of every stratum for every replicate.
    fn draw(&mut self) {
        let count = self.replication.replicates as usize;
        self.count = count;
        self.scale = 1.0 / (count as f64 - 1.0);
        self.rscales = vec![1.0; count];
        self.draws = vec![0; self.frame.clusters * count];
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() > 1) {
            for replicate in 0..count {
                let label = stratum.label.iter().map(String::as_str);
                let mut stream = Stream::keyed(self.replication.seed, replicate as u64, label);
                for _ in 1..stratum.size() {
                    let cluster = stratum.start + stream.below(stratum.size() as u64) as usize;
                    if let Some(draws) = self.draws.get_mut(cluster * count + replicate) {
                        *draws += 1;
                    }
                }
            }
        }
    }

    /// The stratum of a cluster, by its place.
    fn stratum_of(&self, cluster: usize) -> (usize, Option<&FrameStratum>) {
        let place = self.frame.strata.partition_point(|stratum| stratum.start <= cluster).saturating_sub(1);
        (place, self.frame.strata.get(place))
    }

    /// Factor less 1 of a cluster in every replicate of half samples or of a bootstrap.
    fn fill(&self, cluster: usize, row: &mut [f64]) {
        let (place, Some(stratum)) = self.stratum_of(cluster) else { return row.fill(0.0) };
        if stratum.size() < 2 {
            return row.fill(0.0);
        }
        if self.replication.method == Method::Bootstrap {
            let raise = stratum.size() as f64 / (stratum.size() as f64 - 1.0);
            let draws = self.draws.iter().skip(cluster * self.count);
            for (factor, draws) in row.iter_mut().zip(draws) {
                *factor = raise * f64::from(*draws) - 1.0;
            }
            return;
        }
        let reach = 1.0 - self.replication.rho;
        let first = cluster == stratum.start;
        for (replicate, factor) in row.iter_mut().enumerate() {
            let positive = (replicate & (place + 1)).count_ones() % 2 == 0;
            *factor = if positive == first { reach } else { -reach };
        }
    }

    /// A jackknife in closed form: without cluster j its stratum's sum S becomes (S - s_j) n / (n - 1).
    fn leave_out(&self, parts: &[Part], shifts: &mut Shifts) {
        let mut first_replicate = Vec::with_capacity(self.frame.strata.len());
        let mut next = 0;
        for stratum in &self.frame.strata {
            first_replicate.push(next);
            next += if stratum.size() > 1 { stratum.size() } else { 0 };
        }
        for part in parts {
            let (place, Some(stratum)) = self.stratum_of(part.cluster) else { continue };
            let (n, from) = (stratum.size(), first_replicate.get(place).copied().unwrap_or_default());
            if n < 2 {
                continue;
            }
            let raise = 1.0 / (n as f64 - 1.0);
            let Some((a, b)) = shifts.rows(part.cell) else { continue };
            let (own, replicates) = (part.cluster - stratum.start, from..from + n);
            let (Some(a), Some(b)) = (a.get_mut(replicates.clone()), b.get_mut(replicates)) else { continue };
            for (replicate, (a, b)) in a.iter_mut().zip(b).enumerate() {
                let factor = if replicate == own { -1.0 } else { raise };
                *a += factor * part.a;
                *b += factor * part.b;
            }
        }
    }
}
