//! Dates: as documents hold them, and as people write them.

use time::{Date, Month};

use super::Language;

/// The months in their order.
mod months {
    use crate::message::texts;

    texts! {
        word january { en "January", fr "janvier", nl "januari" }
        word february { en "February", fr "février", nl "februari" }
        word march { en "March", fr "mars", nl "maart" }
        word april { en "April", fr "avril", nl "april" }
        word may { en "May", fr "mai", nl "mei" }
        word june { en "June", fr "juin", nl "juni" }
        word july { en "July", fr "juillet", nl "juli" }
        word august { en "August", fr "août", nl "augustus" }
        word september { en "September", fr "septembre", nl "september" }
        word october { en "October", fr "octobre", nl "oktober" }
        word november { en "November", fr "novembre", nl "november" }
        word december { en "December", fr "décembre", nl "december" }
    }
}

/// The date of `YYYY-MM-DD`, where a calendar has it.
pub(crate) fn parse_date(text: &str) -> Option<Date> {
    let digits = |from: usize, to: usize| {
        // Digits alone: a number may be read from `+2` too.
        let part = text.get(from..to).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<u16>().ok()
    };
    let dashes = (text.get(4..5), text.get(7..8)) == (Some("-"), Some("-"));
    if text.len() != 10 || !dashes {
        return None;
    }
    let month = Month::try_from(u8::try_from(digits(5, 7)?).ok()?).ok()?;
    Date::from_calendar_date(i32::from(digits(0, 4)?), month, u8::try_from(digits(8, 10)?).ok()?).ok()
}

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
    let month = months::TABLE.get(month.parse::<usize>().ok()?.checked_sub(1)?)?.said(language);
    let day: u8 = day.parse().ok().filter(|day| (1..=31).contains(day))?;
    let day = if day == 1 && language == Language::Fr { "1er".to_owned() } else { day.to_string() };
    Some(format!("{day} {month} {year}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_the_calendar() {
        assert!(parse_date("2024-02-29").is_some());
        for wrong in [
            "2023-02-29",
            "2024-13-01",
            "2024-1-01",
            "24-01-01",
            "2024-01-01T00:00:00",
            "",
            "+024-01-01",
            "2024/01-01",
            "2024-01-+1",
            "2024-01-00",
            "202é-01-1",
        ] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }
}
