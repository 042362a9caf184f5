//! The plan: one document that people can read, compare and hash.

mod document;

pub use document::{PLAN_FORMAT, Pairing, PlanDocument, ReportSection, SurveySection, Wave};
