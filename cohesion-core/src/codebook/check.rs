//! What the checks of every document share: paths, ids, references, dates.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use crate::error::{Fault, FaultKind, did_you_mean, nearest};
use crate::message::parse_date;

/// A set of ids.
pub(crate) type Ids = BTreeSet<String>;

/// How many candidates a fault lists, and up to how many the nearest is looked for.
const MOST_CANDIDATES: usize = 40;
const MOST_COMPARED: usize = 1_000;

/// How much of a key or an id stands in a path.
const MOST_SHOWN: usize = 60;

/// Whether so many faults were found that looking for more would only cost memory; what is told is far less.
pub(crate) fn enough(faults: &[Fault]) -> bool {
    faults.len() >= 10_000
}

/// The place of `key` in the table at `path`.
pub(crate) fn field(path: &str, key: &str) -> String {
    let key = shown(key);
    if path.is_empty() { key } else { format!("{path}.{key}") }
}

/// The place of the element `index` of the list at `path`, with its id where it has one.
pub(crate) fn element(path: &str, index: usize, id: Option<&str>) -> String {
    match id {
        Some(id) if !id.is_empty() => format!("{path}[{index}]({})", shown(id)),
        _ => format!("{path}[{index}]"),
    }
}

/// A word shortened so that a path stays readable and small whatever the input.
pub(crate) fn shown(word: &str) -> String {
    match word.char_indices().nth(MOST_SHOWN) {
        None => word.to_owned(),
        Some((end, _)) => format!("{}…", word.get(..end).unwrap_or_default()),
    }
}

/// The nearest of `candidates`, looked for only where that stays cheap.
pub(crate) fn nearest_of<'a>(word: &str, candidates: impl ExactSizeIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > MOST_SHOWN || candidates.len() > MOST_COMPARED { None } else { nearest(word, candidates) }
}

/// What ids a kind of element may have.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum IdKind {
    /// The id of an element of the plan: no blanks.
    Word,
    /// The name of a column: blanks inside are allowed.
    Column,
}

/// A fault where `id` cannot serve as an id.
pub(crate) fn id(id: &str, path: &str, kind: IdKind, faults: &mut Vec<Fault>) {
    let message = if id.trim().is_empty() {
        "an id is empty"
    } else if id.chars().any(char::is_control) {
        "an id holds a control character"
    } else if kind == IdKind::Word && id.chars().any(char::is_whitespace) {
        "an id holds a blank: use `_` or `-`"
    } else if id.trim() != id {
        "an id starts or ends with a blank"
    } else {
        return;
    };
    faults.push(Fault::new(FaultKind::UnknownValue, field(path, "id"), message).value(id));
}

/// A fault for every id of the list at `path` that stood there before.
pub(crate) fn unique<'a>(path: &str, ids: impl Iterator<Item = &'a str>, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.enumerate() {
        if enough(faults) {
            return;
        }
        if !seen.insert(id) {
            let at = field(&element(path, index, Some(id)), "id");
            faults.push(Fault::new(FaultKind::DuplicateId, at, format!("the id `{}` is taken", shown(id))).value(id));
        }
    }
}

/// A fault where `id` is not among `known`; `what` names the kind of thing: `stakeholder`.
pub(crate) fn refers(id: &str, known: &Ids, what: &str, path: &str, faults: &mut Vec<Fault>) {
    if known.contains(id) || enough(faults) {
        return;
    }
    let names = || known.iter().map(String::as_str);
    let hint = nearest_of(id, names().collect::<Vec<_>>().into_iter())
        .map_or_else(String::new, |found| did_you_mean(id, [found]));
    let message = if known.is_empty() {
        format!("there is no {what} `{}`: the plan has none", shown(id))
    } else {
        format!("there is no {what} `{}`.{hint}", shown(id))
    };
    faults.push(
        Fault::new(FaultKind::DanglingId, path, message).value(id).allowed(names().map(shown).take(MOST_CANDIDATES)),
    );
}

/// A fault for every id of the list at `path` that is not among `known` or stands there twice.
pub(crate) fn refer_all(ids: &[String], known: &Ids, what: &str, path: &str, faults: &mut Vec<Fault>) {
    let mut seen = BTreeSet::new();
    for (index, id) in ids.iter().enumerate() {
        if enough(faults) {
            return;
        }
        let at = element(path, index, None);
        refers(id, known, what, &at, faults);
        if !seen.insert(id.as_str()) {
            let message = format!("the {what} `{}` is listed twice", shown(id));
            faults.push(Fault::new(FaultKind::DuplicateId, at, message).value(id));
        }
    }
}

/// The date of `text`, or a fault.
pub(crate) fn date(text: &str, path: &str, faults: &mut Vec<Fault>) -> Option<Date> {
    let found = parse_date(text);
    if found.is_none() {
        let message = format!("`{}` is no date: write year, month and day as 2026-06-30", shown(text));
        faults.push(Fault::new(FaultKind::ImpossibleDate, path, message).value(text).allowed(["YYYY-MM-DD"]));
    }
    found
}

/// Checks two dates of the table at `path` and that `later` does not come before `earlier`.
pub(crate) fn date_order(
    path: &str,
    earlier: (&str, Option<&str>),
    later: (&str, Option<&str>),
    faults: &mut Vec<Fault>,
) {
    let first = earlier.1.and_then(|text| date(text, &field(path, earlier.0), faults));
    let second = later.1.and_then(|text| date(text, &field(path, later.0), faults));
    if let (Some(first), Some(second)) = (first, second)
        && second < first
    {
        let message = format!("`{}` ({second}) comes before `{}` ({first})", later.0, earlier.0);
        faults.push(Fault::new(FaultKind::ImpossibleDate, field(path, later.0), message).value(second));
    }
}

/// A fault for every id of `edges` that reaches itself: `(id, what it points at, place of the reference)`.
pub(crate) fn cycles<'a>(edges: &[(&'a str, Option<&'a str>, String)], what: &str, faults: &mut Vec<Fault>) {
    let parent = BTreeMap::from_iter(
        edges.iter().enumerate().filter(|(_, (_, next, _))| next.is_some()).map(|(index, (id, ..))| (*id, index)),
    );
    let next_of = |id: &str| edges.get(*parent.get(id)?)?.1;
    // 0 in the map: on the present walk; 1: known to end.
    let mut state = std::collections::BTreeMap::<&str, usize>::new();
    let mut on_cycle = BTreeSet::new();
    for (start, ..) in edges {
        let mut walk = Vec::new();
        let mut here = *start;
        while !state.contains_key(here) {
            state.insert(here, 0);
            walk.push(here);
            match next_of(here) {
                Some(next) => here = next,
                None => break,
            }
        }
        if state.get(here) == Some(&0)
            && let Some(first) = walk.iter().position(|id| *id == here)
            && parent.contains_key(here)
        {
            on_cycle.extend(walk.iter().skip(first).copied());
        }
        for id in walk {
            state.insert(id, 1);
        }
    }
    for (id, next, path) in edges {
        if let Some(next) = next
            && on_cycle.contains(id)
        {
            let message = format!("the chain of {what} `{}` returns to its start", shown(id));
            faults.push(Fault::new(FaultKind::Cycle, path.as_str(), message).value(next));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cycle_names_its_members_and_nobody_else() {
        let edge = |id, next| (id, next, format!("x.{id}"));
        let edges =
            [edge("a", Some("b")), edge("b", Some("c")), edge("c", Some("b")), edge("d", Some("d")), edge("e", None)];
        let mut faults = Vec::new();
        cycles(&edges, "parents", &mut faults);
        let paths: Vec<_> = faults.iter().map(|fault| fault.path.as_str()).collect();
        assert_eq!(paths, ["x.b", "x.c", "x.d"]);
    }

    #[test]
    fn paths_stay_short() {
        assert_eq!(element("a", 0, Some(&"é".repeat(100))).chars().count(), 4 + 2 + 61);
        assert_eq!(field("", "title"), "title");
        assert_eq!(element("a", 3, Some("")), "a[3]");
    }
}
