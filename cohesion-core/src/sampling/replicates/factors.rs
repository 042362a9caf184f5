//! What each replicate multiplies the weight of a first-stage cluster by.

use std::sync::Arc;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::sampling::design::{Design, SingleUnit};
use crate::sampling::replicates::spread::{Spread, described};
use crate::sampling::replicates::totals::Picks;
use crate::sampling::units::Units;
use crate::sampling::variance::Sampling;
use crate::stat::Stream;

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
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?;
    /// let jackknife = survey.replicates(Replication::jk1())?.mean("trust", ())?;
    /// let taylor = survey.mean("trust", ())?;
    /// assert!((jackknife.rows[0].estimate.se.unwrap() - taylor.rows[0].estimate.se.unwrap()).abs() < 1e-12);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn jk1() -> Self {
        Self::of(Method::Jk1)
    }

    /// One cluster of a stratum left out at a time, the others of its stratum raised (R: `JKn`).
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().strata("area").cluster("street"))?;
    /// assert_eq!(survey.replicates(Replication::jkn())?.replication().unwrap().count(), 4);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn jkn() -> Self {
        Self::of(Method::Jkn)
    }

    /// Balanced half samples of two clusters per stratum, by the rows of the Sylvester-Hadamard matrix whose order is
    /// the first power of 2 above the number of strata. The first cluster of a stratum by label is kept where the matrix
    /// is 1.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// // Two strata of two: the order of the matrix is 4.
    /// let survey = Survey::new(&answers, Design::new().strata("area").cluster("street"))?;
    /// assert_eq!(survey.replicates(Replication::brr())?.replication().unwrap().count(), 4);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn brr() -> Self {
        Self::of(Method::Brr)
    }

    /// As [`Replication::brr`], with factors `2 - rho` and `rho` instead of 2 and 0; `rho` is at least 0 and below 1.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().strata("area").cluster("street"))?;
    /// let fay = survey.replicates(Replication::fay(0.5))?;
    /// assert!(fay.mean("trust", ())?.rows[0].estimate.se.is_some());
    /// assert!(survey.replicates(Replication::fay(1.0)).is_err());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn fay(rho: f64) -> Self {
        Self { rho, ..Self::of(Method::Fay) }
    }

    /// The bootstrap of Rao and Wu (1988): of the n clusters of a stratum n - 1 are drawn with replacement (R:
    /// `subbootstrap`). The draws follow from the seed, the replicate and the labels of stratum and clusters alone.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?;
    /// let drawn = |seed| survey.replicates(Replication::bootstrap(100, seed))?.mean("trust", ());
    /// assert_eq!(drawn(1)?, drawn(1)?);
    /// assert_ne!(drawn(1)?, drawn(2)?);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn bootstrap(replicates: u64, seed: u64) -> Self {
        Self { replicates, seed, ..Self::of(Method::Bootstrap) }
    }

    /// Squares about the estimate itself (`true`) or about the mean of the replicates (`false`, as R unless told).
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?;
    /// assert!(survey.replicates(Replication::jk1().mse(true))?.replication().unwrap().mse());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
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
    ///
    /// ```
    /// use cohesion_core::Replication;
    /// assert_eq!(Replication::named("bootstrap", Some(200), Some(7), None)?, Replication::bootstrap(200, 7));
    /// assert!(Replication::named("jk1", Some(200), None, None).is_err());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
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

    /// Whether one cluster is left out at a time.
    pub(crate) fn jackknife(self) -> bool {
        self.method.jackknife()
    }

    /// How far the factors of half samples lie from 1.
    pub(crate) fn reach(self) -> f64 {
        1.0 - self.rho
    }

    fn check(self, design: &Design) -> Result<()> {
        let mut faults = Vec::new();
        let mut fault = |kind, path: &str, message: &str| faults.push(Fault::new(kind, path, message));
        // A replicate for every row would cost the square of the rows and give what Taylor linearisation gives at once.
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
        // These rules change a sum of squares; replicates only know factors of weights.
        if matches!(design.single, SingleUnit::Adjust | SingleUnit::Average | SingleUnit::Collapse) {
            let message = "replicates can only remove strata with one unit, or take them as certain";
            fault(FaultKind::NotPossible, "single_unit", message);
        }
        Error::unless_empty(faults, ())
    }
}

/// A stratum, its first-stage clusters sorted by label, and the fraction of its clusters that is in the sample.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FrameStratum {
    label: Vec<String>,
    cluster_labels: Vec<String>,
    fraction: f64,
    /// Where its clusters begin among all.
    pub start: usize,
}

/// The first-stage clusters, sorted by the labels of their stratum and their own.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Frame {
    pub strata: Vec<FrameStratum>,
    pub clusters: usize,
}

impl Frame {
    /// The frame, and the place in it of each first-stage cluster of `units`.
    pub fn of(units: &Units, sampling: &Sampling<'_>) -> (Self, Vec<usize>) {
        let first = units.stages.first().map_or(&[][..], Vec::as_slice);
        let stratum = |parent: u32| units.strata.get(parent as usize).map(|stratum| stratum.label.as_slice());
        let mut order: Vec<usize> = (0..first.len()).collect();
        // By label, so that draws and half samples do not depend on the order of the rows.
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
                frame.strata.push(FrameStratum {
                    label: label.to_vec(),
                    cluster_labels: Vec::new(),
                    fraction,
                    start: new,
                });
            }
            if let Some(last) = frame.strata.last_mut() {
                last.cluster_labels.push(cluster.label.clone());
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
    pub fn size(&self) -> usize {
        self.cluster_labels.len()
    }

    /// The places of its clusters among all.
    pub fn clusters(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.size()
    }

    /// What the weights of n - 1 of its n clusters are multiplied by.
    pub fn raise(&self) -> f64 {
        self.size() as f64 / (self.size() as f64 - 1.0)
    }

    fn shown(&self) -> String {
        if self.label.is_empty() { "the sample".to_owned() } else { self.label.join(" / ") }
    }
}

/// The factors of every replicate, held by cluster and never by row: those of a jackknife and of balanced half samples
/// follow from their place, a bootstrap keeps the clusters that were drawn.
#[derive(Clone, Debug)]
pub struct ReplicateFactors(Arc<Held>);

/// How R makes replicates.
pub(crate) struct RReplicates {
    /// The arguments of `as.svrepdesign`.
    pub how: String,
    /// Whether R pairs the clusters of a stratum in the order of the rows.
    pub paired: bool,
}

#[derive(Debug)]
pub(crate) struct Held {
    pub replication: Replication,
    pub frame: Frame,
    /// For a bootstrap: the clusters that were drawn, one list of the same length per replicate.
    pub draws: Vec<u32>,
    /// The same as they are added up, for each stratum that has two clusters or more.
    pub picks: Vec<Picks>,
    pub count: usize,
    scale: f64,
    rscales: Vec<f64>,
}

impl ReplicateFactors {
    /// The factors of this frame.
    pub(crate) fn new(replication: Replication, frame: Frame, design: &Design) -> Result<Self> {
        replication.check(design)?;
        let sizes: Vec<usize> = frame.strata.iter().map(FrameStratum::size).collect();
        let mut held = Held {
            replication,
            draws: Vec::new(),
            picks: Vec::new(),
            count: 0,
            scale: 1.0,
            rscales: Vec::new(),
            frame,
        };
        match replication.method {
            Method::Jk1 | Method::Jkn => held.jackknife(),
            Method::Brr | Method::Fay => held.balanced()?,
            Method::Bootstrap => held.draw(),
        }
        // Strata of one cluster cannot vary: nothing would differ from replicate to replicate.
        if held.count == 0 || sizes.iter().all(|size| *size < 2) {
            let message = "there is no stratum with two clusters, so there are no replicates";
            return Err(Error::new(FaultKind::NotPossible, "clusters", message));
        }
        Ok(Self(Arc::new(held)))
    }

    pub(crate) fn frame(&self) -> &Frame {
        &self.0.frame
    }

    /// How many replicates there are.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?.replicates(Replication::bootstrap(50, 1))?;
    /// assert_eq!(survey.replication().unwrap().count(), 50);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.count
    }

    /// What the sum of squares is multiplied by.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?.replicates(Replication::jk1())?;
    /// assert_eq!(survey.replication().unwrap().scale(), 0.75);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn scale(&self) -> f64 {
        self.0.scale
    }

    /// What each replicate's square is multiplied by.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().strata("area").cluster("street"))?;
    /// let survey = survey.replicates(Replication::jkn())?;
    /// assert_eq!(survey.replication().unwrap().rscales(), [0.5; 4]);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn rscales(&self) -> Vec<f64> {
        self.0.rscales.clone()
    }

    /// Whether squares are about the estimate.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?.replicates(Replication::jk1())?;
    /// assert!(!survey.replication().unwrap().mse());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn mse(&self) -> bool {
        self.0.replication.mse
    }

    /// Degrees of freedom of the whole sample.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().strata("area").cluster("street"))?;
    /// let survey = survey.replicates(Replication::jkn())?;
    /// assert_eq!(survey.replication().unwrap().df(), 2.0);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn df(&self) -> f64 {
        // As if every cluster had an answer.
        self.df_of(&vec![u64::MAX; self.0.frame.clusters.div_ceil(64)])
    }

    /// One line for people.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Replication, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::text("street", ["Elm", "Oak", "Quay", "Mill"].map(Some)),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new().cluster("street"))?.replicates(Replication::jk1())?;
    /// assert!(survey.replication().unwrap().describe().starts_with("jackknife (jk1)"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
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
        described(&name, self.0.count, &self.spread())
    }

    /// What makes a variance of them.
    pub(crate) fn spread(&self) -> Spread {
        Spread { scale: self.scale(), rscales: self.rscales(), mse: self.mse() }
    }

    /// How R makes the same replicates; `None` where R draws or pairs otherwise.
    pub(crate) fn in_r(&self) -> Option<RReplicates> {
        let replication = self.0.replication;
        let mse = if replication.mse { "TRUE" } else { "FALSE" };
        // Up to here R's matrix is Sylvester's as well; for more strata it has others.
        let same_matrix = (4..=7).contains(&self.0.frame.strata.len());
        let kind = match replication.method {
            Method::Jk1 => "\"JK1\"".to_owned(),
            Method::Jkn => "\"JKn\"".to_owned(),
            Method::Brr if same_matrix => "\"BRR\"".to_owned(),
            Method::Fay if same_matrix => format!("\"Fay\", fay.rho = {}", replication.rho),
            _ => return None,
        };
        let paired = !replication.method.jackknife();
        Some(RReplicates { how: format!("type = {kind}, mse = {mse}"), paired })
    }

    /// The seed, where there were random numbers.
    pub(crate) fn seed(&self) -> Option<u64> {
        (self.0.replication.method == Method::Bootstrap).then_some(self.0.replication.seed)
    }

    /// Whether the factors know the sampling fractions of the first stage.
    pub(crate) fn corrected(&self) -> bool {
        self.0.replication.method.jackknife()
    }

    /// The rank of the replicate weights of these clusters (64 to a number), less one. A closed form: what the weights of
    /// a stratum of which all clusters are there sum to, is known. Drawn clusters are taken to be in general position.
    pub(crate) fn df_of(&self, present: &[u64]) -> f64 {
        let (mut clusters, mut strata, mut whole) = (0_usize, 0_usize, 0_usize);
        for stratum in &self.0.frame.strata {
            let here = counted(present, stratum.clusters());
            clusters += here;
            strata += usize::from(here > 0);
            whole += usize::from(here > 0 && here == stratum.size());
        }
        // The rank of the matrix of replicate weights, less 1, as R's `degf`; counted from clusters, since the matrix
        // itself may have millions of entries.
        let rank = match self.0.replication.method {
            Method::Brr | Method::Fay => strata + usize::from(whole > 0),
            Method::Jk1 | Method::Jkn => clusters - whole.saturating_sub(1),
            // Fewer replicates than clusters span no more than themselves.
            Method::Bootstrap => (clusters - whole.saturating_sub(1)).min(self.0.count),
        };
        rank.saturating_sub(1) as f64
    }

    pub(crate) fn held(&self) -> &Held {
        &self.0
    }
}

impl Held {
    /// One replicate per cluster of every stratum that has two or more.
    fn jackknife(&mut self) {
        for stratum in self.frame.strata.iter().filter(|stratum| stratum.size() > 1) {
            let n = stratum.size() as f64;
            // A jackknife takes the correction for the fraction that was drawn into its factors; other methods cannot.
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
        let strata = || self.frame.strata.iter().filter(|stratum| stratum.size() > 1);
        let mut draws = Vec::with_capacity(count * strata().map(|stratum| stratum.size() - 1).sum::<usize>());
        for replicate in 0..count {
            for stratum in strata() {
                let label = stratum.label.iter().map(String::as_str);
                let mut stream = Stream::keyed(self.replication.seed, replicate as u64, label);
                let drawn = (1..stratum.size()).map(|_| stream.below(stratum.size() as u64) as usize);
                draws.extend(drawn.map(|place| (stratum.start + place) as u32));
            }
        }
        let each = (draws.len() / count.max(1)).max(1);
        let mut from = 0;
        self.picks = strata()
            .map(|stratum| {
                let own = from..from + stratum.size() - 1;
                from = own.end;
                Picks::new(
                    stratum,
                    count,
                    draws.chunks_exact(each).map(|drawn| drawn.get(own.clone()).unwrap_or_default()),
                )
            })
            .collect();
        self.draws = draws;
    }
}

/// How many of the bits from `range.start` up to `range.end` are set.
fn counted(bits: &[u64], range: std::ops::Range<usize>) -> usize {
    let mut count = 0;
    for (place, word) in bits.iter().enumerate().take(range.end.div_ceil(64)).skip(range.start / 64) {
        let (low, high) = (range.start.saturating_sub(place * 64), range.end - place * 64);
        let above = u64::MAX << low;
        let below = if high >= 64 { u64::MAX } else { (1 << high) - 1 };
        count += (word & above & below).count_ones() as usize;
    }
    count
}

/// The place of each first-stage cluster among those of the factors.
pub(crate) fn placed(units: &Units, sampling: &Sampling<'_>, factors: &ReplicateFactors) -> Result<Vec<usize>> {
    let (frame, place_of) = Frame::of(units, sampling);
    if frame == *factors.frame() {
        return Ok(place_of);
    }
    let message = "the replicates belong to rows with other strata or clusters";
    Err(Error::new(FaultKind::SpecMismatch, "replicates", message))
}
