//! Colours of drawings: the light palette, the same as in the stylesheet.

/// The side of a bar that is worse, or lower.
pub(crate) const FIRST: &str = "#9a3412";
/// Between.
pub(crate) const MIDDLE: &str = "#57606a";
/// The side that is better, or higher; dots and intervals.
pub(crate) const LAST: &str = "#0b5c8a";
/// Text.
pub(crate) const INK: &str = "#1b1f24";
/// What everything is drawn on.
pub(crate) const PAPER: &str = "#ffffff";
/// Lines of an axis.
pub(crate) const FAINT: &str = "#6b7480";
