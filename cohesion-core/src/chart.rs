//! Pictures as Vega-Lite specifications: plain data that any Vega-Lite 5 renderer draws. Nothing is computed here;
//! places on a map and losses are asked of the network.
//!
//! Specifications hold their data and no address. Every number that is read - labels of axes, tooltips, what a screen
//! reader is told - is text already written in the report's language; intervals are silent, since each dot says its
//! interval.

mod assessment;
mod network;
mod parts;
mod review;
mod spec;

use serde_json::Value;

use crate::error::{Error, FaultKind, Result};
use crate::estimate::{Sheet, SheetPicture};
use crate::health::assessment::PublishedAssessment;
use crate::message::{Language, phrases, sentence};
use crate::network::Network;
use crate::report::words;
use crate::report::{GroupReport, IndicatorReport, PublishedEvaluation, ShownReview, WaveReport};

pub use review::ReviewPicture;
use spec::{Dots, Mark};

impl Sheet {
    /// The picture that shows the sheet.
    ///
    /// ```
    /// use cohesion_core::{Column, Design, EstimateOptions, Language, Survey, Table, ToSheet, chart};
    /// let table = Table::new(vec![
    ///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0]),
    ///     Column::text("area", [Some("North"), Some("North"), Some("South"), Some("South")]),
    /// ])?;
    /// let by_area = Survey::new(&table, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
    /// let spec = by_area.sheet(Language::En).chart()?;
    /// assert!(chart::alternative(&spec).starts_with("Mean: trust, by area. Highest: South: 4.50"));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`FaultKind::NotPossible`] where no picture shows it.
    pub fn chart(&self) -> Result<Value> {
        let language = self.language;
        match &self.picture {
            None => Err(Error::new(FaultKind::NotPossible, "result", "this result has no picture: its table shows it")),
            Some(SheetPicture::Loss(curve)) => Ok(network::loss_curve(curve, language)),
            Some(SheetPicture::Dots { rows, figure, kind, marks }) => {
                let marks = marks.iter().map(|(label, estimate)| Mark::new(label.clone(), estimate)).collect();
                let (caption, group, figure, kind) = (self.title.clone(), rows.clone(), figure.clone(), *kind);
                Ok(Dots { caption, group, figure, kind, marks, hidden: Vec::new(), language }.spec())
            }
        }
    }
}

/// The picture that says most about an indicator: its groups, else its waves, else its grouped categories, else its
/// figure alone.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, chart, read_csv};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let streets = published.content().indicator("satisfied_streets")?;
/// let spec = chart::indicator(streets, Language::En);
/// assert!(chart::alternative(&spec).contains("Highest"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn indicator(indicator: &IndicatorReport, language: Language) -> Value {
    if let Some(of) = indicator.groups.iter().find(|group| !group.estimates.rows.is_empty()) {
        return groups(indicator, of, language);
    }
    if indicator.by_wave.as_ref().is_some_and(|by_wave| by_wave.rows.len() > 1) {
        return waves(indicator, &[], language);
    }
    if !indicator.bands.is_empty() {
        return bands(indicator, language);
    }
    alone(indicator, language)
}

/// The figure of an indicator by itself.
fn alone(indicator: &IndicatorReport, language: Language) -> Value {
    let marks = vec![Mark::new(words::labels(&[], language), &indicator.headline)];
    parts::of_indicator(indicator, words::title(indicator, language).to_owned(), &phrases::GROUP, marks, language)
        .spec()
}

/// The groups of one column; hidden ones are named without a figure.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, chart, read_csv};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let streets = published.content().indicator("satisfied_streets")?;
/// for group in &streets.groups {
///     assert!(!chart::alternative(&chart::groups(streets, group, Language::En)).is_empty());
/// }
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn groups(indicator: &IndicatorReport, group: &GroupReport, language: Language) -> Value {
    let column = words::group_column(group, language);
    let caption = sentence::by(words::title(indicator, language), column, language);
    let marks = words::groups(group, language).into_iter().map(|(label, estimate)| Mark::new(label, estimate));
    let mut dots = parts::of_indicator(indicator, caption, &phrases::GROUP, marks.collect(), language);
    column.clone_into(&mut dots.group);
    dots.hidden = words::hidden_names(group, language);
    dots.spec()
}

/// The waves of an indicator, in the order and with the names of `waves`, those of [`crate::Sample`]; without waves its
/// figure alone.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, chart, read_csv};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let streets = published.content().indicator("satisfied_streets")?;
/// // One wave only: its figure alone.
/// assert!(!chart::alternative(&chart::waves(streets, &[], Language::En)).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn waves(indicator: &IndicatorReport, waves: &[WaveReport], language: Language) -> Value {
    let marks: Vec<Mark<'_>> = words::by_wave(indicator, waves, language)
        .into_iter()
        .map(|(label, estimate)| Mark::new(label, estimate))
        .collect();
    if marks.is_empty() {
        return alone(indicator, language);
    }
    let name = phrases::WAVE.said(language).to_lowercase();
    let caption = sentence::by(words::title(indicator, language), &name, language);
    parts::of_indicator(indicator, caption, &phrases::WAVE, marks, language).spec()
}

/// The grouped categories of an indicator as one bar; without categories its figure alone.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, chart, read_csv};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let streets = published.content().indicator("satisfied_streets")?;
/// assert!(!chart::alternative(&chart::bands(streets, Language::En)).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn bands(indicator: &IndicatorReport, language: Language) -> Value {
    if indicator.bands.is_empty() { alone(indicator, language) } else { parts::bands(indicator, language) }
}

/// All indicators of a publication: shares on one axis, means on one axis per unit.
///
/// ```
/// use cohesion_core::{EvaluationOptions, Language, Plan, chart, read_csv};
/// let plan = Plan::read("examples/somerville.toml")?;
/// let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
/// let published = plan.evaluate(&answers, EvaluationOptions::new())?.publish();
/// let spec = chart::overview(&published, Language::Nl);
/// assert!(!chart::alternative(&spec).is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn overview(publication: &PublishedEvaluation, language: Language) -> Value {
    parts::overview(publication.content(), language)
}

/// Importance over performance of every dimension of a self-assessment, with both intervals and the cross that divides
/// high and low (Martilla and James 1977).
///
/// ```
/// use cohesion_core::{Column, Language, Plan, Table, chart};
/// let names = ["a", "b", "c", "d", "e"];
/// let stakeholders = names.map(|id| format!("{{ id = '{id}', name = '{id}', sector = 'association' }}")).join(",");
/// let plan = Plan::from_toml(&format!(
///     "[partnership]\nstakeholders = [{stakeholders}]\n\
///      assessment = {{ dimensions = [{{ id = 'open', title = 'Openness', variable = 'open' }}] }}"
/// ))?;
/// let answers = Table::new(vec![
///     Column::text("organisation", names.map(Some)),
///     Column::number("open", vec![4.0, 5.0, 4.0, 3.0, 4.0]),
/// ])?;
/// let published = plan.assess(&answers)?.publish();
/// let spec = chart::importance_performance(&published, Language::En);
/// assert!(!chart::alternative(&spec).is_empty());
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn importance_performance(publication: &PublishedAssessment, language: Language) -> Value {
    assessment::importance_performance(publication.content(), language)
}

/// The network as a map, places by [`Network::layout`], sizes by ties, colours and shapes by the groups of `by`.
///
/// On a map of more than 40 partners only the 40 with most ties are named. Ties are drawn without direction.
///
/// # Errors
/// [`crate::FaultKind::MissingColumn`] for something partners are not grouped by, [`crate::FaultKind::TooLarge`] for more than 2,500
/// partners.
///
/// ```
/// use cohesion_core::{Column, Language, Network, NetworkOptions, Table, chart};
/// let ties = Table::new(vec![
///     Column::text("a", ["city", "police"].map(Some)),
///     Column::text("b", ["police", "club"].map(Some)),
/// ])?;
/// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
/// let map = chart::network(&network, None, Language::En)?;
/// assert!(!chart::alternative(&map).is_empty());
/// # Ok::<(), cohesion_core::Error>(())
/// ```
pub fn network(network: &Network, by: Option<&str>, language: Language) -> Result<Value> {
    network::network_map(network, by, &str::to_owned, language)
}

/// A picture of a review as a Vega-Lite specification; for residents give it what [`crate::Review`] publishes.
///
/// ```
/// use std::collections::BTreeMap;
/// use cohesion_core::{Language, Plan, ReviewOptions, chart};
/// let plan = Plan::from_toml(&Plan::template("partnership")?)?;
/// let review = plan.review(&BTreeMap::new(), ReviewOptions::new("2026-06-30"))?;
/// let spec = chart::review(&review, chart::ReviewPicture::Responsibilities, Language::En);
/// assert_eq!(chart::alternative(&spec), "Who does what in each activity. Most: City: 1. Least: Residents: 1.");
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn review<'r>(review: impl Into<ShownReview<'r>>, picture: ReviewPicture, language: Language) -> Value {
    review::spec(&review.into(), picture, language)
}

/// What somebody who does not see the picture is told: the highest and the lowest figure, and what is hidden.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, ToSheet, chart};
/// let table = Table::new(vec![Column::number("trust", vec![3.0, 4.0, 5.0, 4.0])])?;
/// let mean = Survey::new(&table, Design::new())?.mean("trust", ())?;
/// let spec = mean.sheet(Language::En).chart()?;
/// assert!(chart::alternative(&spec).starts_with("Mean: trust"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn alternative(spec: &Value) -> &str {
    spec.get("description").and_then(Value::as_str).unwrap_or_default()
}
