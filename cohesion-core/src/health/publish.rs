//! What residents may be given of a review.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::assessment::PublishedAssessmentContent;
use super::{
    ActivityRow, AttendanceRow, AudienceRow, ChannelRow, Communication, Concentration, Conflicts, CoverageRow,
    CurveStep, DependencyRow, Finding, GroupComparison, Ledger, LoadRow, MedianTime, Movement, NeedRow, ObjectiveRow,
    PastFinding, ReachedRow, RecognitionRow, RecognitionStateRow, Responsibilities, Retention, ReviewContent,
    ReviewedNetwork, ReviewedStakeholder, RoleRow, SectorRow, ShareRow, Shares, SurvivalCurve, Theory, TheoryLink,
    TheoryNode, TimelineRow, TurnoverRow,
};
use crate::confidential::{Document, Publish, Published};
use crate::estimate::{Note, Provenance, texts};
use crate::health::{FindingCode, FindingSeverity, ReviewPart};
use crate::message::{NoteValue, Text};
use crate::network::NetworkResult;

/// What residents may be given of a review.
pub type PublishedReview = Published<PublishedReviewContent>;

/// The review without what it says of single stakeholders that did not agree to it.
///
/// Conflicts: counts. Findings: those about nobody, and those about stakeholders all of whom agreed; conflicts, actions,
/// partners at risk and parts of a whole never by themselves. The rest is counted by part. Tables in which the rows of
/// those who agreed could be taken from a sum, and so give the rest away, are there only where everybody agreed; what is
/// said of the whole is not said of so few that it is said of one. No hash of records: who guesses a small table could
/// see whether the guess is right.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedReviewContent {
    /// What readers call the partnership.
    pub title: Option<Text>,
    /// The day that was taken as today.
    pub as_of: String,
    /// The day of the review before, where there is one.
    pub previous: Option<String>,
    /// Stakeholders that agreed to be named.
    pub stakeholders: Vec<ReviewedStakeholder>,
    /// Weak points that may be told, the gravest first.
    pub findings: Vec<PublishedFinding>,
    /// Findings of the review before that are gone.
    pub past_findings: Vec<PastFinding>,
    /// What could be looked for with these records: a code that is not here was not judged.
    pub judged: Vec<FindingCode>,
    /// Findings that are only counted, by part.
    pub withheld: Vec<WithheldRow>,
    /// Who does what, towards which objectives.
    pub responsibilities: Responsibilities,
    /// Who carries how much, and what was needed.
    pub shares: Shares,
    /// Who was told what, and when.
    pub communication: Communication,
    /// How many conflicts there were.
    pub conflicts: PublishedConflicts,
    /// Who stays.
    pub retention: PublishedRetention,
    /// What may be shared of the partners' own ratings.
    #[serde(default)]
    pub self_assessment: Option<Published<PublishedAssessmentContent>>,
    /// Who works with whom, as far as networks are large enough.
    #[serde(default)]
    pub networks: Vec<PublishedNetwork>,
    /// Activities and meetings, with their days.
    pub timeline: Vec<TimelineRow>,
    /// What is to be known with the whole.
    pub notes: Vec<Note>,
    /// Whom to ask.
    pub contact: Option<Text>,
    /// Where all this comes from.
    pub provenance: Provenance,
}

/// How many findings a part has that residents are given as a number only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithheldRow {
    /// The part.
    pub part: ReviewPart,
    /// How many.
    pub n: u32,
}

/// A weak point that may be told: neither the records that show it nor the actions that answer it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedFinding {
    /// Code and subject: `no_accountable:dinner`.
    pub id: String,
    /// What it is.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: FindingSeverity,
    /// The id of what it is about; none for the partnership as a whole.
    pub subject: Option<String>,
    /// The stakeholders of which it speaks, all of which agreed.
    pub stakeholders: Vec<String>,
    /// A figure of which more is worse; none where the finding is there or not.
    pub measure: Option<f64>,
    /// The values its sentence needs.
    pub evidence: BTreeMap<String, NoteValue>,
    /// How it moved since the review before; none without one.
    pub movement: Option<Movement>,
}

/// Conflicts as counts.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedConflicts {
    /// Whether there are records of conflicts.
    pub known: bool,
    /// How many came up so far.
    pub n: u32,
    /// How many are open.
    pub open: u32,
    /// How many are settled.
    pub settled: u32,
    /// Settled over all; none of none.
    pub settled_share: Option<f64>,
    /// How many have mediation.
    pub mediated: u32,
    /// How many say that they have none.
    pub not_mediated: u32,
    /// How many of those with mediation are settled.
    pub mediated_settled: u32,
    /// What could not be judged.
    pub notes: Vec<Note>,
}

/// Who stays, without curves of sectors and of persons, and without partners at risk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedRetention {
    /// Stakeholders by days since the partnership began; a curve of few has no steps.
    pub overall: SurvivalCurve,
    /// The same stays by days since joining.
    pub since_joining: SurvivalCurve,
    /// Whether sectors leave at different rates; empty unless everybody agreed.
    pub comparison: GroupComparison,
    /// Turnover; of single stakeholders only where everybody agreed.
    pub turnover: Vec<TurnoverRow>,
    /// One row per stakeholder that takes part and agreed.
    pub attendance: Vec<AttendanceRow>,
    /// Time and leavings before and since the first thanks. A description: no effect of thanks.
    pub recognition: Vec<RecognitionStateRow>,
    /// What is to be known with the figures.
    pub notes: Vec<Note>,
}

/// The network of one kind of tie, without the ties.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PublishedNetwork {
    /// The kind of the ties; `None` where they have none.
    pub kind: Option<String>,
    /// The wave they are of; `None` where they are of none.
    pub wave: Option<String>,
    /// What readers call the wave.
    pub wave_label: Option<Text>,
    /// The network as a whole.
    pub summary: NetworkResult,
    /// Every stakeholder, where everybody agreed.
    pub partners: NetworkResult,
    /// What others say of each stakeholder, where everybody agreed and ties have weights.
    pub received: Option<NetworkResult>,
    /// What is to be known with it.
    pub notes: Vec<Note>,
}

impl Document for PublishedReviewContent {
    const KIND: &'static str = "published_review";
    const NAME: &'static str = "review";
    const OTHERWISE: &'static str = "this is no published review; publish the partners' own first";
}

impl Publish for ReviewContent {
    type Published = PublishedReviewContent;

    fn published(&self) -> PublishedReviewContent {
        let Self {
            title,
            as_of,
            previous,
            stakeholders,
            findings,
            past_findings,
            judged,
            actions: _,
            responsibilities,
            shares,
            communication,
            conflicts,
            retention,
            self_assessment,
            networks,
            timeline,
            notes,
            contact,
            provenance,
        } = self.clone();
        let agreed = Agreed::of(&stakeholders);
        let (findings, withheld) = agreed.findings(findings);
        PublishedReviewContent {
            title,
            as_of,
            previous,
            stakeholders: stakeholders.into_iter().filter(|row| row.publish).map(stakeholder).collect(),
            findings,
            past_findings: past_findings.into_iter().filter_map(|finding| agreed.past(finding)).collect(),
            judged,
            withheld,
            responsibilities: agreed.responsibilities(responsibilities),
            shares: agreed.shares(shares),
            communication: agreed.communication(communication),
            conflicts: conflicts.published(),
            retention: agreed.retention(retention),
            self_assessment: self_assessment.map(|ratings| ratings.publish()),
            networks: networks.into_iter().filter_map(|network| agreed.network(network)).collect(),
            timeline: timeline.into_iter().filter(|row| row.kind != "conflict").map(timeline_row).collect(),
            notes,
            contact,
            // The plan may hold records.
            provenance: provenance.without_hashes(),
        }
    }
}

/// Fewer stakeholders than this can be told apart by neighbours.
const FEW: u64 = 10;
/// What so many gave together is not what one of them gave.
const FEWEST_TOGETHER: usize = 3;
/// A network of fewer partners shows who is tied to whom.
const SMALL_NETWORK: f64 = 5.0;
/// Who gave more than this part of a sum can be read off it.
const DOMINANT: f64 = 0.8;

/// The stakeholders that agreed to be told of.
struct Agreed {
    ids: BTreeSet<String>,
    all: bool,
}

impl Agreed {
    fn of(stakeholders: &[ReviewedStakeholder]) -> Self {
        let agreed = stakeholders.iter().filter(|row| row.publish);
        Self {
            ids: agreed.map(|row| row.stakeholder.clone()).collect(),
            all: stakeholders.iter().all(|row| row.publish),
        }
    }

    fn may(&self, id: &String) -> bool {
        self.ids.contains(id)
    }

    /// Whether a finding may be told that speaks of these stakeholders.
    fn told(&self, code: FindingCode, stakeholders: &[String]) -> bool {
        let shares = [FindingCode::AboveAgreedShare, FindingCode::BelowAgreedShare, FindingCode::LoadConcentrated];
        // The share of all but one is that of the one; why a partner may leave can be a conflict, which has another party.
        let of_a_whole = shares.contains(&code) || code == FindingCode::Overloaded;
        !matches!(code.part(), ReviewPart::Conflicts | ReviewPart::Actions)
            && code != FindingCode::PartnerAtRisk
            && (self.all || !of_a_whole)
            && stakeholders.iter().all(|id| self.may(id))
    }

    /// Findings that may be told, and how many of each part may not.
    fn findings(&self, findings: Vec<Finding>) -> (Vec<PublishedFinding>, Vec<WithheldRow>) {
        let (told, kept): (Vec<Finding>, Vec<Finding>) =
            findings.into_iter().partition(|finding| self.told(finding.code, &finding.stakeholders));
        let withheld = ReviewPart::ALL.into_iter().map(|part| WithheldRow {
            part,
            n: u32::try_from(kept.iter().filter(|finding| finding.code.part() == part).count()).unwrap_or(u32::MAX),
        });
        (told.into_iter().map(finding).collect(), withheld.filter(|row| row.n > 0).collect())
    }

    fn past(&self, finding: PastFinding) -> Option<PastFinding> {
        let PastFinding { id, code, subject, stakeholders, evidence, movement } = finding;
        self.told(code, &stakeholders).then(|| {
            let evidence = without_names(evidence, &stakeholders);
            PastFinding { id, code, subject, stakeholders, evidence, movement }
        })
    }

    /// Those of a list that may be named, and how many may not.
    fn named(&self, list: Vec<String>) -> (Vec<String>, u32) {
        let all = list.len();
        let named: Vec<String> = list.into_iter().filter(|id| self.may(id)).collect();
        let unnamed = u32::try_from(all - named.len()).unwrap_or(u32::MAX);
        (named, unnamed)
    }

    fn responsibilities(&self, responsibilities: Responsibilities) -> Responsibilities {
        let Responsibilities { activities, loads, dependencies, sectors, roles, objectives, theory } = responsibilities;
        let dependencies = dependencies.into_iter().filter(|row| self.may(&row.stakeholder));
        Responsibilities {
            activities: activities.into_iter().map(|row| self.activity(row)).collect(),
            loads: loads.into_iter().filter(|_| self.all).map(load).collect(),
            dependencies: dependencies.map(dependency).collect(),
            sectors: sectors.into_iter().map(|row| self.sector(row)).collect(),
            roles: roles.into_iter().map(|row| self.role(row)).collect(),
            objectives: objectives.into_iter().map(|row| self.objective(row)).collect(),
            theory: theory_published(theory),
        }
    }

    fn activity(&self, row: ActivityRow) -> ActivityRow {
        let ActivityRow { activity, title, start, end, responsible, accountable, consulted, informed, unnamed: _ } =
            row;
        let (responsible, accountable) = (self.named(responsible), self.named(accountable));
        let (consulted, informed) = (self.named(consulted), self.named(informed));
        let unnamed = responsible.1 + accountable.1 + consulted.1 + informed.1;
        ActivityRow {
            activity,
            title,
            start,
            end,
            responsible: responsible.0,
            accountable: accountable.0,
            consulted: consulted.0,
            informed: informed.0,
            unnamed,
        }
    }

    fn role(&self, row: RoleRow) -> RoleRow {
        let RoleRow { role, title, stakeholders, unnamed: _, sectors } = row;
        let (stakeholders, unnamed) = self.named(stakeholders);
        RoleRow { role, title, stakeholders, unnamed, sectors }
    }

    fn objective(&self, row: ObjectiveRow) -> ObjectiveRow {
        let ObjectiveRow { objective, title, owner, shared_by, activities, indicators } = row;
        let owner = owner.filter(|id| self.may(id));
        ObjectiveRow { objective, title, owner, shared_by, activities, indicators }
    }

    fn sector(&self, row: SectorRow) -> SectorRow {
        let SectorRow { sector, expected, stakeholders, representatives } = row;
        SectorRow { sector, expected, stakeholders, representatives: representatives.filter(|_| self.all) }
    }

    fn shares(&self, shares: Shares) -> Shares {
        let Shares { ledgers, needs, recognition, notes } = shares;
        Shares {
            ledgers: ledgers.into_iter().map(|ledger| self.ledger(ledger)).collect(),
            needs: needs.into_iter().map(need).collect(),
            recognition: recognition.into_iter().filter(|_| self.all).map(recognised).collect(),
            notes,
        }
    }

    /// The sum of several givers; who gave what, and how unequally, where everybody agreed.
    fn ledger(&self, ledger: Ledger) -> Ledger {
        let givers = ledger.rows.iter().filter(|row| row.amount > 0.0);
        // Of three, two small gifts leave the third known.
        let few = givers.clone().count() < FEWEST_TOGETHER || givers.clone().any(|row| row.share > DOMINANT);
        let Ledger { kind, unit, total, n, stakeholders, rows, concentration, to_move, agreement, reason, notes } =
            ledger;
        let hidden = !self.all && few && total.is_some();
        let path = format!("shares.ledgers({kind})");
        let why = || Note::not_estimable(texts::hidden_small(FEWEST_TOGETHER), path);
        Ledger {
            total: total.filter(|_| !hidden),
            n: if hidden { 0 } else { n },
            rows: rows.into_iter().filter(|_| self.all).map(share).collect(),
            concentration: concentration.filter(|_| self.all).map(concentration_published),
            to_move: to_move.filter(|_| self.all),
            reason: if hidden { Some(why()) } else { reason },
            kind,
            unit,
            stakeholders,
            agreement,
            notes,
        }
    }

    fn communication(&self, communication: Communication) -> Communication {
        let Communication { channels, reached, audiences, notes } = communication;
        let reached = reached.into_iter().filter(|row| self.may(&row.stakeholder));
        Communication {
            channels: channels.into_iter().map(channel).collect(),
            reached: reached.map(reached_row).collect(),
            audiences: audiences.into_iter().map(audience).collect(),
            notes,
        }
    }

    fn retention(&self, retention: Retention) -> PublishedRetention {
        let Retention {
            overall,
            since_joining,
            by_sector: _,
            comparison,
            representatives: _,
            turnover,
            attendance,
            at_risk: _,
            recognition,
            notes,
        } = retention;
        let few = overall.n < FEW;
        let turnover = turnover.into_iter().filter(|row| self.all || row.stakeholder.is_none());
        PublishedRetention {
            overall: self.curve(overall),
            since_joining: self.curve(since_joining),
            // The statistic of small sectors says in which of them somebody left.
            comparison: if self.all { comparison_published(comparison) } else { GroupComparison::default() },
            turnover: turnover.map(|row| self.turnover(row)).collect(),
            attendance: attendance.into_iter().filter(|row| self.may(&row.stakeholder)).map(attended).collect(),
            recognition: recognition.into_iter().filter(|_| self.all || !few).map(state).collect(),
            notes,
        }
    }

    /// A curve of few stakeholders shows the day on which each of them left.
    fn curve(&self, curve: SurvivalCurve) -> SurvivalCurve {
        let SurvivalCurve { group, clock, n, ended, late_entries, steps, median, after_one_year, notes } = curve;
        let MedianTime { days, low, high, level, method, reason } = median;
        let whole = self.all || n >= FEW;
        let few = || Note::not_estimable(texts::hidden_small(FEW), "retention");
        let median = MedianTime {
            days: days.filter(|_| whole),
            low: low.filter(|_| whole),
            high: high.filter(|_| whole),
            level,
            method,
            reason: if whole { reason } else { Some(few()) },
        };
        SurvivalCurve {
            group,
            clock,
            n,
            ended,
            late_entries,
            steps: steps.into_iter().filter(|_| whole).map(step).collect(),
            median,
            after_one_year: after_one_year.filter(|_| whole),
            notes,
        }
    }

    fn turnover(&self, row: TurnoverRow) -> TurnoverRow {
        let TurnoverRow { of, stakeholder, stays, current, left, left_last_year, years, left_per_year } = row;
        // Years to the day would say on which day somebody left.
        let years = if self.all { years } else { years.round() };
        let rounded = |rate: f64| if self.all { rate } else { (rate * 100.0).round() / 100.0 };
        let left_per_year = left_per_year.map(rounded);
        TurnoverRow { of, stakeholder, stays, current, left, left_last_year, years, left_per_year }
    }

    /// Figures of a whole network that is large enough; partners one by one where everybody agreed. Ties never.
    fn network(&self, network: ReviewedNetwork) -> Option<PublishedNetwork> {
        let ReviewedNetwork { kind, wave, wave_label, summary, partners, received, ties: _, notes } = network;
        summary.value("partners").filter(|n| *n >= SMALL_NETWORK)?;
        let mut partners = partners.published();
        partners.rows.retain(|_| self.all);
        let received = received.filter(|_| self.all).map(NetworkResult::published);
        Some(PublishedNetwork { kind, wave, wave_label, summary: summary.published(), partners, received, notes })
    }
}

impl Conflicts {
    /// Counts: times of one or two conflicts are those of conflicts that neighbours can name.
    pub(crate) fn published(&self) -> PublishedConflicts {
        let Self {
            known,
            n,
            open,
            settled,
            settled_share,
            mediated,
            not_mediated,
            mediated_settled,
            rows: _,
            curves: _,
            recurring: _,
            notes,
        } = self.clone();
        PublishedConflicts { known, n, open, settled, settled_share, mediated, not_mediated, mediated_settled, notes }
    }
}

/// A finding that may be told: paths name rows of records, which residents do not have.
fn finding(finding: Finding) -> PublishedFinding {
    let Finding { id, code, severity, subject, stakeholders, measure, evidence, records: _, actions: _, movement } =
        finding;
    let evidence = without_names(evidence, &stakeholders);
    PublishedFinding { id, code, severity, subject, stakeholders, measure, evidence, movement }
}

/// A finding that is told without a stakeholder may still name one in a list.
fn without_names(mut evidence: BTreeMap<String, NoteValue>, stakeholders: &[String]) -> BTreeMap<String, NoteValue> {
    if stakeholders.is_empty() {
        evidence.remove("stakeholders");
    }
    evidence
}

/// Rows all of whose fields may be told, field by field: one that is added later needs a decision here.
macro_rules! told {
    ($($name:ident: $type:ident { $($field:ident),+ $(,)? })+) => {
        $(fn $name($type { $($field),+ }: $type) -> $type {
            $type { $($field),+ }
        })+
    };
}
told! {
    stakeholder: ReviewedStakeholder { stakeholder, name, sector, member, publish }
    load: LoadRow { stakeholder, responsible, accountable, consulted, informed, tasks, share, expected_share, agreed }
    dependency: DependencyRow { kind, id, stakeholder }
    need: NeedRow { need, what, amount, unit, by, pledged, delivered, met, met_on, days_late, status, reason }
    recognised: RecognitionRow {
        stakeholder, contributions, share_of_contributions, recognitions, share_of_recognitions,
        recognised_contributions, median_days_to_thanks, last_recognition,
    }
    share: ShareRow { stakeholder, n, amount, share, agreed_share, gap }
    concentration_published: Concentration {
        gini, gini_most, gini_normalised, herfindahl, herfindahl_least, herfindahl_normalised,
    }
    channel: ChannelRow {
        channel, title, audience, events, first, last, planned, kept, kept_share, longest_silence_days,
        longest_silence_from, silent_for_days, longest_delay_days, owing,
    }
    reached_row: ReachedRow { stakeholder, meetings, present, share }
    audience: AudienceRow { audience, channels, events, last, planned, kept, longest_delay_days }
    comparison_published: GroupComparison {
        groups, observed, expected, chi_square, df, p, permutation_p, permutations, exact, reason,
    }
    attended: AttendanceRow {
        stakeholder, meetings, present, present_in_a_row, missed_in_a_row, longest_present, last_present,
    }
    state: RecognitionStateRow { state, stays, days, left, left_per_year }
    step: CurveStep { days, at_risk, ended, open, share, se, low, high }
    timeline_row: TimelineRow { kind, id, title, from, to }
    node: TheoryNode { level, id, title, from, to }
    link: TheoryLink { from_level, from, to_level, to }
    coverage_row: CoverageRow { what, n, of, share }
}

fn theory_published(theory: Theory) -> Theory {
    let Theory { nodes, links, cycles, coverage } = theory;
    Theory {
        nodes: nodes.into_iter().map(node).collect(),
        links: links.into_iter().map(link).collect(),
        cycles,
        coverage: coverage.into_iter().map(coverage_row).collect(),
    }
}
