//! Figures of small areas: the model of Fay and Herriot (1979, Journal of the American Statistical Association 74, 269).
//!
//! An area's own survey figure y_i with design-based variance v_i is drawn towards what its covariates tell:
//! g_i y_i + (1 - g_i) x_i' b with g_i = s / (s + v_i), where s is the variance between areas that the covariates leave,
//! estimated by restricted maximum likelihood. The mean squared error is that of Prasad and Rao (1990, the same journal
//! 85, 163) as Datta and Lahiri (2000, Statistica Sinica 10, 613) give it for restricted maximum likelihood. What
//! benchmarking adds to it is the first-order term of Steorts and Ghosh (2013, Statistica Sinica 23, 749). Rao and Molina
//! (2015), Small Area Estimation, chapters 4 and 6.

use std::collections::BTreeSet;

use crate::error::{Error, Fault, FaultKind, Result};
use crate::estimate::{
    AreaBenchmark, AreaVariances, BenchmarkMethod, Estimate, Estimates, Grade, Note, RegressionTerm, Reliability,
    SmallArea, SmallAreas, Statistic,
};
use crate::estimation::interval::t_interval;
use crate::stat::{Matrix, at, t_two_sided};
use crate::survey::small_area::fit::{Fitted, Observed, Scaling, Unfit};
use crate::survey::texts;
use crate::table::Table;

mod fit;

/// Fewer areas than this do not tell how much areas differ.
const MIN_AREAS: usize = 8;
/// How many areas there must be beyond the terms.
const MIN_SPARE: usize = 5;
/// Correlations of the areas' own figures up to this are let pass.
const CORRELATED: f64 = 0.1;
/// An area further from the model than this many standard deviations is named.
const APART: f64 = 3.0;

/// What a small-area model is told; the defaults are the areas' own variances, no benchmark, level 0.95.
///
/// ```
/// use cohesion_core::{AreaVariances, SmallAreaOptions};
/// let options = SmallAreaOptions::new().on("unemployed").on("tenants").variances(AreaVariances::Smoothed);
/// ```
#[derive(Clone, Debug)]
pub struct SmallAreaOptions {
    on: Vec<String>,
    area: Option<String>,
    size: Option<String>,
    whole: Option<Estimates>,
    method: BenchmarkMethod,
    variances: AreaVariances,
    level: f64,
}

impl Default for SmallAreaOptions {
    fn default() -> Self {
        Self {
            on: Vec::new(),
            area: None,
            size: None,
            whole: None,
            method: BenchmarkMethod::default(),
            variances: AreaVariances::default(),
            level: 0.95,
        }
    }
}

impl SmallAreaOptions {
    /// The defaults.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    ///     Column::number("people", vec![100.0; 10]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// // Without a covariate all areas would be drawn to one mean.
    /// assert!(trust.small_areas(&known, SmallAreaOptions::new()).is_err());
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A covariate: a column of numbers known for every area. Several calls add several.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    ///     Column::number("people", vec![100.0; 10]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// assert_eq!(areas.terms[1].term, "tenants");
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn on(mut self, column: impl Into<String>) -> Self {
        self.on.push(column.into());
        self
    }

    /// The column of areas in the table of covariates; that of the estimates unless told.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, FaultKind, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    ///     Column::number("people", vec![100.0; 10]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants").area("quarter"));
    /// assert_eq!(areas.unwrap_err().kind(), FaultKind::MissingColumn);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn area(mut self, column: impl Into<String>) -> Self {
        self.area = Some(column.into());
        self
    }

    /// The column of sizes: how many people each area counts in the figure of the whole.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    ///     Column::number("people", vec![100.0; 10]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// let options = SmallAreaOptions::new().on("tenants").size("people");
    /// assert_eq!(trust.small_areas(&known, options)?.areas.len(), 10);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn size(mut self, column: impl Into<String>) -> Self {
        self.size = Some(column.into());
        self
    }

    /// Makes the figures agree with that of the whole: estimates of the same statistic without groups.
    ///
    /// ```
    /// use cohesion_core::{BenchmarkMethod, Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    ///     Column::number("people", vec![100.0; 10]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// let whole = survey.mean("trust", ())?;
    /// let options = SmallAreaOptions::new().on("tenants").size("people").benchmark(&whole, BenchmarkMethod::Ratio);
    /// let areas = trust.small_areas(&known, options)?;
    /// assert_eq!(areas.benchmark.map(|benchmark| benchmark.target), whole.rows[0].estimate.value);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn benchmark(mut self, whole: &Estimates, method: BenchmarkMethod) -> Self {
        self.whole = Some(whole.clone());
        self.method = method;
        self
    }

    /// Which variance of an area's own figure the model takes.
    ///
    /// ```
    /// use cohesion_core::{AreaVariances, Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    ///     Column::number("people", vec![100.0; 10]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// let options = SmallAreaOptions::new().on("tenants").variances(AreaVariances::Smoothed);
    /// assert_eq!(trust.small_areas(&known, options)?.variances, AreaVariances::Smoothed);
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn variances(mut self, variances: AreaVariances) -> Self {
        self.variances = variances;
        self
    }

    /// Confidence level of the intervals, between 0 and 1.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
    ///     Column::number("people", vec![100.0; 10]),
    /// ])?;
    /// let survey = Survey::new(&answers, Design::new())?;
    /// let trust = survey.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants").level(0.9))?;
    /// assert_eq!(areas.areas[0].estimate.interval.map(|interval| interval.level), Some(0.9));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    #[must_use]
    pub fn level(mut self, level: f64) -> Self {
        self.level = level;
        self
    }
}

impl Estimates {
    /// Figures of small areas by the model of Fay and Herriot (1979): these figures by area, made steadier by what is
    /// known of every area.
    ///
    /// `self` is a mean, share or ratio by one column of areas; `covariates` has one row per area, also for areas where
    /// nobody was asked. An area whose own figure has no variance (nobody or one unit answered, or all alike) gets the
    /// synthetic figure alone, and a note says so. Intervals are t intervals of the root mean squared error with areas
    /// less terms degrees of freedom, those of shares kept between 0 and 1. Figures are not drawn into that range: one
    /// outside is named.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, SmallAreaOptions, Survey, Table};
    /// let place = |row: usize| Some(format!("area {}", row / 4));
    /// let answers = Table::new(vec![
    ///     Column::text("area", (0..40).map(place)),
    ///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
    /// ])?;
    /// let known = Table::new(vec![
    ///     Column::text("area", (0..11).map(|area| Some(format!("area {area}")))),
    ///     Column::number("tenants", (0..11).map(f64::from).collect::<Vec<_>>()),
    /// ])?;
    /// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
    /// assert_eq!((areas.n_areas, areas.areas.len()), (10, 11));
    /// assert_eq!(areas.get("area 10").map(|area| area.gamma), Some(0.0));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] for another statistic, for fewer than 8 areas with a variance or fewer than 5 more than
    /// terms, for a covariate that is constant or made of others, and where a benchmark has no figure or no factor
    /// exists; [`FaultKind::OutOfRange`] for a table of estimates without exactly one key, for the level, and for sizes
    /// that are not positive; [`FaultKind::MissingColumn`], [`FaultKind::NotNumeric`]; [`FaultKind::DuplicateId`] for an
    /// area that stands twice; [`FaultKind::DanglingId`] for an area that the covariates do not have;
    /// [`FaultKind::MissingField`] for a covariate or size that an area lacks, and for a benchmark without sizes;
    /// [`FaultKind::Inconsistent`] for a benchmark of another figure.
    pub fn small_areas(&self, covariates: &Table<'_>, options: SmallAreaOptions) -> Result<SmallAreas> {
        let key = self.check_small_areas(&options)?;
        let known = Known::read(covariates, key, &options)?;
        let areas = self.areas(&known)?;
        let model = Model::of(&areas, &known, &options)?;
        let mut made = Made::of(areas.len(), &model);
        // Sizes stand in the order of the covariates, areas in that of their labels.
        let parts: Vec<f64> = areas.iter().filter_map(|area| known.parts.get(area.row)).copied().collect();
        let benchmark =
            options.whole.as_ref().map(|whole| made.benchmarked(self, whole, &parts, &model, options.method));
        let benchmark = benchmark.transpose()?;
        let mut notes = self.notes.clone();
        notes.extend(self.correlated());
        notes.extend(model.notes(&options, benchmark.as_ref()));
        let provenance = {
            let mut hashes = self.provenance.table_hashes.clone();
            hashes.push(known.fingerprint.clone());
            let mut provenance = self.provenance.clone();
            hashes.sort();
            hashes.dedup();
            provenance.table_hashes = hashes;
            // R's call gives the figures that went in, not those that come out.
            provenance.r_call = None;
            provenance
        };
        let method = model.method(self, &options);
        let count = areas.len();
        let covariance = (0..count).map(|i| (0..=i).map(|j| Some(made.covariance.get(i, j))).collect()).collect();
        let asked = Asked { of: self, options: &options, method: &method };
        let small = areas.into_iter().enumerate().map(|(place, area)| asked.small_area(area, place, &made, &model));
        Ok(SmallAreas {
            statistic: self.statistic,
            variable: self.variable.clone(),
            values: self.values.clone(),
            key: key.to_owned(),
            areas: small.collect(),
            terms: model.terms(&options, &method),
            sigma_u2: model.fitted.sigma_u2,
            sigma_u2_se: model.fitted.variance_of_sigma.sqrt(),
            log_likelihood: model.fitted.log_likelihood,
            n_areas: model.used as u64,
            df: model.df,
            variances: options.variances,
            benchmark,
            covariance,
            notes,
            method,
            provenance,
        })
    }

    /// The one key of the areas.
    fn check_small_areas(&self, options: &SmallAreaOptions) -> Result<&str> {
        let mut faults = Vec::new();
        // The model adds an effect of the area to a figure of the same size everywhere; totals grow with the area.
        if !matches!(self.statistic, Statistic::Mean | Statistic::Share | Statistic::Ratio) {
            let message = format!("small areas take means, shares and ratios, not a {}", self.statistic.as_str());
            faults.push(Fault::new(FaultKind::NotPossible, "statistic", message).value(self.statistic.as_str()));
        }
        if self.keys.len() != 1 {
            let message = "small areas need estimates by one column, that of the areas";
            faults.push(Fault::new(FaultKind::OutOfRange, "by", message).value(self.keys.join(" x ")));
        }
        if !(options.level > 0.0 && options.level < 1.0) {
            faults.push(Fault::new(FaultKind::OutOfRange, "level", "the level lies between 0 and 1"));
        }
        if options.on.is_empty() {
            let message = "name at least one covariate: without one, areas would be drawn to their common mean";
            faults.push(Fault::new(FaultKind::MissingField, "on", message));
        }
        if options.whole.is_some() && options.size.is_none() {
            let message = "a benchmark needs the column of sizes: how many people each area counts";
            faults.push(Fault::new(FaultKind::MissingField, "size", message));
        }
        Error::unless_empty(faults, self.keys.first().map_or("", String::as_str))
    }

    /// Every area, sorted by the bytes of the labels.
    fn areas<'s>(&'s self, known: &Known) -> Result<Vec<Area<'s>>> {
        // Areas are those of the covariates: one without an answer gets a figure as well.
        let of = |label: &str| self.rows.iter().find(|row| row.labels.first().is_some_and(|own| own == label));
        let unknown =
            self.rows.iter().filter_map(|row| row.labels.first()).filter(|label| !known.labels.contains(label));
        let fault = |label: &String| {
            let message = format!("area `{label}` of the estimates has no row among the covariates");
            Fault::new(FaultKind::DanglingId, format!("column[{}]", known.column), message).value(label)
        };
        Error::unless_empty(unknown.map(fault).collect(), ())?;
        let area = |(row, label): (usize, &String)| Area {
            label: label.clone(),
            row,
            direct: of(label).map(|row| &row.estimate),
        };
        let mut areas: Vec<Area<'_>> = known.labels.iter().enumerate().map(area).collect();
        areas.sort_by(|a, b| a.label.cmp(&b.label));
        Ok(areas)
    }

    /// Says where the areas' own figures go together, which the model does not know.
    fn correlated(&self) -> Option<Note> {
        let mut largest = 0.0_f64;
        for i in 0..self.rows.len() {
            for j in 0..i {
                let entry = |i, j| self.covariance_of(i, j);
                if let (Some(a), Some(b), Some(both)) = (entry(i, i), entry(j, j), entry(i, j))
                    && a > 0.0
                    && b > 0.0
                {
                    // The model takes the errors of the areas for independent; clusters or margins that cross areas tie
                    // them together.
                    largest = largest.max(both.abs() / (a * b).sqrt());
                }
            }
        }
        let note = Note::warning(texts::areas_correlated(largest), "");
        (largest > CORRELATED).then_some(note)
    }
}

/// What is known of every area.
struct Known {
    /// The column of areas.
    column: String,
    labels: Vec<String>,
    /// The intercept's 1 and the covariates, area after area.
    rows: Vec<f64>,
    /// Each area's part of the whole.
    parts: Vec<f64>,
    fingerprint: String,
}

impl Known {
    fn read(table: &Table<'_>, key: &str, options: &SmallAreaOptions) -> Result<Self> {
        let column = options.area.as_deref().unwrap_or(key);
        let names = || options.on.iter().chain(&options.size).map(String::as_str);
        let asked = BTreeSet::from_iter(std::iter::once(column).chain(names()));
        let faults = asked.iter().filter(|name| !table.has(name)).map(|name| table.no_such_column(name)).collect();
        Error::unless_empty(faults, ())?;
        let read = table.column(column)?.labels();
        let labels: Vec<String> = (0..table.rows()).map(|row| read.get(row).unwrap_or_default().to_owned()).collect();
        let mut faults = Vec::new();
        for (row, label) in labels.iter().enumerate() {
            let path = format!("column[{column}].row[{}]", row + 1);
            if label.is_empty() {
                faults.push(Fault::new(FaultKind::MissingField, path, format!("row {} names no area", row + 1)));
            } else if labels.iter().take(row).any(|other| other == label) {
                let message = format!("area `{label}` stands twice among the covariates");
                faults.push(Fault::new(FaultKind::DuplicateId, path, message).value(label));
            }
        }
        let mut columns = Vec::new();
        for name in names() {
            columns.push(numbers(table, name, &labels, &mut faults)?);
        }
        let sizes = options.size.as_ref().and_then(|_| columns.pop());
        if let (Some(sizes), Some(name)) = (&sizes, &options.size) {
            let bad = sizes.iter().position(|size| *size <= 0.0);
            faults.extend(bad.map(|row| {
                let message = format!("the size in row {} is not above 0", row + 1);
                Fault::new(FaultKind::OutOfRange, format!("column[{name}].row[{}]", row + 1), message)
            }));
        }
        Error::unless_empty(faults, ())?;
        let mut rows = Vec::with_capacity(labels.len() * (columns.len() + 1));
        for row in 0..labels.len() {
            rows.push(1.0);
            rows.extend(columns.iter().map(|column| at(column, row)));
        }
        let sizes = sizes.unwrap_or_default();
        let sum: f64 = sizes.iter().sum();
        let parts = sizes.iter().map(|size| size / sum).collect();
        let fingerprint = table.select(&asked)?.fingerprint();
        Ok(Self { column: column.to_owned(), labels, rows, parts, fingerprint })
    }

    fn width(&self) -> usize {
        self.rows.len() / self.labels.len().max(1)
    }
}

/// The numbers of a column; a fault for each area without one.
fn numbers(table: &Table<'_>, name: &str, labels: &[String], faults: &mut Vec<Fault>) -> Result<Vec<f64>> {
    let numbers = table.column(name)?.squarable()?.values.into_owned();
    for (row, (_, label)) in numbers.iter().zip(labels).enumerate().filter(|(_, (number, _))| number.is_nan()) {
        let message = format!("area `{label}` has no number in column `{name}`");
        faults.push(
            Fault::new(FaultKind::MissingField, format!("column[{name}].row[{}]", row + 1), message).value(label),
        );
    }
    Ok(numbers)
}

/// One area and its own figure.
struct Area<'s> {
    label: String,
    /// Its row among the covariates.
    row: usize,
    direct: Option<&'s Estimate>,
}

impl Area<'_> {
    /// The area's own figure with its variance, where it has one.
    fn own(&self) -> Option<(f64, f64)> {
        let direct = self.direct?;
        Some((direct.value?, direct.se.filter(|se| *se > 0.0)?.powi(2)))
    }
}

/// The fitted model and what it took of every area.
struct Model {
    fitted: Fitted,
    scaling: Scaling,
    /// Standardised covariates of every area.
    columns: Vec<f64>,
    /// Own figure and sampling variance of every area that has them.
    own: Vec<Option<(f64, f64)>>,
    used: usize,
    df: f64,
}

impl Model {
    fn of(areas: &[Area<'_>], known: &Known, options: &SmallAreaOptions) -> Result<Self> {
        let width = known.width();
        let own = match options.variances {
            AreaVariances::Direct => areas.iter().map(Area::own).collect(),
            AreaVariances::Smoothed => smoothed(areas),
        };
        let used = own.iter().flatten().count();
        // A variance between areas cannot be told from few of them.
        if used < MIN_AREAS || used < width + MIN_SPARE {
            let message = format!(
                "too few areas: {used} have a figure of their own with a variance, and {} covariates need at least {}",
                width - 1,
                MIN_AREAS.max(width + MIN_SPARE)
            );
            return Err(Fault::new(FaultKind::NotPossible, "areas", message).value(used).into());
        }
        let row = |area: &Area<'_>| {
            known.rows.get(area.row * width..(area.row + 1) * width).unwrap_or_default().iter().copied()
        };
        let all: Vec<f64> = areas.iter().flat_map(row).collect();
        // The model is fitted on areas that have a figure and a variance, and used for all.
        let inside = || own.iter().map(Option::is_some);
        let unfit = |unfit| refused(unfit, &options.on);
        let taken: Vec<f64> = all
            .chunks_exact(width)
            .zip(inside())
            .filter(|(_, own)| *own)
            .flat_map(|(row, _)| row.iter().copied())
            .collect();
        let scaling = Scaling::of(width, &taken).map_err(unfit)?;
        let (figures, variances) = own.iter().flatten().copied().unzip();
        let observed = Observed { width, columns: scaling.apply(&taken), figures, variances };
        let fitted = observed.fit().map_err(unfit)?;
        let columns = scaling.apply(&all);
        Ok(Self { fitted, scaling, columns, own, used, df: (used - width) as f64 })
    }

    /// The standardised covariates of an area.
    fn x(&self, place: usize) -> &[f64] {
        let width = self.fitted.coefficients.len();
        self.columns.get(place * width..(place + 1) * width).unwrap_or_default()
    }

    /// The part of an area's figure that is its own survey.
    fn gamma(&self, place: usize) -> f64 {
        self.own.get(place).copied().flatten().map_or(0.0, |(_, variance)| self.fitted.gamma(variance))
    }

    /// The variance of what the areas' figures together miss of the whole, which is taken to be the sum of the areas' own
    /// figures: a' (V - X (X' V^-1 X)^-1 X') a with a the part of the area times what it borrows.
    fn missed(&self, parts: &[f64]) -> f64 {
        let own = |place: usize| self.own.get(place).copied().flatten();
        let reach = |place: usize| {
            let part = at(parts, place);
            own(place).map_or(0.0, |_| part * (1.0 - self.gamma(place)))
        };
        let mut variance = 0.0;
        for i in 0..parts.len() {
            // The variance of what the figures of all areas together miss: each counts by its share and by what it
            // borrowed, and the coefficients, which all areas have in common, take some of it away.
            variance += reach(i).powi(2) * own(i).map_or(0.0, |(_, sampling)| sampling + self.fitted.sigma_u2);
            for j in 0..parts.len() {
                variance -= reach(i) * reach(j) * self.fitted.spread(self.x(i), self.x(j));
            }
        }
        variance.max(0.0)
    }

    fn method(&self, of: &Estimates, options: &SmallAreaOptions) -> String {
        let figures = of.rows.first().map_or("", |row| row.estimate.method.as_str());
        let benchmark = match (&options.whole, options.method) {
            (None, _) => "",
            (Some(_), BenchmarkMethod::Ratio) => ", benchmarked by a factor",
            (Some(_), BenchmarkMethod::Difference) => ", benchmarked by a difference",
        };
        let variances = options.variances.as_str();
        format!(
            "fay_herriot on {}, restricted maximum likelihood, {variances} variances{benchmark}; {figures}",
            options.on.join(", ")
        )
    }

    /// The coefficients in the units of the covariates, held against t.
    fn terms(&self, options: &SmallAreaOptions, method: &str) -> Vec<RegressionTerm> {
        let back = self.scaling.back();
        let covariance = back.times(&self.fitted.covariance).times(&back.transposed());
        let width = self.fitted.coefficients.len();
        let term = |i: usize| {
            let value: f64 = self.fitted.coefficients.iter().enumerate().map(|(j, b)| back.get(i, j) * b).sum();
            let se = covariance.get(i, i).max(0.0).sqrt();
            let variable = i.checked_sub(1).and_then(|place| options.on.get(place)).cloned();
            let statistic = (se > 0.0).then(|| value / se);
            let estimate = Estimate {
                value: Some(value),
                se: Some(se),
                df: Some(self.df),
                n: self.used as u64,
                interval: t_interval(value, se, self.df, options.level),
                method: method.to_owned(),
                ..Estimate::default()
            };
            RegressionTerm {
                term: variable.clone().unwrap_or_else(|| "(Intercept)".to_owned()),
                variable,
                level: None,
                estimate,
                statistic,
                p: statistic.and_then(|statistic| t_two_sided(statistic, self.df)),
            }
        };
        (0..width).map(term).collect()
    }

    fn notes(&self, options: &SmallAreaOptions, benchmark: Option<&AreaBenchmark>) -> Vec<Note> {
        let mut notes = Vec::new();
        if self.fitted.sigma_u2 <= 0.0 {
            notes.push(Note::warning(texts::no_area_variance(&options.on), ""));
        }
        if options.variances == AreaVariances::Smoothed {
            notes.push(Note::information(texts::smoothed_variances(), ""));
        }
        notes.extend(benchmark.map(|benchmark| {
            Note::information(
                match benchmark.method {
                    BenchmarkMethod::Ratio => texts::benchmarked_by_ratio(),
                    BenchmarkMethod::Difference => texts::benchmarked_by_difference(),
                },
                "",
            )
        }));
        notes
    }
}

/// Own figures with one variance per answer for all areas.
fn smoothed(areas: &[Area<'_>]) -> Vec<Option<(f64, f64)>> {
    let (mut sum, mut df) = (0.0, 0.0);
    for area in areas {
        if let (Some((_, variance)), Some(direct)) = (area.own(), area.direct) {
            let own = direct.df.unwrap_or_default();
            // Pooled over areas by degrees of freedom: one variance per answer, of which an area of n answers has the
            // n-th part. Small areas have variances that are hardly known themselves.
            sum += own * direct.n as f64 * variance;
            df += own;
        }
    }
    let per_answer = sum / df;
    let own = |area: &Area<'_>| {
        let direct = area.direct.filter(|direct| direct.n > 0)?;
        Some((direct.value?, per_answer / direct.n as f64))
    };
    if per_answer > 0.0 { areas.iter().map(own).collect() } else { areas.iter().map(|_| None).collect() }
}

/// The fault for covariates that give no model.
fn refused(unfit: Unfit, on: &[String]) -> Error {
    let name = |place: usize| place.checked_sub(1).and_then(|place| on.get(place)).cloned().unwrap_or_default();
    let (place, message) = match unfit {
        Unfit::Constant(place) => {
            (place, format!("`{}` is the same in every area with a figure: it tells nothing apart", name(place)))
        }
        Unfit::Collinear(place, made) => {
            let made: Vec<String> = made.into_iter().map(|other| format!("`{}`", name(other))).collect();
            (place, format!("`{}` is a combination of {}: leave one of them out", name(place), made.join(", ")))
        }
    };
    Fault::new(FaultKind::NotPossible, format!("column[{}]", name(place)), message).value(name(place)).into()
}

/// The figures and the covariance of their errors.
struct Made {
    values: Vec<f64>,
    covariance: Matrix,
}

impl Made {
    fn of(count: usize, model: &Model) -> Self {
        let fitted = &model.fitted;
        let value = |place: usize| {
            let (gamma, synthetic) = (model.gamma(place), fitted.synthetic(model.x(place)));
            let own = model.own.get(place).copied().flatten().map_or(synthetic, |(own, _)| own);
            gamma * own + (1.0 - gamma) * synthetic
        };
        let entry = |i: usize, j: usize| match (i == j, model.own.get(i).copied().flatten()) {
            (true, Some((_, variance))) => fitted.mse(model.x(i), variance),
            (true, None) => fitted.mse_synthetic(model.x(i)),
            // Two areas share the error of the coefficients, each as far as it borrows.
            (false, _) => (1.0 - model.gamma(i)) * (1.0 - model.gamma(j)) * fitted.spread(model.x(i), model.x(j)),
        };
        Self { values: (0..count).map(value).collect(), covariance: Matrix::from_fn(count, entry) }
    }

    /// Makes the figures agree with that of the whole.
    fn benchmarked(
        &mut self,
        of: &Estimates,
        whole: &Estimates,
        parts: &[f64],
        model: &Model,
        method: BenchmarkMethod,
    ) -> Result<AreaBenchmark> {
        let target = target(of, whole)?;
        let before: f64 = self.values.iter().zip(parts).map(|(value, part)| value * part).sum();
        let added = model.missed(parts);
        let applied = match method {
            BenchmarkMethod::Ratio => target.0 / before,
            BenchmarkMethod::Difference => target.0 - before,
        };
        // A factor below 0 would turn the order of the areas around.
        if method == BenchmarkMethod::Ratio && !(applied.is_finite() && applied > 0.0) {
            let message = format!("no factor turns {before} into {}: benchmark by the difference", target.0);
            return Err(Error::new(FaultKind::NotPossible, "benchmark", message));
        }
        let reach: Vec<f64> = self
            .values
            .iter()
            .map(|value| if method == BenchmarkMethod::Ratio { value / before } else { 1.0 })
            .collect();
        for value in &mut self.values {
            *value = if method == BenchmarkMethod::Ratio { *value * applied } else { *value + applied };
        }
        self.covariance.add_outer(&reach, added);
        Ok(AreaBenchmark { method, target: target.0, target_se: target.1, before, applied, added_variance: added })
    }
}

/// The figure of the whole and its error.
fn target(of: &Estimates, whole: &Estimates) -> Result<(f64, Option<f64>)> {
    let same = of.statistic == whole.statistic && of.variable == whole.variable && of.values == whole.values;
    let [row] = whole.rows.as_slice() else {
        let message = format!("the benchmark is one figure, not {}", whole.rows.len());
        return Err(Error::new(FaultKind::Inconsistent, "benchmark", message));
    };
    if !same {
        let message = format!(
            "the benchmark is the {} of `{}`, the areas' figures the {} of `{}`: both must be the same question",
            whole.statistic.as_str(),
            whole.variable,
            of.statistic.as_str(),
            of.variable
        );
        return Err(Error::new(FaultKind::Inconsistent, "benchmark", message));
    }
    let value = row.estimate.value.ok_or_else(|| {
        Error::new(
            FaultKind::NotPossible,
            "benchmark",
            "the benchmark cannot be estimated, so nothing can agree with it",
        )
    })?;
    Ok((value, row.estimate.se))
}

/// What every area's result needs to know.
struct Asked<'a> {
    of: &'a Estimates,
    options: &'a SmallAreaOptions,
    method: &'a str,
}

impl Asked<'_> {
    fn small_area(&self, area: Area<'_>, place: usize, made: &Made, model: &Model) -> SmallArea {
        let own = model.own.get(place).copied().flatten();
        let (gamma, synthetic) = (model.gamma(place), model.fitted.synthetic(model.x(place)));
        let value = at(&made.values, place);
        let mse = made.covariance.get(place, place).max(0.0);
        let deviation = own.map(|(_, variance)| (variance + model.fitted.sigma_u2).sqrt());
        let residual = own.zip(deviation).map(|((own, _), deviation)| (own - synthetic) / deviation);
        let mut estimate = Estimate {
            value: Some(value),
            se: Some(mse.sqrt()),
            df: Some(model.df),
            n: area.direct.map_or(0, |direct| direct.n),
            n_missing: area.direct.map_or(0, |direct| direct.n_missing),
            interval: t_interval(value, mse.sqrt(), model.df, self.options.level),
            method: self.method.to_owned(),
            notes: self.notes(own.is_some(), gamma, residual, value),
            ..Estimate::default()
        };
        if let (Statistic::Share, Some(interval)) = (self.of.statistic, &mut estimate.interval) {
            // The model is linear and does not know that a share ends at 0 and 1; the figure itself is left as it is
            // and noted.
            (interval.low, interval.high) = (interval.low.clamp(0.0, 1.0), interval.high.clamp(0.0, 1.0));
        }
        estimate.reliability = Some(self.grade(&estimate, gamma));
        SmallArea {
            label: area.label,
            estimate,
            gamma,
            synthetic,
            direct: area.direct.cloned(),
            sampling_variance: own.map(|(_, variance)| variance),
            residual,
        }
    }

    fn notes(&self, own: bool, gamma: f64, residual: Option<f64>, value: f64) -> Vec<Note> {
        let covariates = &self.options.on;
        let mut notes = Vec::new();
        if own {
            let percent = libm::round(100.0 * gamma);
            notes.push(Note::information(texts::borrowed_strength(percent, 100.0 - percent, covariates), ""));
        } else {
            notes.push(Note::warning(texts::synthetic_figure(covariates), ""));
        }
        let apart = residual.filter(|residual| residual.abs() > APART);
        notes.extend(apart.map(|residual| Note::warning(texts::area_stands_apart(residual.abs()), "")));
        if self.of.statistic == Statistic::Share && !(0.0..=1.0).contains(&value) {
            notes.push(Note::warning(texts::share_outside(), ""));
        }
        notes
    }

    /// By the rule `small_area`: a share outside 0 to 1 or an interval of 0.30 or wider is unreliable, a figure of which
    /// half or more is borrowed is to be reviewed.
    fn grade(&self, estimate: &Estimate, gamma: f64) -> Reliability {
        let share = self.of.statistic == Statistic::Share;
        let width = estimate.interval.as_ref().map_or(0.0, |interval| interval.high - interval.low);
        let outside = estimate.value.is_some_and(|value| !(0.0..=1.0).contains(&value));
        let (grade, reason) = if share && (outside || width >= 0.30) {
            (Grade::Unreliable, Some("interval_width"))
        } else if gamma < 0.5 {
            (Grade::Review, Some("borrowed"))
        } else if estimate.df.is_some_and(|df| df < 8.0) {
            (Grade::Review, Some("df"))
        } else {
            (Grade::Reliable, None)
        };
        Reliability { grade, rule: "small_area".to_owned(), reason: reason.map(str::to_owned) }
    }
}
