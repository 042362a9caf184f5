//! Numbers as readers of each language write them.

use super::Language;

/// Separators of groups of three and of decimals.
fn separators(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::En => (",", "."),
        // A narrow no-break space, as in the Unicode locale data for French.
        Language::Fr => ("\u{202f}", ","),
        Language::Nl => (".", ","),
    }
}

/// A number with `decimals` digits after the separator, grouped in threes.
///
/// Halves are rounded to even, as Rust's formatter does; a zero never carries a minus sign.
///
/// ```
/// use cohesion_core::{Language, format_number};
/// assert_eq!(format_number(1234.305, 1, Language::En), "1,234.3");
/// assert_eq!(format_number(1234.305, 1, Language::Fr), "1\u{202f}234,3");
/// assert_eq!(format_number(-0.04, 1, Language::Nl), "0,0");
/// ```
#[must_use]
pub fn format_number(value: f64, decimals: usize, language: Language) -> String {
    let (group, decimal) = separators(language);
    let plain = format!("{:.*}", decimals, value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    // What rounds to 0 has no sign.
    let negative = value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    let mut text = String::from(if negative { "\u{2212}" } else { "" });
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && (whole.len() - position).is_multiple_of(3) && whole.bytes().all(|byte| byte.is_ascii_digit())
        {
            text.push_str(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push_str(decimal);
        text.push_str(fraction);
    }
    text
}

/// A whole number, grouped in threes.
///
/// ```
/// use cohesion_core::{Language, format_integer};
/// assert_eq!(format_integer(12_543, Language::En), "12,543");
/// assert_eq!(format_integer(143, Language::Nl), "143");
/// ```
#[must_use]
pub fn format_integer(value: u64, language: Language) -> String {
    let (group, _) = separators(language);
    let plain = value.to_string();
    let mut text = String::new();
    for (position, digit) in plain.chars().enumerate() {
        if position > 0 && (plain.len() - position).is_multiple_of(3) {
            text.push_str(group);
        }
        text.push(digit);
    }
    text
}

/// A share between 0 and 1 as a percentage: `62.9%` in English, `62,9 %` in French, `62,9%` in Dutch.
///
/// ```
/// use cohesion_core::{Language, format_percent};
/// assert_eq!(format_percent(0.629, 1, Language::En), "62.9%");
/// assert_eq!(format_percent(0.629, 1, Language::Nl), "62,9%");
/// ```
#[must_use]
pub fn format_percent(share: f64, decimals: usize, language: Language) -> String {
    let number = format_number(share * 100.0, decimals, language);
    match language {
        Language::Fr => format!("{number}\u{202f}%"),
        Language::En | Language::Nl => format!("{number}%"),
    }
}
