//! Calibrations, adjustments for non-response and response rates, for a terminal and a notebook.

use super::light::{self, Light};
use super::text;
use super::words;
use crate::estimate::{Calibration, Note, ResponseAdjustment, ResponseRates};
use crate::message::{Language, Phrase, format_integer, format_number, format_percent, phrase};

/// The known totals before and after as an aligned table, and its notes.
///
/// ```
/// use cohesion_core::{Column, Design, Language, PopulationMargins, Survey, Table, report};
/// let table = Table::new(vec![
///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
///     Column::number("weight", vec![10.0; 4]),
/// ])?;
/// let survey = Survey::new(&table, Design::new().weights("weight"))?;
/// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
/// let calibrated = survey.calibrate(&known, ())?;
/// let calibration = calibrated.calibration().unwrap();
/// assert!(report::calibration_text(calibration, Language::En).contains("sex"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn calibration_text(calibration: &Calibration, language: Language) -> String {
    plain(&calibration_table(calibration, language), &calibration.notes, language)
}

/// The known totals before and after as a small HTML table for a notebook.
///
/// ```
/// use cohesion_core::{Column, Design, Language, PopulationMargins, Survey, Table, report};
/// let table = Table::new(vec![
///     Column::text("sex", ["f", "f", "m", "f"].map(Some)),
///     Column::number("weight", vec![10.0; 4]),
/// ])?;
/// let survey = Survey::new(&table, Design::new().weights("weight"))?;
/// let known = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.0)]);
/// let calibrated = survey.calibrate(&known, ())?;
/// let calibration = calibrated.calibration().unwrap();
/// assert!(report::calibration_html(calibration, Language::Fr).contains("<table"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn calibration_html(calibration: &Calibration, language: Language) -> String {
    light::render(calibration_table(calibration, language), language)
}

/// The cells of an adjustment for non-response as an aligned table, and its notes.
///
/// ```
/// use cohesion_core::{Column, Design, Language, ResponseOptions, Survey, Table, report};
/// let table = Table::new(vec![
///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
/// ])?;
/// let survey = Survey::new(&table, Design::new())?;
/// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street"))?;
/// let response = answered.response().unwrap();
/// assert!(report::response_text(response, Language::En).contains("Elm"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn response_text(response: &ResponseAdjustment, language: Language) -> String {
    plain(&response_table(response, language), &response.notes, language)
}

/// The cells of an adjustment for non-response as a small HTML table for a notebook.
///
/// ```
/// use cohesion_core::{Column, Design, Language, ResponseOptions, Survey, Table, report};
/// let table = Table::new(vec![
///     Column::text("outcome", ["yes", "no", "yes", "yes"].map(Some)),
///     Column::text("street", ["Elm", "Elm", "Oak", "Oak"].map(Some)),
/// ])?;
/// let survey = Survey::new(&table, Design::new())?;
/// let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new().by("street"))?;
/// let response = answered.response().unwrap();
/// assert!(report::response_html(response, Language::En).contains("Oak"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn response_html(response: &ResponseAdjustment, language: Language) -> String {
    light::render(response_table(response, language), language)
}

/// Response rates as an aligned table, and their notes.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, report};
/// let table = Table::new(vec![Column::text("outcome", ["done", "done", "refused", "no answer"].map(Some))])?;
/// let survey = Survey::new(&table, Design::new())?;
/// let outcomes = [("done", "I"), ("refused", "R"), ("no answer", "UH")];
/// let rates = survey.response_rates("outcome", outcomes, Some(0.5), ())?;
/// assert!(report::response_rates_text(&rates, Language::En).contains("RR1"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn response_rates_text(rates: &ResponseRates, language: Language) -> String {
    plain(&rates_table(rates, language), &rates.notes, language)
}

/// Response rates as a small HTML table for a notebook.
///
/// ```
/// use cohesion_core::{Column, Design, Language, Survey, Table, report};
/// let table = Table::new(vec![Column::text("outcome", ["done", "done", "refused", "no answer"].map(Some))])?;
/// let survey = Survey::new(&table, Design::new())?;
/// let outcomes = [("done", "I"), ("refused", "R"), ("no answer", "UH")];
/// let rates = survey.response_rates("outcome", outcomes, Some(0.5), ())?;
/// assert!(report::response_rates_html(&rates, Language::En).contains("<table"));
/// # Ok::<(), cohesion_core::Error>(())
/// ```
#[must_use]
pub fn response_rates_html(rates: &ResponseRates, language: Language) -> String {
    light::render(rates_table(rates, language), language)
}

fn plain(table: &Light, notes: &[Note], language: Language) -> String {
    let mut written = text::clean(&table.caption) + "\n";
    written.push_str(&text::aligned(&table.columns, &table.rows, table.heads));
    text::push_notes(&mut written, words::notes_in_full(notes, language));
    written
}

fn said(names: &[Phrase], language: Language) -> Vec<String> {
    names.iter().map(|name| phrase(*name, language).to_owned()).collect()
}

fn calibration_table(calibration: &Calibration, language: Language) -> Light {
    let number = |value: f64| format_number(value, if value.fract().abs() < 1e-6 { 0 } else { 1 }, language);
    let row = |row: &crate::estimate::CalibrationRow| {
        let margin = if row.columns.is_empty() {
            phrase(Phrase::Population, language).to_owned()
        } else {
            row.columns.join(" × ")
        };
        vec![
            margin,
            row.levels.join(" / "),
            format_integer(row.n, language),
            number(row.population),
            number(row.before),
            number(row.after),
        ]
    };
    let factor = |value: f64| format_number(value, 2, language);
    Light {
        caption: format!(
            "{}: {}, g {} – {}, {} {} → {}",
            phrase(Phrase::Calibration, language),
            calibration.method.as_str(),
            factor(calibration.g_min),
            factor(calibration.g_max),
            phrase(Phrase::WeightingEffect, language),
            factor(calibration.kish_before),
            factor(calibration.kish_after)
        ),
        columns: said(
            &[
                Phrase::Margin,
                Phrase::Group,
                Phrase::Rows,
                Phrase::Population,
                Phrase::BeforeWeights,
                Phrase::AfterWeights,
            ],
            language,
        ),
        heads: 2,
        rows: calibration.rows.iter().map(row).collect(),
    }
}

fn response_table(response: &ResponseAdjustment, language: Language) -> Light {
    let row = |cell: &crate::estimate::ResponseCell| {
        let labels: Vec<String> = cell.labels.iter().map(|labels| labels.join(" / ")).collect();
        let name = labels.join(" + ");
        vec![
            if name.is_empty() { phrase(Phrase::Overall, language).to_owned() } else { name },
            format_integer(cell.n, language),
            format_integer(cell.n_respondents, language),
            format_percent(cell.rate, 1, language),
            format_number(cell.factor, 3, language),
        ]
    };
    Light {
        caption: phrase(Phrase::ResponseByCell, language).to_owned(),
        columns: said(&[Phrase::Group, Phrase::Rows, Phrase::Answered, Phrase::ResponseRate, Phrase::Factor], language),
        heads: 1,
        rows: response.cells.iter().map(row).collect(),
    }
}

fn rates_table(rates: &ResponseRates, language: Language) -> Light {
    let share = |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format_percent(value, 1, language));
    let row = |row: &crate::estimate::ResponseRateRow| {
        let mut cells = vec![if row.labels.is_empty() {
            phrase(Phrase::Overall, language).to_owned()
        } else {
            row.labels.join(" / ")
        }];
        cells.push(format_integer(row.counts.iter().map(|count| count.n).sum(), language));
        cells.extend(row.rates.iter().map(|rate| share(rate.value)));
        cells.push(share(row.e));
        cells
    };
    let mut columns = said(&[Phrase::Group, Phrase::Rows], language);
    columns.extend((1..=6).map(|place| format!("RR{place}")));
    columns.push("e".to_owned());
    Light {
        caption: format!("{}: {}", phrase(Phrase::ResponseRate, language), rates.disposition),
        columns,
        heads: 1,
        rows: rates.rows.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Design, PopulationMargins, ResponseOptions, Survey, Table};

    #[test]
    fn tables_for_people() {
        let table = Table::new(vec![
            Column::text("sex", ["f", "f", "m", "f"].map(Some)),
            Column::text("outcome", ["yes", "yes", "no", "yes"].map(Some)),
            Column::number("weight", vec![10.0; 4]),
        ])
        .unwrap();
        let survey = Survey::new(&table, Design::new().weights("weight")).unwrap();
        let margins = PopulationMargins::new().groups("sex", [("f", 20.0), ("m", 20.5)]);
        let calibrated = survey.calibrate(&margins, ()).unwrap();
        let calibration = calibrated.calibration().unwrap();
        assert_eq!(Calibration::from_json(&calibration.to_json()).unwrap(), *calibration);
        let text = calibration_text(calibration, Language::En);
        assert!(text.starts_with("Calibration: raking, g 0.67 – 2.05"), "{text}");
        assert!(calibration_text(calibration, Language::Nl).contains("20,5"));
        assert!(calibration_html(calibration, Language::Fr).contains("<caption>Calage"));
        let answered = survey.nonresponse("outcome", ["yes"], ResponseOptions::new()).unwrap();
        let response = answered.response().unwrap();
        assert_eq!(ResponseAdjustment::from_json(&response.to_json()).unwrap(), *response);
        assert!(response_text(response, Language::En).contains("75.0%"), "{}", response_text(response, Language::En));
        assert!(response_html(response, Language::Nl).contains("Allen samen"));
        let rates = survey.response_rates("outcome", [("yes", "I"), ("no", "R")], None, ()).unwrap();
        assert_eq!(ResponseRates::from_json(&rates.to_json()).unwrap(), rates);
        assert!(response_rates_text(&rates, Language::Fr).contains("RR6"));
        assert!(response_rates_html(&rates, Language::En).contains("<th scope=\"col\">RR1</th>"));
    }
}
