//! Evaluate local partnerships for social cohesion: one plan file, honest estimates, one report.
//!
//! A plan says what is measured and what is hoped for, a table holds the answers; what comes out says of every indicator
//! how large it is, how sure that is, and whether its target is met: yes, no, or *it cannot be told*.
//!
//! ```
//! use cohesion_core::{EvaluationOptions, Language, Plan, ReportAudience, Verdict, read_csv, report};
//!
//! let plan = Plan::read("examples/somerville.toml")?;
//! let answers = read_csv(&std::fs::read("examples/somerville.csv")?)?.table;
//! let evaluation = plan.evaluate(&answers, EvaluationOptions::new())?;
//! let streets = &evaluation.content().indicators[8];
//! assert_eq!(streets.id, "satisfied_streets");
//! assert_eq!(format!("{:.4}", streets.headline.value.unwrap_or_default()), "0.6294");
//! assert_eq!(streets.target.as_ref().map(|target| target.verdict), Some(Verdict::CannotTell));
//!
//! // What leaves the desk hides small groups; only that can be reported.
//! let page = report::html(&evaluation.publish(), Language::Fr, ReportAudience::Residents);
//! assert!(page.contains("lang=\"fr\""));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! Without a plan, a [`Survey`] is a table under a [`Design`], and its verbs give [`Estimates`].
//!
//! # Map
//!
//! | module | what is there |
//! |---|---|
//! | [`plan`], [`codebook`], [`indicator`], [`partnership`] | documents: what is asked, measured and recorded, with every fault at once |
//! | [`table`] | columns, missing values, CSV |
//! | [`scale`] | scores of scales, Cronbach's alpha |
//! | [`sampling`] | how the rows were drawn: design, units, weights and their calibration, replicates |
//! | [`estimation`] | from rows to figures and their errors; every statistic that is one statement |
//! | [`survey`] | what a survey and a summary can be asked: estimates, regression, tests, small areas |
//! | [`estimate`], [`message`] | what results hold; texts in English, French and Dutch |
//! | [`disclosure`] | what must be hidden before tables are published |
//! | [`network`], [`health`] | who works with whom; the review of a partnership by its records and by its partners |
//! | [`evaluate`] | from a plan and its data to an evaluation, a review, an assessment |
//! | [`report`], [`chart`] | what people are given: pages, tables, pictures |
//! | [`error`] | the one error type, and its faults |
//!
//! # From R
//!
//! | R | here |
//! |---|---|
//! | `svydesign(ids, strata, weights, fpc)` | [`Survey::new`] with a [`Design`] |
//! | `as.svrepdesign(d, type = "JK1")` | [`Survey::replicates`] |
//! | `svymean`, `svytotal`, `svyciprop` | [`Survey::mean`], [`Survey::total`], [`Survey::share`] |
//! | `svyratio`, `svyvar`, `svyquantile` | [`Survey::ratio`], [`Survey::variance`], [`Survey::quantile`] |
//! | `svyby(~y, ~g, d, svymean)` | the same verbs with [`EstimateOptions::by`] |
//! | `svycontrast` | [`Estimates::difference`], [`Estimates::contrast`] |
//! | `svyglm`, `svyttest`, `svychisq` | [`Survey::regress`], [`Survey::t_test`], [`Survey::chi_square`] |
//! | `calibrate`, `rake`, `postStratify` | [`Survey::calibrate`] |
//! | `psych::alpha` | [`Survey::alpha`] |

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod call;
pub mod chart;
mod closed_set;
pub mod codebook;
pub mod confidential;
pub mod disclosure;
pub mod error;
pub mod estimate;
pub mod estimation;
pub mod evaluate;
pub mod health;
pub mod indicator;
pub(crate) mod json;
pub mod message;
pub mod network;
pub mod partnership;
pub mod plan;
pub mod report;
pub mod sampling;
pub mod scale;
pub(crate) mod stat;
pub mod survey;
pub mod table;

pub use chart::ReviewPicture;
pub use codebook::scale::{
    Aggregator, AnswersNeeded, Band, DontKnow, MissingRule, Recode, Rounding, ScaleDefinition, ScaleItem, ScoreRescale,
    WordingLicence,
};
pub use codebook::{
    Code, CodeLabel, CodeMeaning, Codebook, MissingCodes, MissingKind, ValidRange, Variable, VariableType, Wave,
};
pub use confidential::{Confidential, Document, Publish, Published};
pub use disclosure::{
    AnonymityClass, Audit, AuditedCell, AuditedCount, HiddenRow, KAnonymity, PublishOptions, PublishTable,
    PublishedTable, PublishedTables, WithoutColumn, k_anonymity, publish,
};
pub use error::{Error, Fault, FaultKind, Result};
pub use estimate::{
    AreaBenchmark, AreaVariances, BenchmarkMethod, CHANGED_BELOW, Calibration, CalibrationMethod, CalibrationRow,
    ChiSquareStatistic, ColumnKind, Comparison, Comparisons, DispositionCount, EligibilityShare, Estimate, EstimateRow,
    Estimates, ExplainedStep, Explanation, Family, FigureKind, Grade, Interval, IntervalMethod, Loss, LossCurve, Note,
    Provenance, RankScore, Readers, Regression, RegressionTerm, Reliability, Remark, ResponseAdjustment, ResponseCell,
    ResponseRate, ResponseRateRow, ResponseRates, Said, Severity, Sheet, SheetCell, SheetColumn, SheetPicture,
    SheetTable, SmallArea, SmallAreas, Statistic, Test, ToSheet, Trimming,
};
pub use estimation::{EstimateOptions, Filter, Margin, Measure, QuantileRule, TotalRule};
pub use evaluate::{Evaluation, EvaluationContent, EvaluationOptions, ScaleScores, SurveyInput};
pub use health::assessment::{
    Assessment, AssessmentContent, DimensionReport, PublishedAssessment, PublishedAssessmentContent, PublishedDimension,
};
pub use health::{
    ActionRow, ActivityRow, AtRiskRow, AttendanceRow, AudienceRow, ChannelRow, Communication, Concentration,
    ConflictRow, Conflicts, CoverageRow, CurveStep, DependencyRow, Finding, FindingCode, FindingSeverity,
    GroupComparison, Ledger, LoadRow, MedianTime, Movement, NeedRow, ObjectiveRow, PastFinding, PublishedFinding,
    PublishedReview, PublishedReviewContent, ReachedRow, RecognitionRow, RecognitionStateRow, RecurringRow,
    Responsibilities, Retention, Review, ReviewContent, ReviewOptions, ReviewPart, ReviewedStakeholder, RoleRow,
    SectorRow, ShareRow, Shares, SurvivalCurve, Theory, TheoryLink, TheoryNode, TimelineRow, TurnoverRow, WithheldRow,
    finding_help, finding_meaning,
};
pub use indicator::{
    Benchmark, Condition, Counting, Denominator, IndicatorDefinition, IndicatorStatistic, IndicatorType, Orientation,
    Origin, Target,
};
pub use message::{
    CellOfRow, Language, NoteCode, NoteValue, Text, format_date, format_integer, format_number, format_percent,
};
pub use network::{
    FigureSpan, Lost, Network, NetworkFigure, NetworkOptions, NetworkResult, NetworkRow, PlanTies, Seeded,
    SymmetryRule, TieChoice, TwoMode,
};
pub use partnership::{
    Across, Action, ActionStatus, Activity, AgreedShare, AgreedShares, AssessmentDefinition, AssessmentDimension,
    Attendance, Audience, Cadence, CadenceUnit, Channel, ColumnType, Conflict, Contribution, ContributionStatus,
    Crosshair, Delivery, Dose, Event, Membership, Need, Objective, Partnership, PlannedResult, Rate, Recognition,
    RecordColumn, RecordKind, RecordReference, Records, Responsibility, ResultLevel, Role, Row, SECTORS, Setting,
    Stakeholder, Tie,
};
pub use plan::{
    Checked, GroupDisclosure, MAX_PLAN_BYTES, MAX_PLAN_DEPTH, PLAN_FORMAT, PLAN_SCHEMA, Pairing, Plan, PlanDocument,
    PublishRule, ReportSection, SurveySection,
};
pub use report::{
    BandReport, Basis, GroupReport, IndicatorReport, LeftOut, PublishedEvaluation, ReportAudience, ReportContent,
    Sample, ScaleReport, TargetReport, Verdict, WaveReport, note_text,
};
pub use sampling::{
    CalibrationOptions, Design, DrawnSample, PopulationMargins, PopulationTotal, Progress, ReplicateFactors,
    ReplicateWeights, Replication, SingleUnit, Survey, WeightLimits,
};
pub use scale::{InvalidAnswers, ItemAnswers, Scores};
pub use survey::{CountRow, CountTable, RegressionOptions, ResponseOptions, SmallAreaOptions, Summary, SummarySpec};
pub use table::{
    Column, Csv, CsvGuess, Decimal, Labels, MISSING_CODE, Numbers, Table, TextEncoding, Unparsed, Values, read_csv,
};
