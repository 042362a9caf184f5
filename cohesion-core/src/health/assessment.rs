//! Self-assessment: the partners' own ratings of the partnership.
//!
//! People are put together within their organisation first, organisations across after that, so that an organisation
//! with many respondents does not outvote the others unless the plan says so. Every figure is a mean over organisations
//! with a t interval over organisations; change pairs organisations; nothing is shown by respondent.

mod agreement;
mod beside;
mod compute;
mod content;
mod figures;
mod findings;
mod publish;

pub(crate) use compute::{DimensionAnswers, Input, ItemColumn, Rated, assess};
pub use content::{
    Agreement, AgreementBetween, AgreementWithin, Assessment, AssessmentContent, Change, DimensionReport,
    OrganisationFigure, OrganisationResponse, Quadrant, QuadrantName, Response, SectorResponse, Spread, Standing,
    StandingName, WaveFigure,
};
pub(super) use findings::review as findings_of;
pub use publish::{
    PublishedAssessment, PublishedAssessmentContent, PublishedDimension, PublishedResponse, PublishedSector,
    PublishedSpread, PublishedWave,
};
