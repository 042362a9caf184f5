//! Documentation: taken apart as the Rust sources write it, and written again as each language does.

use crate::source::{camel, snake};
use crate::{Failure, Outcome};

/// A documentation comment in its parts.
#[derive(Clone, Debug, Default)]
pub struct Docs {
    /// Paragraphs, each on one line; the first opens with the sentence that says it all.
    pub paragraphs: Vec<String>,
    /// When it fails; empty where it cannot.
    pub errors: Vec<String>,
    /// The code of the example, without hidden lines.
    pub example: Option<String>,
}

/// How a language spells what the Rust documentation says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Python,
    TypeScript,
}

impl Docs {
    /// Takes a comment apart.
    pub fn read(text: &str) -> Self {
        let mut docs = Self::default();
        let (mut in_errors, mut code): (bool, Option<Vec<&str>>) = (false, None);
        let mut open = false;
        for line in text.lines() {
            if line.starts_with("```") {
                match code.take() {
                    Some(lines) => docs.example = Some(lines.join("\n")),
                    None => code = Some(Vec::new()),
                }
                open = false;
            } else if let Some(lines) = &mut code {
                lines.push(line);
            } else if let Some(heading) = line.strip_prefix("# ") {
                in_errors = heading == "Errors";
                open = false;
            } else if line.trim().is_empty() {
                open = false;
            } else {
                let part = if in_errors { &mut docs.errors } else { &mut docs.paragraphs };
                match part.last_mut().filter(|_| open) {
                    Some(paragraph) => paragraph.extend([" ", line.trim()]),
                    None => part.push(line.trim().to_owned()),
                }
                open = true;
            }
        }
        docs
    }

    /// The opening sentence, at most `width` letters long, and the paragraphs behind it.
    ///
    /// # Errors
    /// The sentence is too long and can be cut nowhere.
    pub fn opening(&self, of: &str, width: usize, style: Style) -> Outcome<(String, Vec<String>)> {
        let mut paragraphs = self.paragraphs.iter().map(|paragraph| spelt(paragraph, of, style));
        let first = paragraphs.next().ok_or_else(|| Failure::new(format!("{of} has no documentation")))?;
        let (sentence, rest) = cut(&first, width).ok_or_else(|| {
            Failure::new(format!("the documentation of {of} opens with more than {width} letters: {first}"))
        })?;
        let rest = (!rest.is_empty()).then_some(rest);
        Ok((sentence, rest.into_iter().chain(paragraphs).collect()))
    }

    /// When it fails, in one paragraph.
    pub fn raises(&self, of: &str, style: Style) -> Option<String> {
        (!self.errors.is_empty()).then(|| spelt(&self.errors.join(" "), of, style))
    }
}

/// Cuts a paragraph behind its first sentence, or, where that is too long, at the last colon or semicolon within it.
fn cut(text: &str, width: usize) -> Option<(String, String)> {
    let end = sentence_end(text).unwrap_or(text.len());
    let (sentence, rest) = text.split_at(end);
    if sentence.chars().count() <= width {
        return Some((sentence.to_owned(), rest.trim().to_owned()));
    }
    let fits = |place: &usize| text[..*place].chars().count() < width;
    let place = [": ", "; "].iter().find_map(|mark| sentence.rmatch_indices(mark).map(|(at, _)| at).find(fits))?;
    let mut rest = text[place + 2..].chars();
    let head: String = rest.next()?.to_uppercase().collect();
    Some((format!("{}.", &text[..place]), head + rest.as_str()))
}

/// Where the first sentence ends: behind a full stop before a blank and a capital letter.
fn sentence_end(text: &str) -> Option<usize> {
    let stops = text.match_indices(". ").map(|(place, _)| place + 1);
    stops.into_iter().find(|place| text[place + 1..].starts_with(|letter: char| letter.is_uppercase() || letter == '`'))
}

/// A text with its links and code as a language spells them; `of` is the class or function that it documents.
pub fn spelt(text: &str, of: &str, style: Style) -> String {
    let mut found = String::new();
    for (place, part) in text.split('`').enumerate() {
        if place % 2 == 0 {
            found.push_str(&part.replace('[', "\u{1}").replace(']', "\u{2}"));
        } else {
            found.push_str(&code(part, of, style));
        }
    }
    // The brackets around code were those of links, some with a target behind them.
    while let Some(start) = found.find("\u{4}\u{2}(crate::").or_else(|| found.find("\u{4}\u{2}(super::")) {
        let behind = start + '\u{4}'.len_utf8() + '\u{2}'.len_utf8();
        let length = found[behind..].find(')').map_or(0, |end| end + 1);
        if length == 0 {
            break;
        }
        found.replace_range(behind..behind + length, "");
    }
    let found = found.replace("\u{1}\u{3}", "").replace("\u{4}\u{2}", "");
    found.replace(['\u{3}', '\u{4}'], "").replace('\u{1}', "[").replace('\u{2}', "]")
}

fn code(part: &str, of: &str, style: Style) -> String {
    let class = of.split("::").next().unwrap_or_default();
    let path: Vec<&str> = part.split("::").filter(|word| !["crate", "super", "Self"].contains(word)).collect();
    let plain = match path.as_slice() {
        ["FaultKind", kind] => return literal(&snake(kind), style),
        ["None"] => return if style == Style::Python { "None".to_owned() } else { "`null`".to_owned() },
        ["true"] if style == Style::Python => return "True".to_owned(),
        ["false"] if style == Style::Python => return "False".to_owned(),
        [of, name] if *of == class => named(name, style),
        // Options have the same names in every language.
        [of, name] if of.ends_with("Options") || *of == "Seeded" => (*name).to_owned(),
        [of, name] => format!("{of}.{}", named(name, style)),
        _ => part.to_owned(),
    };
    format!("\u{3}`{plain}`\u{4}")
}

fn named(name: &str, style: Style) -> String {
    if style == Style::TypeScript { camel(name) } else { name.to_owned() }
}

/// A word of the data, such as the kind of a fault.
fn literal(word: &str, style: Style) -> String {
    let mark = if style == Style::Python { "``" } else { "`" };
    format!("\u{3}{mark}{word}{mark}\u{4}")
}

/// A paragraph in lines of at most `width` letters, the later ones behind `hang`.
pub fn wrapped(text: &str, width: usize, hang: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let line = lines.last_mut().filter(|line| line.trim().is_empty() || fits(line, word, width));
        match line {
            Some(line) if line.trim().is_empty() => line.push_str(word),
            Some(line) => line.extend([" ", word]),
            None => lines.push(format!("{hang}{word}")),
        }
    }
    lines
}

fn fits(line: &str, word: &str, width: usize) -> bool {
    line.chars().count() + 1 + word.chars().count() <= width
}
