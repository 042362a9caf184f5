//! Dates as people write them.

use super::Language;

const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    [
        "januari",
        "februari",
        "maart",
        "april",
        "mei",
        "juni",
        "juli",
        "augustus",
        "september",
        "oktober",
        "november",
        "december",
    ],
];

/// A date `YYYY-MM-DD` in words; any other text is given back as it is.
///
/// ```
/// use cohesion_core::{Language, format_date};
/// assert_eq!(format_date("2026-06-30", Language::En), "30 June 2026");
/// assert_eq!(format_date("2026-08-01", Language::Fr), "1er août 2026");
/// assert_eq!(format_date("spring", Language::Nl), "spring");
/// ```
#[must_use]
pub fn format_date(date: &str, language: Language) -> String {
    in_words(date, language).unwrap_or_else(|| date.to_owned())
}

fn in_words(date: &str, language: Language) -> Option<String> {
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    let names = match language {
        Language::En => MONTHS.first()?,
        Language::Fr => MONTHS.get(1)?,
        Language::Nl => MONTHS.get(2)?,
    };
    let month = names.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
    let day: u8 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let day = if day == 1 && language == Language::Fr { "1er".to_owned() } else { day.to_string() };
    Some(format!("{day} {month} {year}"))
}
