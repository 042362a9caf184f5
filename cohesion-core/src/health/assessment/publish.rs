//! What may leave the desk of a self-assessment.

use serde::{Deserialize, Serialize};

use super::content::{
    Agreement, AgreementBetween, AgreementWithin, AssessmentContent, Change, DimensionReport, Quadrant, Response,
    SectorResponse, Spread, Standing, WaveFigure,
};
use crate::confidential::{Document, Publish, Published};
use crate::disclosure::texts as disclosure_texts;
use crate::estimate::{Estimate, Note, Provenance};
use crate::health::texts;
use crate::message::Text;
use crate::partnership::{Across, Crosshair};

/// What may be shared of a self-assessment.
///
/// Nothing in it is about a single organisation or person: figures of fewer organisations than the plan asks for are
/// gone, and with them what would give one away by subtraction.
pub type PublishedAssessment = Published<PublishedAssessmentContent>;

/// Everything that a published self-assessment says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedAssessmentContent {
    /// What the partnership is called.
    pub partnership: Option<Text>,
    /// What the assessment is called.
    pub title: Option<Text>,
    /// The wave that the figures are of; `None` where the plan tells no waves apart.
    pub wave: Option<String>,
    /// What readers call it.
    pub wave_label: Option<Text>,
    /// The wave before it that has answers.
    pub wave_before: Option<String>,
    /// What readers call it.
    pub wave_before_label: Option<Text>,
    /// How organisations were put together.
    pub across: Across,
    /// Where importance and performance are divided.
    pub crosshair: Crosshair,
    /// Performance and importance at which high and low are divided; `None` where nothing is divided, and
    /// where it would give a hidden figure away.
    pub crosshair_at: Option<[f64; 2]>,
    /// Level of the intervals.
    pub level: f64,
    /// The lowest and the highest possible rating, where all dimensions have the same and it is known.
    pub range: Option<[f64; 2]>,
    /// From this figure up a dimension is a strength.
    pub strength: Option<f64>,
    /// Below this figure it is a concern.
    pub concern: Option<f64>,
    /// To how many decimals a figure was rounded before it was held against the two.
    pub decimals: Option<u32>,
    /// Figures of fewer organisations are hidden.
    pub minimum_organisations: u64,
    /// Whether partners may read which organisations did not answer.
    pub name_silent: bool,
    /// Who answered.
    pub response: PublishedResponse,
    /// One per dimension, in the order of the plan.
    pub dimensions: Vec<PublishedDimension>,
    /// Findings about the whole.
    pub notes: Vec<Note>,
    /// Where the figures come from.
    pub provenance: Provenance,
}

/// Who answered in the wave, without counts of single organisations.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedResponse {
    /// Organisations that were members on the day of the wave.
    pub organisations: u64,
    /// Organisations of which somebody answered.
    pub answered: u64,
    /// `answered / organisations`, between 0 and 1.
    pub share: Option<f64>,
    /// People who answered something.
    pub people: u64,
    /// By sector, sorted by its name; empty where the plan does not allow to name who is silent.
    pub by_sector: Vec<PublishedSector>,
    /// Organisations that did not answer, where the plan allows to name them.
    pub silent: Vec<String>,
    /// What readers call them, in the same order.
    pub silent_names: Vec<Text>,
}

/// Who answered in one sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedSector {
    /// The sector.
    pub sector: String,
    /// Its organisations.
    pub organisations: u64,
    /// Those of which somebody answered.
    pub answered: u64,
}

/// What may be shared of one dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedDimension {
    /// Id of the dimension.
    pub id: String,
    /// What readers call it.
    pub title: Text,
    /// Id and version of the scale that scored it, `trust@2`, or the variable.
    pub definition: String,
    /// The mean over organisations; its `n` and `n_missing` count people.
    pub performance: Estimate,
    /// How many organisations it rests on.
    /// 0 where the figure is hidden.
    pub organisations: u64,
    /// How far organisations lie apart.
    pub spread: PublishedSpread,
    /// How far people agree.
    pub agreement: Agreement,
    /// Strength, to be discussed, or concern; `None` without cut points or without a figure.
    pub standing: Option<Standing>,
    /// How important it is; `None` where the plan asks no such question.
    pub importance: Option<Estimate>,
    /// Where it lies among the others; `None` where importance was not asked.
    pub quadrant: Option<Quadrant>,
    /// The mean of each wave, from the first to the last.
    pub by_wave: Vec<PublishedWave>,
    /// This wave less the one before, over organisations that answered in both.
    pub change: Option<Change>,
    /// Findings.
    pub notes: Vec<Note>,
}

/// How far organisations lie apart; neither the lowest nor the highest of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedSpread {
    /// The standard deviation, with the number of organisations less one; `None` for one organisation.
    pub sd: Option<f64>,
}

/// The mean of one wave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedWave {
    /// The wave.
    pub wave: String,
    /// How many organisations the figure rests on; 0 where it is hidden.
    pub organisations: u64,
    /// The mean over organisations.
    pub estimate: Estimate,
}

impl Document for PublishedAssessmentContent {
    const KIND: &'static str = "assessment_publication";
    const NAME: &'static str = "assessment";
    const OTHERWISE: &'static str = "this is no published assessment; publish the confidential one first";
}

/// An organisation with a larger part in a figure could be read off it.
const LARGEST_SHARE: f64 = 0.5;
/// So many organisations must be hidden in a difference of two figures, where there are any, for none to be found.
const HIDDEN_TOGETHER: u64 = 3;

impl Publish for AssessmentContent {
    type Published = PublishedAssessmentContent;

    /// The content without what is about few organisations, or one.
    fn published(&self) -> PublishedAssessmentContent {
        let Self {
            partnership,
            title,
            wave,
            wave_label,
            wave_before,
            wave_before_label,
            across,
            crosshair,
            crosshair_at,
            level,
            range,
            strength,
            concern,
            decimals,
            minimum_organisations,
            name_silent,
            response,
            dimensions,
            notes,
            provenance,
        } = self.clone();
        let rule = Rule { minimum: minimum_organisations };
        let dimensions: Vec<_> = dimensions.into_iter().map(|dimension| rule.dimension(dimension)).collect();
        // The crosshair is the mean of all dimensions: the shown ones and it would give the hidden one.
        let crossed = crosshair != Crosshair::Means || dimensions.iter().all(|(_, all_shown)| *all_shown);
        let dimension = |(dimension, _): (PublishedDimension, bool)| PublishedDimension {
            quadrant: dimension.quadrant.filter(|_| crossed),
            ..dimension
        };
        PublishedAssessmentContent {
            partnership,
            title,
            wave,
            wave_label,
            wave_before,
            wave_before_label,
            across,
            crosshair,
            crosshair_at: crosshair_at.filter(|_| crossed),
            level,
            range,
            strength,
            concern,
            decimals,
            minimum_organisations,
            name_silent,
            response: response_published(response, name_silent),
            dimensions: dimensions.into_iter().map(dimension).collect(),
            notes,
            // Who guesses the order of a few ratings could see by the hash of the table whether the guess is right.
            provenance: provenance.published(),
        }
    }
}

fn response_published(response: Response, name_silent: bool) -> PublishedResponse {
    let Response { organisations, answered, share, people, by_sector, by_organisation: _, silent, silent_names } =
        response;
    let sector = |SectorResponse { sector, organisations, answered, people: _ }| PublishedSector {
        sector,
        organisations,
        answered,
    };
    // A sector may be one organisation.
    let by_sector = by_sector.into_iter().filter(|_| name_silent).map(sector).collect();
    PublishedResponse {
        organisations,
        answered,
        share,
        people,
        by_sector,
        silent: silent.into_iter().filter(|_| name_silent).collect(),
        silent_names: silent_names.into_iter().filter(|_| name_silent).collect(),
    }
}

/// Figures of fewer organisations are hidden.
#[derive(Clone, Copy)]
struct Rule {
    minimum: u64,
}

impl Rule {
    /// What may be shown of a dimension, and whether both of its figures are.
    fn dimension(self, dimension: DimensionReport) -> (PublishedDimension, bool) {
        let DimensionReport {
            id,
            title,
            definition,
            performance,
            organisations,
            largest_share,
            spread: Spread { sd, low: _, high: _ },
            agreement,
            standing,
            importance,
            quadrant,
            by_wave,
            change,
            by_organisation: _,
            notes,
        } = dimension;
        let hidden_now = self.why_hidden(&performance, self.few(organisations, largest_share));
        let before = by_wave.len().checked_sub(2).and_then(|place| by_wave.get(place));
        let hidden_before = before.is_some_and(|x| self.why_hidden_in(x).is_some());
        let importance_hidden = importance.as_ref().and_then(|importance| {
            let organisations = importance.df.map_or(1, |df| df as u64 + 1);
            self.why_hidden(importance, organisations < self.minimum)
        });
        let shown = hidden_now.is_none();
        let all_shown = shown && importance_hidden.is_none();
        let dimension = PublishedDimension {
            id,
            title,
            definition,
            performance: or_hidden(performance, hidden_now),
            organisations: if shown { organisations } else { 0 },
            spread: PublishedSpread { sd: sd.filter(|_| shown) },
            agreement: self.agreement(agreement, organisations),
            standing: standing.filter(|_| shown),
            importance: importance.map(|importance| or_hidden(importance, importance_hidden)),
            quadrant: quadrant.filter(|_| all_shown).map(quadrant_published),
            by_wave: by_wave.into_iter().map(|figure| self.wave(figure)).collect(),
            change: change.map(|change| self.change(change, !shown || hidden_before)),
            notes: notes.into_iter().filter(|_| shown).collect(),
        };
        (dimension, all_shown)
    }

    fn wave(self, figure: WaveFigure) -> PublishedWave {
        let hidden = self.why_hidden_in(&figure);
        let WaveFigure { wave, organisations, largest_share: _, estimate } = figure;
        let organisations = if hidden.is_none() { organisations } else { 0 };
        PublishedWave { wave, organisations, estimate: or_hidden(estimate, hidden) }
    }

    fn few(self, organisations: u64, share: Option<f64>) -> bool {
        organisations < self.minimum || share.is_some_and(|share| share > LARGEST_SHARE)
    }

    fn why_hidden_in(self, figure: &WaveFigure) -> Option<Note> {
        self.why_hidden(&figure.estimate, self.few(figure.organisations, figure.largest_share))
    }

    /// Why a figure may not be shown; `None` where it may. A figure that cannot be had keeps its own reason.
    fn why_hidden(self, estimate: &Estimate, few: bool) -> Option<Note> {
        estimate.value?;
        if few {
            return Some(self.few_organisations());
        }
        // Where all organisations say the same, the mean is what each of them said.
        (estimate.se == Some(0.0)).then(|| Note::not_estimable(texts::hidden_unanimous(), ""))
    }

    fn few_organisations(self) -> Note {
        Note::not_estimable(texts::few_organisations(self.minimum), "")
    }

    fn change(self, change: Change, figure_hidden: bool) -> Change {
        let Change { comparison, organisations, only_now, only_before } = change;
        let exposed = |only: u64| (1..HIDDEN_TOGETHER).contains(&only);
        let reason = if figure_hidden || exposed(only_now) || exposed(only_before) {
            // Change, and the figures of both waves, would give the organisations that answered once.
            comparison.estimate.value.map(|_| Note::not_estimable(disclosure_texts::hidden_complementary(), ""))
        } else {
            self.why_hidden(&comparison.estimate, organisations < self.minimum)
        };
        let mut comparison = comparison.published();
        if reason.is_none() {
            return Change { comparison, organisations, only_now, only_before };
        }
        comparison.estimate = or_hidden(comparison.estimate, reason);
        (comparison.p, comparison.p_adjusted) = (None, None);
        Change { comparison, organisations: 0, only_now: 0, only_before: 0 }
    }

    /// Agreement within organisations may rest on fewer of them than the figure.
    fn agreement(self, agreement: Agreement, of_figure: u64) -> Agreement {
        let Agreement { within, between, icc1, icc2 } = agreement;
        // The variance within organisations is that of those with several people, who may be one.
        let few = of_figure < self.minimum || within.organisations < self.minimum;
        let hidden = (few && icc1.value.is_some()).then(|| self.few_organisations());
        Agreement {
            within: self.within(within),
            between: self.between(between),
            icc2: icc2.filter(|_| hidden.is_none()),
            icc1: or_hidden(icc1, hidden),
        }
    }

    fn within(self, within: AgreementWithin) -> AgreementWithin {
        let AgreementWithin { rwg_j, rwg_star, organisations, reason } = within;
        if rwg_star.is_some() && organisations < self.minimum {
            return AgreementWithin { reason: Some(self.few_organisations()), ..AgreementWithin::default() };
        }
        AgreementWithin { rwg_j, rwg_star, organisations, reason }
    }

    fn between(self, between: AgreementBetween) -> AgreementBetween {
        let AgreementBetween { rwg_j, rwg_star, organisations, reason } = between;
        if rwg_star.is_some() && organisations < self.minimum {
            return AgreementBetween { reason: Some(self.few_organisations()), ..AgreementBetween::default() };
        }
        AgreementBetween { rwg_j, rwg_star, organisations, reason }
    }
}

fn quadrant_published(quadrant: Quadrant) -> Quadrant {
    let Quadrant { name, crosses, decided, performance_gap, importance_gap } = quadrant;
    let (performance_gap, importance_gap) = (performance_gap.published(), importance_gap.published());
    Quadrant { name, crosses, decided, performance_gap, importance_gap }
}

/// The figure, or that it is not shown: nothing of it is left then.
fn or_hidden(estimate: Estimate, reason: Option<Note>) -> Estimate {
    reason.map_or_else(|| estimate.published(), |reason| Estimate::not_estimable("hidden", 0, 0, reason))
}
