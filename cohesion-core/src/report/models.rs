//! Regressions and tests, for a terminal and a notebook.

use super::html::Html;
use super::light::{self, p_value};
use super::tables::note_text;
use super::text;
use super::words;
use crate::estimate::{Regression, SmallAreas, Test};
use crate::message::{Language, format_integer, format_number};

/// The terms of a regression as an aligned table.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, report};
/// let table = Table::new(vec![
///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
/// ])?;
/// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
/// assert!(report::regression_text(&fit, Language::En).contains("area=South"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn regression_text(regression: &Regression, language: Language) -> String {
    text::estimates_text(&regression.estimates(), language)
}

/// The terms of a regression as a small HTML table for a notebook.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, report};
/// let table = Table::new(vec![
///     Column::number("trust", vec![3.0, 4.0, 5.0, 4.0, 2.0]),
///     Column::text("area", ["North", "North", "South", "South", "North"].map(Some)),
/// ])?;
/// let fit = Survey::new(&table, Design::new())?.regress("trust", &["area"], ())?;
/// assert!(report::regression_html(&fit, Language::En).contains("<td>1.50</td>"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn regression_html(regression: &Regression, language: Language) -> String {
    light::estimates_html(&regression.estimates(), language)
}

/// The figures of small areas as an aligned table, and for every area what its figure is made of.
///
/// ```
/// use cohesion_core::{Column, Design, EstimateOptions, Language, SmallAreaOptions, Survey, Table, report};
/// let answers = Table::new(vec![
///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
/// ])?;
/// let known = Table::new(vec![
///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
/// ])?;
/// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
/// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
/// assert!(report::small_areas_text(&areas, Language::En).contains("area 3"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn small_areas_text(areas: &SmallAreas, language: Language) -> String {
    let mut text = text::estimates_text(&areas.estimates(), language);
    for area in &areas.areas {
        let said = words::notes_in_full(&area.estimate.notes, language);
        text::push_notes(&mut text, said.into_iter().map(|note| format!("{}: {note}", area.label)).collect());
    }
    text
}

/// The figures of small areas as a small HTML table for a notebook.
///
/// ```
/// use cohesion_core::{Column, Design, EstimateOptions, Language, SmallAreaOptions, Survey, Table, report};
/// let answers = Table::new(vec![
///     Column::text("area", (0..40).map(|row| Some(format!("area {}", row / 4)))),
///     Column::number("trust", (0..40).map(|row| f64::from((row * 7 % 11) + row / 8)).collect::<Vec<_>>()),
/// ])?;
/// let known = Table::new(vec![
///     Column::text("area", (0..10).map(|area| Some(format!("area {area}")))),
///     Column::number("tenants", (0..10).map(f64::from).collect::<Vec<_>>()),
/// ])?;
/// let trust = Survey::new(&answers, Design::new())?.mean("trust", EstimateOptions::new().by("area"))?;
/// let areas = trust.small_areas(&known, SmallAreaOptions::new().on("tenants"))?;
/// assert!(report::small_areas_html(&areas, Language::Nl).contains("area 3"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn small_areas_html(areas: &SmallAreas, language: Language) -> String {
    light::estimates_html(&areas.estimates(), language)
}

/// A test in one line, and its notes.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, report};
/// let table = Table::new(vec![Column::number("trust", vec![4.0, 6.0, 7.0, 8.0, 5.0])])?;
/// let test = Survey::new(&table, Design::new())?.t_test_against("trust", 5.0, ())?;
/// assert!(report::test_text(&test, Language::En).contains("trust"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn test_text(test: &Test, language: Language) -> String {
    let mut text = text::clean(&line(test, language)) + "\n";
    text::push_notes(&mut text, words::notes_in_full(&test.notes, language));
    text
}

/// A test in one line of HTML.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, report};
/// let table = Table::new(vec![Column::number("trust", vec![4.0, 6.0, 7.0, 8.0, 5.0])])?;
/// let test = Survey::new(&table, Design::new())?.t_test_against("trust", 5.0, ())?;
/// assert!(report::test_html(&test, Language::En).starts_with("<p class=\"cc-light\" lang=\"en\">"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn test_html(test: &Test, language: Language) -> String {
    let mut html = Html::default();
    html.leaf("p", &[("class", "cc-light"), ("lang", language.tag())], &line(test, language));
    html.finish()
}

/// `t (score, goal): -2.31, df 196, p 0.022, n 200`: symbols that are the same in every language.
fn line(test: &Test, language: Language) -> String {
    let mut line = format!("{} ({}): ", test.name, test.variables.join(", "));
    let (Some(statistic), Some(p)) = (test.statistic, test.p) else {
        let reason = test.reason.as_ref().map(|reason| note_text(reason, language));
        return line + reason.as_deref().unwrap_or("–");
    };
    line.push_str(&short(statistic, language));
    let degrees: Vec<String> = [test.df1, test.df2].into_iter().flatten().map(|df| short(df, language)).collect();
    line.push_str(&format!(", df {}, p {}", degrees.join("; "), p_value(p, language)));
    line + &format!(", n {}", format_integer(test.n, language))
}

/// Four significant digits; a whole number has no more than its own.
pub(super) fn short(value: f64, language: Language) -> String {
    let decimals = if value == 0.0 || value.fract() == 0.0 {
        0.0
    } else {
        (3.0 - libm::floor(libm::log10(value.abs()))).clamp(0.0, 12.0)
    };
    format_number(value, decimals as usize, language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::estimate::{Note, texts as common};

    #[test]
    fn one_line_for_people() {
        let json = r#"{"name":"t","variables":["y","g"],"groups":["a","b"],"statistic":-2.51234,"df1":7,"df2":null,
            "p":0.041,"estimate":null,"n":9,"n_missing":0,"reason":null,"notes":[],"method":"m",
            "provenance":{"plan_hash":null,"table_hashes":[],"definition":null,"rule":null,"library_version":"0",
            "seed":null,"as_of":null}}"#;
        let mut test = Test::from_json(json).unwrap();
        assert_eq!(Test::from_json(&test.to_json()).unwrap(), test);
        assert_eq!(test_text(&test, Language::En), "t (y, g): \u{2212}2.512, df 7, p 0.041, n 9\n");
        assert!(test_html(&test, Language::Fr).contains("2,512, df 7, p 0,041"));
        test.statistic = None;
        test.reason = Some(Note::not_estimable(common::one_unit(), ""));
        assert!(test_text(&test, Language::En).contains("Only one sampling unit"));
    }
}
