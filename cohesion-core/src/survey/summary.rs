//! The mergeable summary of survey rows.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::texts as common;
use crate::estimate::{Estimates, Note, Provenance, Statistic};
use crate::estimation::accumulate::{Batch, Below, CrossSums, MarginSums, Reading};
use crate::estimation::linearise::Request;
use crate::estimation::measure::ItemSet;
use crate::estimation::r_call::RDesign;
use crate::estimation::{EstimateOptions, Margin, Measure, linearise};
use crate::message::CellOfRow;
use crate::sampling::sample::{WeightLook, weights_of};
use crate::sampling::units::Units;
use crate::sampling::variance::Sampling;
use crate::stat::{at, both, try_chunks};
use crate::survey::spec::SummarySpec;
use crate::survey::summary::powers::PowerSums;
use crate::survey::texts;
use crate::table::{Table, Unparsed};

mod bytes;
mod powers;
pub(crate) mod sharing;

/// How many examples a note of unparsed values shows.
const EXAMPLES: usize = 3;

/// What estimates are computed from: weighted sums per stratum, cluster, cell and measure; never a row.
///
/// A summary is as confidential as its rows. All summaries have the same verbs: [`Summary::new`], [`Summary::add`],
/// [`Summary::merge`] and the estimates.
///
/// ```
/// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
/// let spec = || SummarySpec::new(Design::new()).measures([Measure::mean("x")]);
/// let part = |values: Vec<f64>| Table::new(vec![Column::number("x", values)]);
/// let a = Summary::new(spec())?.add(&part(vec![1.0, 2.0])?)?;
/// let b = Summary::new(spec())?.add(&part(vec![3.0])?)?;
/// let mean = a.merge(b)?.mean("x", ())?;
/// assert_eq!(mean.rows[0].estimate.value, Some(2.0));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    spec: SummarySpec,
    parts: BTreeSet<String>,
    rows: f64,
    weight: WeightLook,
    units: Units,
    margins: Vec<MarginSums>,
    shifts: Vec<Option<f64>>,
    crosses: Vec<CrossSums>,
    powers: Vec<PowerSums>,
    tallies: BTreeMap<TallyKey, Tally>,
    shared: Option<Shared>,
}

/// What a summary lost before it left its owner.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
struct Shared {
    /// As JSON, whose values say themselves what they are.
    #[serde(with = "bytes::as_json")]
    lost: Vec<Note>,
}

/// What was counted while rows were read: texts that are no numbers, codes outside the codebook, kinds of missing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct TallyKey {
    pub code: Tallied,
    pub column: String,
    pub kind: String,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Tallied {
    Unparsed,
    UndeclaredCodes,
    MissingKindOut,
    MissingKindIn,
    NoRegister,
    ColumnAbsent,
}

/// How often, and the first examples with their rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tally {
    pub count: u64,
    pub examples: Vec<(Option<u64>, String)>,
}

impl Summary {
    /// An empty summary of that specification.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] where the specification asks for too much (more than 10 000 measures or margins).
    ///
    /// ```
    /// use cohesion_core::{Design, Measure, Summary, SummarySpec};
    /// let spec = SummarySpec::new(Design::new()).measures([Measure::mean("trust")]);
    /// assert_eq!(Summary::new(spec)?.rows(), 0);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn new(spec: SummarySpec) -> Result<Self> {
        spec.design.refuse_replicate_weights()?;
        if [spec.measures.len(), spec.margins().len(), spec.items.len(), spec.powers.len()]
            .iter()
            // A specification may come from bytes of somebody else: it must not be able to ask for all the memory there
            // is.
            .any(|asked| *asked > 10_000)
        {
            return Err(Error::new(
                FaultKind::OutOfRange,
                "summary",
                "a summary holds at most 10000 measures and margins",
            ));
        }
        let margins = vec![MarginSums::default(); spec.margins().len()];
        Ok(Self {
            parts: BTreeSet::new(),
            rows: 0.0,
            weight: WeightLook::NONE,
            units: Units::default(),
            margins,
            shifts: vec![None; spec.measures.len()],
            crosses: vec![CrossSums::default(); spec.items.len()],
            powers: spec.powers.iter().map(|_| PowerSums::new(spec.margins().len())).collect(),
            tallies: BTreeMap::new(),
            shared: None,
            spec,
        })
    }

    /// Adds the rows of a batch. A batch with the same content as one that was added before is refused, so that no part
    /// counts twice; give small batches, which may be alike by chance, a name with [`Summary::add_part`].
    ///
    /// # Errors
    /// Every fault of the batch's design columns at once, a column that is not there, a column without numbers, a batch
    /// that was added already.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, FaultKind, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// assert_eq!(summary.rows(), 4);
    /// // The same rows count once.
    /// assert_eq!(summary.add(&answers).unwrap_err().kind(), FaultKind::DuplicatePart);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[expect(clippy::should_implement_trait, reason = "every summary has the verb `add`, and it can fail")]
    pub fn add(self, table: &Table<'_>) -> Result<Self> {
        self.add_rows(None, table)
    }

    /// Adds the rows of a batch under a name of its own.
    ///
    /// # Errors
    /// As [`Summary::add`]; [`FaultKind::DuplicatePart`] for the same rows under the same name.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// let more = summary.add_part("another street", &answers)?;
    /// assert_eq!(more.rows(), 8);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn add_part(self, name: &str, table: &Table<'_>) -> Result<Self> {
        self.add_rows(Some(name), table)
    }

    fn add_rows(mut self, part: Option<&str>, table: &Table<'_>) -> Result<Self> {
        let used = self.used_columns(table)?;
        if table.rows() == 0 {
            return Err(Error::new(FaultKind::EmptyTable, "table", "the table has no row"));
        }
        // The hash needs nothing of the sums, so both are made at the same time.
        let (fingerprint, read) = both(|| used.fingerprint(), || self.read(&used));
        // The content is part of the name: the same rows under the same name are the same part, another batch under
        // that name is not.
        let part = part.map_or_else(|| fingerprint.clone(), |name| format!("{name} {fingerprint}"));
        if !self.parts.insert(part) {
            return Err(Error::new(FaultKind::DuplicatePart, "summary", "these rows are in the summary already"));
        }
        read.map(|()| self)
    }

    /// Adds the rows of these columns.
    fn read(&mut self, used: &Table<'_>) -> Result<()> {
        let weights = weights_of(used, &self.spec.design)?;
        self.weight = self.weight.read(used.rows(), weights.as_deref(), self.rows == 0.0);
        let units = self.units.add(used, &self.spec.design)?;
        self.rows += used.rows() as f64;
        let readings = self.readings(used)?;
        let weights = weights.as_deref();
        self.add_margins(used, &units, &readings, weights)?;
        for (cross, set) in self.crosses.iter_mut().zip(&self.spec.items) {
            cross.add(used, set, weights)?;
        }
        self.add_powers(used, &units, weights)
    }

    /// One pass over the rows per margin, but for margins that coarsen another one: those are sums of its sums.
    fn add_margins(
        &mut self,
        table: &Table<'_>,
        units: &[u32],
        readings: &[Reading<'_>],
        weights: Option<&[f64]>,
    ) -> Result<()> {
        let batch = Batch { table, units, n_units: self.units.count() };
        let coarser = self.spec.coarser_margins();
        for (place, margin) in self.spec.margins().enumerate() {
            // Summed from the finer margin below, without another look at the rows.
            if coarser.iter().any(|coarse| coarse.place == place) {
                continue;
            }
            // Taken out, so that the margin and those below it can be changed at the same time.
            let mut sums = self.margins.get_mut(place).map(std::mem::take).unwrap_or_default();
            let slots = sums.slots_of(&batch, margin)?;
            let mut below = Vec::new();
            for coarse in coarser.iter().filter(|coarse| coarse.finer == place) {
                let target = self.margins.get_mut(coarse.place).map(std::mem::take).unwrap_or_default();
                let margin = self.spec.margins().nth(coarse.place).cloned().unwrap_or_default();
                below.push((coarse.place, target.below(&sums, &slots, coarse, &margin, &batch)?));
            }
            let held = self.spec.held_at(place);
            let of = |measure: &usize| Some((readings.get(*measure)?, self.spec.measures.get(*measure)?));
            let asked: Vec<(&Reading<'_>, &Measure)> = held.iter().filter_map(of).collect();
            // A column is one piece of work: its rows are added in their order.
            let added = |places: Range<usize>| {
                let here = asked.get(places).into_iter().flatten();
                here.map(|(reading, measure)| (*reading, *measure, slots.sums(reading, weights))).collect::<Vec<_>>()
            };
            let mut position = 0;
            try_chunks(asked.len(), 1, added, |columns| -> Result<()> {
                for (reading, measure, column) in columns {
                    Reading::refuse_infinite(table, measure, &column)?;
                    sums.absorb(&column, &[], position, held.len());
                    for (_, target) in &mut below {
                        target.absorb(&column, reading, weights, position, held.len());
                    }
                    position += 1;
                }
                Ok(())
            })?;
            below.push((place, Below::from(sums)));
            for (place, target) in below {
                if let Some(slot) = self.margins.get_mut(place) {
                    *slot = target.sums;
                }
            }
        }
        Ok(())
    }

    /// The rows of both.
    ///
    /// # Errors
    /// [`FaultKind::SpecMismatch`] for another specification, [`FaultKind::DuplicatePart`] for a part that is in both,
    /// [`FaultKind::BadFpc`] for a stratum with two population sizes, [`FaultKind::RepeatedCluster`] for a cluster label
    /// in two strata.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let spec = SummarySpec::new(Design::new()).measures([Measure::mean("trust")]);
    /// let north = Summary::new(spec.clone())?.add(&Table::new(vec![Column::number("trust", vec![3.0, 4.0])])?)?;
    /// let south = Summary::new(spec)?.add(&Table::new(vec![Column::number("trust", vec![5.0, 4.0])])?)?;
    /// assert_eq!(north.merge(south)?.mean("trust", ())?.rows[0].estimate.value, Some(4.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn merge(mut self, other: Self) -> Result<Self> {
        // Sums of other questions have other cells and other powers; they cannot be added.
        if self.spec != other.spec {
            return Err(Error::new(FaultKind::SpecMismatch, "summary", "the summaries answer different questions"));
        }
        // Rows that are in both would count twice, and nothing in the sums would show it.
        if let Some(part) = self.parts.intersection(&other.parts).next() {
            let message = format!("part {part} is in both summaries");
            return Err(Error::new(FaultKind::DuplicatePart, "summary", message));
        }
        let unit_of = self.units.merge(&other.units, &self.spec.design)?;
        let by: Vec<f64> =
            self.shifts.iter_mut().zip(&other.shifts).map(|(ours, theirs)| merge_shift(ours, *theirs)).collect();
        let (n_units, unweighted) = (self.units.count(), self.spec.design.weights.is_none());
        for (place, (ours, theirs)) in self.margins.iter_mut().zip(&other.margins).enumerate() {
            let by: Vec<f64> = self.spec.held_at(place).iter().map(|held| at(&by, *held)).collect();
            ours.merge(theirs, &unit_of, &by, n_units, unweighted);
        }
        for ((ours, theirs), set) in self.crosses.iter_mut().zip(&other.crosses).zip(&self.spec.items) {
            ours.merge(theirs, set.items.len());
        }
        for ((ours, theirs), set) in self.powers.iter_mut().zip(&other.powers).zip(&self.spec.powers) {
            ours.merge(theirs, set, &unit_of, n_units);
        }
        for (key, tally) in other.tallies {
            self.tallies.entry(key).or_default().absorb(tally);
        }
        // Before the rows are added, since an empty summary says nothing of weights.
        self.weight = self.weight.merge(other.weight, self.rows == 0.0, other.rows == 0.0);
        if let (Some(ours), Some(theirs)) = (&mut self.shared, other.shared) {
            ours.lost.extend(theirs.lost);
        }
        self.rows += other.rows;
        self.parts.extend(other.parts);
        Ok(self)
    }

    /// The weighted mean of a column that the summary holds.
    ///
    /// # Errors
    /// [`FaultKind::NotHeld`], which names what is held; [`FaultKind::SingleCluster`] for a stratum whose variance
    /// cannot be estimated; [`FaultKind::BadWeight`] where all weights are zero.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// assert_eq!(summary.mean("trust", ())?.rows[0].estimate.value, Some(4.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn mean(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.estimate(Statistic::Mean, &Measure::mean(variable), &options.into())
    }

    /// The weighted share of `values` among those who answered.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::text("safe", ["yes", "no", "yes", "yes"].map(Some))])?;
    /// let spec = SummarySpec::new(Design::new()).measures([Measure::share("safe", ["yes"])]);
    /// let summary = Summary::new(spec)?.add(&answers)?;
    /// assert_eq!(summary.share("safe", ["yes"], ())?.rows[0].estimate.value, Some(0.75));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn share<S: Into<String>>(
        &self,
        variable: &str,
        values: impl IntoIterator<Item = S>,
        options: impl Into<EstimateOptions>,
    ) -> Result<Estimates> {
        let measure = Measure::counted(variable, values)?;
        self.estimate(Statistic::Share, &measure, &options.into())
    }

    /// The weighted total of a column that the summary holds.
    ///
    /// # Errors
    /// As [`Summary::mean`].
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers =
    ///     Table::new(vec![Column::number("visits", vec![3.0, 4.0, 5.0]), Column::number("weight", vec![10.0, 20.0, 10.0])])?;
    /// let spec = SummarySpec::new(Design::new().weights("weight")).measures([Measure::mean("visits")]);
    /// let summary = Summary::new(spec)?.add(&answers)?;
    /// assert_eq!(summary.total("visits", ())?.rows[0].estimate.value, Some(160.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn total(&self, variable: &str, options: impl Into<EstimateOptions>) -> Result<Estimates> {
        self.estimate(Statistic::Total, &Measure::mean(variable), &options.into())
    }

    /// Cronbach's alpha of items that the summary holds, from the rows that answered all of them.
    ///
    /// # Errors
    /// [`FaultKind::NotHeld`] where the summary does not hold these items.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Margin, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("greets", vec![1.0, 2.0, 3.0, 4.0]),
    ///     Column::number("helps", vec![1.0, 2.0, 3.0, 4.0]),
    /// ])?;
    /// let spec = SummarySpec::new(Design::new()).items(["greets", "helps"].map(str::to_owned).to_vec(), Margin::default());
    /// let summary = Summary::new(spec)?.add(&answers)?;
    /// assert_eq!(summary.alpha(&["greets", "helps"].map(str::to_owned), ())?.rows[0].estimate.value, Some(1.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn alpha(&self, items: &[String], options: impl Into<EstimateOptions>) -> Result<Estimates> {
        let options = options.into();
        options.check(Statistic::Alpha)?;
        let margin = options.margin();
        let held = || self.spec.items.iter().map(|set| format!("{} {}", set.items.join(", "), set.margin.describe()));
        let asked = format!("{} {}", items.join(", "), margin.describe());
        let place = self.spec.items.iter().position(|set| set.items == items && set.margin == margin);
        let Some(cross) = place.and_then(|place| self.crosses.get(place)) else {
            return Err(not_held(&asked, held().collect()));
        };
        let answered: Vec<&str> = items.iter().map(String::as_str).collect();
        let like = RDesign::of(&self.spec.design, &margin.within, &answered).filter(|_| margin.is_simple());
        let r_call = like.map(|like| like.alpha(items, margin.by.first()));
        let provenance = Provenance { r_call, ..self.provenance() };
        let set = ItemSet { items: items.to_vec(), margin };
        Ok(super::alpha::table(cross, &set, self.spec.design.is_complex(), options.level, provenance))
    }

    /// Counts something that was seen while rows were prepared.
    pub(crate) fn tally(&mut self, key: TallyKey, tally: Tally) {
        if tally.count > 0 {
            self.tallies.entry(key).or_default().absorb(tally);
        }
    }

    /// What was counted while rows were read.
    pub(crate) fn tallies(&self) -> impl Iterator<Item = (&TallyKey, &Tally)> {
        self.tallies.iter()
    }

    /// The specification.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// assert_eq!(*summary.spec(), SummarySpec::new(Design::new()).measures([Measure::mean("trust")]));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn spec(&self) -> &SummarySpec {
        &self.spec
    }

    /// What was pooled or left out before the summary was shared.
    pub(crate) fn lost_by_sharing(&self) -> &[Note] {
        self.shared.as_ref().map_or(&[], |shared| &shared.lost)
    }

    /// How many rows went in.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// assert_eq!(summary.rows(), 4);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows as u64
    }

    /// How many strata and clusters the design has so far; rows count as clusters where it has none.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", ["North", "North", "South", "South"].map(Some)),
    ///     Column::number("weight", vec![10.0, 20.0, 10.0, 20.0]),
    /// ])?;
    /// let spec = SummarySpec::new(Design::new().strata("area")).measures([Measure::mean("trust")]);
    /// assert_eq!(Summary::new(spec)?.add(&answers)?.design_counts(), (2, 4));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn design_counts(&self) -> (usize, usize) {
        let clusters = self.units.stages.first().map_or(self.rows as usize, Vec::len);
        (self.units.strata.len(), clusters)
    }

    /// Where the figures of this summary come from.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, Measure, Summary, SummarySpec, Table};
    /// let answers = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
    /// let summary = Summary::new(SummarySpec::new(Design::new()).measures([Measure::mean("trust")]))?.add(&answers)?;
    /// assert_eq!(summary.provenance().table_hashes.len(), 1);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn provenance(&self) -> Provenance {
        Provenance::of_tables(self.parts.iter().cloned().collect())
    }

    fn estimate(&self, statistic: Statistic, measure: &Measure, options: &EstimateOptions) -> Result<Estimates> {
        options.check(statistic)?;
        self.weight.refuse_zero(&self.spec.design)?;
        let margin = options.margin();
        let position =
            self.spec.measures.iter().position(|held| held == measure).ok_or_else(|| {
                not_held(&measure.describe(), self.spec.measures.iter().map(Measure::describe).collect())
            })?;
        let place = self
            .spec
            .place_of(&margin)
            .ok_or_else(|| not_held(&margin.describe(), self.spec.margins().map(Margin::describe).collect()))?;
        let held = self.spec.held_at(place);
        let Some(column) = held.iter().position(|held| *held == position) else {
            return Err(not_held(&format!("{} {}", measure.describe(), margin.describe()), Vec::new()));
        };
        let (Some(sums), Some(shift)) = (self.margins.get(place), self.shifts.get(position)) else {
            return Err(not_held(&measure.describe(), Vec::new()));
        };
        sums.cells.refuse_many(&margin.by)?;
        let request = Request {
            statistic,
            measure,
            position: column,
            width: held.len(),
            shift: shift.unwrap_or(0.0),
            options,
            keys: &margin.by,
        };
        let mut estimates = linearise::estimate(
            &request,
            sums,
            &Sampling::of(&self.units, &self.spec.design)?,
            &self.spec.design,
            None,
        );
        estimates.notes.extend(self.notes(statistic, measure, sums, &margin));
        estimates.provenance = self.provenance();
        let like = RDesign::of(&self.spec.design, &margin.within, &[&measure.variable]);
        estimates.provenance.r_call = like.map(|like| like.figure(statistic, measure, options));
        Ok(estimates)
    }

    fn notes(&self, statistic: Statistic, measure: &Measure, sums: &MarginSums, margin: &Margin) -> Vec<Note> {
        let mut notes = Vec::new();
        for (key, tally) in self.tallies().filter(|(key, _)| key.column == measure.variable && !measure.is_share()) {
            notes.push(tally.note(key));
        }
        notes.extend(linearise::call_notes(statistic, sums, &margin.by, self.design_notes()));
        notes
    }

    /// What the weights look like.
    pub(crate) fn design_notes(&self) -> Vec<Note> {
        self.weight.notes(&self.spec.design, self.rows)
    }

    /// The columns this summary reads, as a table that borrows.
    fn used_columns<'t>(&self, table: &'t Table<'_>) -> Result<Table<'t>> {
        let design = &self.spec.design;
        let margins = self.spec.margins().chain(self.spec.items.iter().map(|set| &set.margin));
        let names = design
            .columns()
            .chain(self.spec.measures.iter().map(|measure| measure.variable.as_str()))
            .chain(margins.flat_map(Margin::columns))
            .chain(self.spec.items.iter().flat_map(|set| set.items.iter().map(String::as_str)))
            .chain(self.spec.powers.iter().flat_map(|set| set.variables.iter().map(String::as_str)));
        let names = BTreeSet::from_iter(names);
        Error::unless_empty(table.absent(names.iter().copied()), ())?;
        table.select(&names)
    }

    fn readings<'u>(&mut self, table: &'u Table<'_>) -> Result<Vec<Reading<'u>>> {
        let mut readings = Vec::with_capacity(self.spec.measures.len());
        for (measure, shift) in self.spec.measures.iter().zip(&mut self.shifts) {
            let mut reading = Reading::new(table, measure, *shift)?;
            // A batch without an answer leaves it to the next one.
            if !reading.shift.is_nan() {
                *shift = Some(reading.shift);
            }
            count_unparsed(&mut self.tallies, &measure.variable, std::mem::take(&mut reading.unparsed));
            readings.push(reading);
        }
        Ok(readings)
    }
}

/// Counts texts that are no numbers, and keeps the first.
fn count_unparsed(tallies: &mut BTreeMap<TallyKey, Tally>, column: &str, unparsed: Vec<Unparsed>) {
    if unparsed.is_empty() {
        return;
    }
    let count = unparsed.len() as u64;
    let examples = unparsed.into_iter().take(EXAMPLES).map(|one| (Some(one.row as u64), one.text)).collect();
    let key = TallyKey { code: Tallied::Unparsed, column: column.to_owned(), kind: String::new() };
    tallies.entry(key).or_default().absorb(Tally { count, examples });
}

/// Our shift stays, or becomes theirs where we have none; returns how much theirs lies above ours.
fn merge_shift(ours: &mut Option<f64>, theirs: Option<f64>) -> f64 {
    match (*ours, theirs) {
        (Some(ours), Some(theirs)) => theirs - ours,
        (None, theirs) => {
            *ours = theirs;
            0.0
        }
        (Some(_), None) => 0.0,
    }
}

/// The fault of asking for what is not held.
fn not_held(asked: &str, held: Vec<String>) -> Error {
    let message = format!("the summary does not hold {asked}; it holds: {}", held.join("; "));
    Fault::new(FaultKind::NotHeld, "summary", message).value(asked).allowed(held).into()
}

impl Tally {
    /// The note that says so.
    pub(crate) fn note(&self, key: &TallyKey) -> Note {
        let path = format!("column[{}]", key.column);
        let (column, kind) = (&key.column, &key.kind);
        let examples = || self.examples.iter().map(|(row, value)| CellOfRow { row: *row, value: value.clone() });
        match key.code {
            Tallied::Unparsed => Note::warning(common::unparsed(column, self.count, examples()), path),
            Tallied::UndeclaredCodes => Note::warning(common::undeclared_codes(column, self.count, examples()), path),
            Tallied::MissingKindOut => Note::information(texts::missing_kind_out(kind, self.count), path),
            Tallied::MissingKindIn => Note::information(texts::missing_kind_in(kind, self.count), path),
            Tallied::NoRegister => Note::warning(texts::no_register(kind), path),
            Tallied::ColumnAbsent => Note::warning(texts::column_absent(kind, column), path),
        }
    }

    fn absorb(&mut self, other: Self) {
        self.count += other.count;
        self.examples.extend(other.examples);
        self.examples.truncate(EXAMPLES);
    }
}
