//! Texts with braces: `{n}` is a value, `{n|row has|rows have}` what agrees with it, and what stands in `[brackets]` is
//! left out where one of its values is empty.

use super::Language;

/// Whether every brace of a text names one of `names`, and every name has a brace. Run by the compiler.
pub(crate) const fn fits(template: &str, names: &[&str]) -> bool {
    let mut rest = template.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'{' && !names_one(after, names) {
            return false;
        }
        rest = after;
    }
    let mut names = names;
    while let [name, others @ ..] = names {
        if !mentions(template.as_bytes(), name.as_bytes()) {
            return false;
        }
        names = others;
    }
    true
}

const fn names_one(text: &[u8], mut names: &[&str]) -> bool {
    while let [name, others @ ..] = names {
        if names_this(text, name.as_bytes()) {
            return true;
        }
        names = others;
    }
    false
}

const fn names_this(mut text: &[u8], mut name: &[u8]) -> bool {
    while let ([a, text_after @ ..], [b, name_after @ ..]) = (text, name) {
        if *a != *b {
            return false;
        }
        (text, name) = (text_after, name_after);
    }
    name.is_empty() && matches!(text, [b'}' | b'|', ..])
}

const fn mentions(mut text: &[u8], name: &[u8]) -> bool {
    while let [first, after @ ..] = text {
        if *first == b'{' && names_this(after, name) {
            return true;
        }
        text = after;
    }
    false
}

/// What stands for a name: its words, and the number that others agree with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filling {
    pub words: String,
    pub number: Option<f64>,
}

/// The text with its braces filled.
pub(crate) fn fill(template: &str, language: Language, filling: &dyn Fn(&str) -> Filling) -> String {
    let mut text = String::with_capacity(template.len() + 32);
    let mut rest = template;
    while let Some((before, inside, after)) = next(rest) {
        text.push_str(before);
        match inside {
            Inside::Braces(inside) => text.push_str(&one(inside, language, filling)),
            Inside::Brackets(inside) if names(inside).any(|name| filling(name).words.is_empty()) => {}
            Inside::Brackets(inside) => text.push_str(&fill(inside, language, filling)),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

enum Inside<'t> {
    Braces(&'t str),
    Brackets(&'t str),
}

/// What stands before the next braces or brackets, in them, and behind.
fn next(text: &str) -> Option<(&str, Inside<'_>, &str)> {
    let start = text.find(['{', '['])?;
    let (before, rest) = text.split_at(start);
    let mut depth = 0_usize;
    let end = rest.char_indices().find(|(_, mark)| {
        depth = match mark {
            '{' | '[' => depth + 1,
            '}' | ']' => depth.saturating_sub(1),
            _ => depth,
        };
        depth == 0
    });
    let (inside, after) = rest.split_at_checked(end?.0)?;
    let after = after.get(1..)?;
    let inside = match inside.strip_prefix('{') {
        Some(inside) => Inside::Braces(inside),
        None => Inside::Brackets(inside.get(1..)?),
    };
    Some((before, inside, after))
}

/// A brace: a value, or the words that agree with it.
fn one(inside: &str, language: Language, filling: &dyn Fn(&str) -> Filling) -> String {
    let mut parts = inside.splitn(2, '|');
    let found = filling(parts.next().unwrap_or_default());
    match parts.next().and_then(|words| words.split_once('|')) {
        Some((one, many)) => fill(if singular(found.number, language) { one } else { many }, language, filling),
        None => found.words,
    }
}

fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split(['}', '|']).next())
}

/// Whether a number takes the singular: in French everything below 2 does.
fn singular(number: Option<f64>, language: Language) -> bool {
    number.is_some_and(|number| match language {
        Language::En | Language::Nl => number == 1.0,
        Language::Fr => number.abs() < 2.0,
    })
}
