//! The conditions that published figures put on hidden counts, and the range that they leave.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::question::{Group, Nesting, Question};
use super::space::Space;
use crate::plan::PublishRule;
use crate::stat::{Condition, Programme, Smallest, Start, map_places};

/// What cells are counted by where only the pattern of what is published matters, and not its numbers.
const PATTERN: i64 = 1000;
/// Components with more variables or conditions than this are not solved.
const MOST_VARIABLES: usize = 1500;
/// How many groups are one piece of work.
const GROUPS: usize = 16;

/// Whether a group's rows are counted as they are, or only looked at for what determines what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Counts.
    Counts,
    /// Sums that are no counts: weighted shares, where one share determines another.
    Shares,
    /// Sums that are no counts: means and totals.
    Sums,
}

/// Where the groups of all tables stand among the cells; it does not depend on what is hidden.
pub(super) struct Layout {
    cells: usize,
    /// By table and group.
    pub groups: Vec<Vec<Option<Parts>>>,
    /// By table: the groups that stand in none, and what they are.
    pub implied: Vec<Vec<(Vec<String>, Parts)>>,
    agreements: Vec<(Vec<usize>, Vec<usize>)>,
}

/// The cells of a group: without an answer, with one that is not counted, with one that is.
pub(super) type Parts = [Vec<usize>; 3];

impl Layout {
    /// The layout of the tables that bear on the answers of `variable`; `None` where there are too many cells.
    pub fn of(questions: &[Question], variable: &str, nesting: &Nesting) -> Option<Self> {
        let mut space = Space::of(questions, variable, nesting)?;
        let mut layout =
            Self { cells: space.cells, groups: Vec::new(), implied: Vec::new(), agreements: space.agreements() };
        for question in questions {
            layout.groups.push(question.groups.iter().map(|group| space.group(question, group, nesting)).collect());
            let own = question.variable == variable;
            layout.implied.push(if own { space.implied(question, questions, nesting) } else { Vec::new() });
        }
        Some(layout)
    }

    /// The cells of a group; `None` where no crossing holds its columns.
    pub fn parts(&self, table: usize, row: usize) -> Option<&Parts> {
        self.groups.get(table)?.get(row)?.as_ref()
    }
}

/// What is known of one column of answers.
pub(super) struct Model {
    conditions: Vec<Condition>,
    /// The shown groups behind each condition.
    tags: Vec<Vec<(usize, usize)>>,
    /// The shown groups that hold each cell.
    owners: Vec<Vec<(usize, usize)>>,
    fixed: Vec<Option<i64>>,
    /// Whether a shown group tells a cell without any other.
    shown: Vec<bool>,
    parts: Vec<Part>,
    /// The part and place of each cell that is not fixed.
    place: Vec<Option<(usize, usize)>>,
    infeasible: bool,
}

/// A part of the conditions that shares no cell with the others.
#[derive(Default)]
struct Part {
    programme: Programme,
    start: OnceLock<Start>,
    too_large: bool,
}

/// The range that is left for a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub low: i64,
    /// `None` where nothing bounds it.
    pub high: Option<i64>,
    /// Whether both ends were reached and none lies beyond.
    pub proven: bool,
}

impl Range {
    pub fn is_wide(&self, width: i64) -> bool {
        self.high.is_none_or(|high| high - self.low >= width)
    }
}

impl Model {
    /// What the shown groups say of the answers of `variable`.
    pub fn of(layout: &Layout, questions: &[Question], variable: &str, rule: &PublishRule, reading: Reading) -> Self {
        let cells = layout.cells;
        let mut model = Self {
            conditions: Vec::new(),
            tags: Vec::new(),
            owners: vec![Vec::new(); cells],
            fixed: vec![None; cells],
            shown: vec![false; cells],
            parts: Vec::new(),
            place: vec![None; cells],
            infeasible: false,
        };
        for (at, question) in questions.iter().enumerate() {
            let mine = question.variable == variable;
            // Counts of other variables bound the size of groups; their figures say nothing of these.
            if reading != Reading::Counts && !mine || reading == Reading::Sums && question.counted.is_some() {
                continue;
            }
            for (row, group) in question.groups.iter().enumerate().filter(|(_, group)| group.hidden.is_none()) {
                let Some(parts) = layout.parts(at, row) else { continue };
                let tag = (at, row);
                for cell in parts.iter().flatten() {
                    if let Some(owners) = model.owners.get_mut(*cell) {
                        owners.push(tag);
                    }
                }
                match reading {
                    Reading::Counts => model.counts(parts, (question, group), mine, rule, tag),
                    _ => model.pattern(parts, question.counted.is_some(), tag),
                }
            }
        }
        for (ours, theirs) in &layout.agreements {
            let ours = ours.iter().map(|cell| (*cell, 1));
            let terms = ours.chain(theirs.iter().map(|cell| (*cell, -1))).collect();
            model.add(terms, Some(0), Some(0), Vec::new());
        }
        // In this order: what a reader sees at once must be known before all conditions are used together, which fixes
        // more than that.
        model.tell();
        model.fix();
        model.separate();
        model
    }

    fn add(&mut self, terms: Vec<(usize, i64)>, low: Option<i64>, high: Option<i64>, tags: Vec<(usize, usize)>) {
        if terms.is_empty() {
            // An empty sum is 0; a table that says otherwise contradicts the others.
            self.infeasible |= low.is_some_and(|low| low > 0) || high.is_some_and(|high| high < 0);
            return;
        }
        self.conditions.push(Condition { terms, low, high });
        self.tags.push(tags);
    }

    /// The counts of a shown group.
    fn counts(
        &mut self,
        [missing, rest, counted]: &[Vec<usize>; 3],
        (question, group): (&Question, &Group),
        mine: bool,
        rule: &PublishRule,
        tag: (usize, usize),
    ) {
        let sum = |lists: &[&Vec<usize>]| -> Vec<(usize, i64)> {
            lists.iter().flat_map(|list| list.iter().map(|cell| (*cell, 1))).collect()
        };
        let base = i64::from(rule.rounding_base);
        let ends = |count: i64| rounded_from(count, base);
        if !mine {
            // Rounded apart, so the ends of the sum are the sums of the ends. Whether somebody of another variable
            // answered says nothing of answers here.
            let ((a, b), (c, d)) = (ends(group.n), ends(group.missing));
            self.add(sum(&[missing, rest, counted]), Some(a + c), Some(b + d), vec![tag]);
            return;
        }
        let (low, high) = ends(group.n);
        self.add(sum(&[rest, counted]), Some(low), Some(high), vec![tag]);
        let (low, high) = ends(group.missing);
        self.add(sum(&[missing]), Some(low), Some(high), vec![tag]);
        let Some(numerator) = group.numerator.filter(|_| question.counted.is_some()) else { return };
        // Nobody and everybody are told exactly by any share, weighted or not.
        if numerator <= 0.0 {
            self.add(sum(&[counted]), Some(0), Some(0), vec![tag]);
        } else if numerator >= group.n as f64 {
            self.add(sum(&[rest]), Some(0), Some(0), vec![tag]);
        } else if group.is_count && base == 1 {
            let count = libm::round(numerator) as i64;
            self.add(sum(&[counted]), Some(count), Some(count), vec![tag]);
        } else if group.is_count && !group.as_percent {
            let (low, high) = ends(libm::round(numerator) as i64);
            self.add(sum(&[counted]), Some(low), Some(high), vec![tag]);
        } else if group.is_count {
            // A share rounded to whole percents: (2p - 1) n <= 200 numerator <= (2p + 1) n.
            let percent = libm::round(100.0 * numerator / group.n as f64) as i64;
            for (sign, by) in [(1, 2 * percent - 1), (-1, 2 * percent + 1)] {
                let terms = counted.iter().map(|cell| (*cell, sign * (200 - by)));
                let terms = terms.chain(rest.iter().map(|cell| (*cell, -sign * by)));
                self.add(terms.collect(), Some(0), None, vec![tag]);
            }
        }
    }

    /// That the sums of a shown group are known.
    fn pattern(&mut self, [_, rest, counted]: &[Vec<usize>; 3], is_share: bool, tag: (usize, usize)) {
        let all: Vec<(usize, i64)> = rest.iter().chain(counted).map(|cell| (*cell, 1)).collect();
        // For weighted figures the amounts behind are not known, only which sums of them are shown. In a pattern where
        // every cell holds the same, a sum of cells can be moved if and only if it is not made up of those shown.
        let sum = PATTERN * all.len() as i64;
        self.add(all, Some(sum), Some(sum), vec![tag]);
        if is_share {
            let sum = PATTERN * counted.len() as i64;
            self.add(counted.iter().map(|cell| (*cell, 1)).collect(), Some(sum), Some(sum), vec![tag]);
        }
    }

    /// Marks the cells that a shown group tells by itself.
    fn tell(&mut self) {
        let cells = self.fixed.len();
        let (mut low, mut high): (Vec<i64>, Vec<Option<i64>>) = (vec![0; cells], vec![None; cells]);
        let numbered: Vec<usize> = (0..self.conditions.len()).collect();
        for run in numbered.chunk_by(|a, b| self.tags.get(*a) == self.tags.get(*b)) {
            let conditions = || run.iter().filter_map(|at| self.conditions.get(*at));
            // Twice, so that what the second condition of a group fixes is used by the first.
            for condition in conditions().chain(conditions()) {
                tighten(condition, &mut low, &mut high);
            }
            for (cell, _) in conditions().flat_map(|condition| &condition.terms) {
                let (Some(low), Some(high)) = (low.get_mut(*cell), high.get_mut(*cell)) else { continue };
                if let Some(shown) = self.shown.get_mut(*cell) {
                    *shown |= *high == Some(*low);
                }
                // Each group by itself: what a reader gets from several together is for the programme to find.
                (*low, *high) = (0, None);
            }
        }
    }

    /// Fixes what only one value is left for, by what each condition alone says.
    fn fix(&mut self) {
        let cells = self.fixed.len();
        let (mut low, mut high): (Vec<i64>, Vec<Option<i64>>) = (vec![0; cells], vec![None; cells]);
        // Bounds may creep nearer one at a time for ever; what is not fixed by then is left to the programme.
        for _ in 0..60 {
            let mut changed = false;
            for condition in &self.conditions {
                changed |= tighten(condition, &mut low, &mut high);
            }
            if !changed {
                break;
            }
        }
        for (cell, fixed) in self.fixed.iter_mut().enumerate() {
            let (low, high) = (low.get(cell).copied().unwrap_or(0), high.get(cell).copied().flatten());
            if high == Some(low) {
                *fixed = Some(low);
            }
            self.infeasible |= high.is_some_and(|high| high < low);
        }
    }

    /// The conditions on what is not fixed, in parts that share nothing.
    fn separate(&mut self) {
        let mut leader: Vec<usize> = (0..self.fixed.len()).collect();
        // Cells that no condition ties together fall into programmes of their own, which are far quicker than one of
        // all.
        let open: Vec<Condition> = self.conditions.iter().filter_map(|condition| self.open(condition)).collect();
        for condition in &open {
            let Some((first, _)) = condition.terms.first() else { continue };
            for (cell, _) in &condition.terms {
                let (a, b) = (lead(&mut leader, *first), lead(&mut leader, *cell));
                if let Some(slot) = leader.get_mut(a.max(b)) {
                    *slot = a.min(b);
                }
            }
        }
        let mut part_of: Vec<Option<usize>> = vec![None; self.fixed.len()];
        for cell in 0..self.fixed.len() {
            if self.fixed.get(cell).copied().flatten().is_some() {
                continue;
            }
            let at = lead(&mut leader, cell);
            let part = match part_of.get(at).copied().flatten() {
                Some(part) => part,
                None => {
                    self.parts.push(Part::default());
                    self.parts.len() - 1
                }
            };
            if let (Some(slot), Some(of)) = (part_of.get_mut(at), self.parts.get_mut(part)) {
                *slot = Some(part);
                let place = of.programme.variables;
                of.programme.variables += 1;
                if let Some(slot) = self.place.get_mut(cell) {
                    *slot = Some((part, place));
                }
            }
        }
        for mut condition in open {
            let Some((part, _)) =
                condition.terms.first().and_then(|(cell, _)| self.place.get(*cell).copied().flatten())
            else {
                continue;
            };
            for (cell, _) in &mut condition.terms {
                *cell = self.place.get(*cell).copied().flatten().map_or(0, |(_, place)| place);
            }
            if let Some(part) = self.parts.get_mut(part)
                // Tables repeat each other's totals.
                && !part.programme.conditions.contains(&condition)
            {
                part.programme.conditions.push(condition);
            }
        }
        for part in &mut self.parts {
            // A dictionary of that size takes seconds a step: better hidden than waited for.
            part.too_large = part.programme.variables.max(part.programme.conditions.len()) > MOST_VARIABLES;
        }
    }

    /// A condition on what is not fixed; `None` where all is.
    fn open(&self, condition: &Condition) -> Option<Condition> {
        let value = |cell: usize| self.fixed.get(cell).copied().flatten();
        let known: i64 = condition.terms.iter().filter_map(|(cell, by)| Some(by * value(*cell)?)).sum();
        let terms: Vec<(usize, i64)> =
            condition.terms.iter().filter(|(cell, _)| value(*cell).is_none()).copied().collect();
        let end = |end: Option<i64>| end.map(|end| end - known);
        (!terms.is_empty()).then(|| Condition { terms, low: end(condition.low), high: end(condition.high) })
    }

    /// The range of a sum of cells; `None` where what is published contradicts itself.
    pub fn range(&self, cells: &[usize]) -> Option<Range> {
        if self.infeasible {
            return None;
        }
        let known: i64 = cells.iter().filter_map(|cell| self.fixed.get(*cell).copied().flatten()).sum();
        let mut range = Range { low: known, high: Some(known), proven: true };
        for (number, part) in self.parts.iter().enumerate() {
            let inside = cells.iter().filter_map(|cell| self.place.get(*cell).copied().flatten());
            let cost: Vec<(usize, i64)> =
                inside.filter(|(part, _)| *part == number).map(|(_, place)| (place, 1)).collect();
            if !cost.is_empty() {
                range = range.with(part.range(&cost)?);
            }
        }
        Some(range)
    }

    /// The shown groups whose hiding widens the range of these cells, each with how many conditions it would stand alone in:
    /// those of the conditions with the fewest open cells first, then those of the hidden cells beside.
    pub fn candidates(&self, cells: &[usize]) -> Vec<Candidates> {
        let mut found: Vec<Vec<(usize, usize)>> = Vec::new();
        let mut around: Vec<usize> = cells.to_vec();
        // The conditions that hold the sum, then those one and two steps away: what lies farther hardly moves it.
        for most in [4, 8, 8] {
            let (groups, beside) = self.candidates_beside(&around);
            found.extend(groups.into_iter().take(most));
            if beside.is_empty() {
                break;
            }
            around = beside;
        }
        let mut groups = found.concat();
        groups.sort_unstable();
        groups.dedup();
        let places = self.places();
        let alone =
            map_places(groups.len(), GROUPS, |at| groups.get(at).map_or(0, |group| self.alone(*group, &places)));
        let of = |group: (usize, usize)| groups.binary_search(&group).ok().and_then(|at| alone.get(at)).copied();
        let told = |group: (usize, usize)| (group, of(group).unwrap_or_default());
        found.into_iter().map(|groups| groups.into_iter().map(told).collect()).collect()
    }

    /// The groups in the conditions of these cells, and the hidden cells beside.
    fn candidates_beside(&self, cells: &[usize]) -> (Vec<Vec<(usize, usize)>>, Vec<usize>) {
        let mut inside = vec![false; self.fixed.len()];
        cells.iter().for_each(|cell| inside.get_mut(*cell).map_or((), |slot| *slot = true));
        let is_inside = |cell: usize| inside.get(cell).copied().unwrap_or(false);
        let mut found: Vec<(usize, Vec<(usize, usize)>)> = Vec::new();
        let mut beside: Vec<usize> = Vec::new();
        for (condition, tags) in self.conditions.iter().zip(&self.tags) {
            if !condition.terms.iter().any(|(cell, _)| is_inside(*cell)) {
                continue;
            }
            let others = || condition.terms.iter().map(|(cell, _)| *cell).filter(|cell| !is_inside(*cell));
            let open: Vec<usize> = others().filter(|cell| self.is_open(*cell)).collect();
            let mut groups: Vec<(usize, usize)> = tags.clone();
            groups.extend(others().filter_map(|cell| self.owners.get(cell)).flatten());
            groups.sort_unstable();
            groups.dedup();
            found.push((open.len(), groups));
            beside.extend(open);
        }
        found.sort_by_key(|(open, _)| *open);
        beside.sort_unstable();
        beside.dedup();
        (found.into_iter().map(|(_, groups)| groups).collect(), beside)
    }

    fn is_open(&self, cell: usize) -> bool {
        !self.shown.get(cell).copied().unwrap_or(false)
    }

    /// In how many conditions of others a group would be the only open one, were it hidden.
    fn alone(&self, group: (usize, usize), places: &Places) -> usize {
        let Some(mine) = places.cells.get(&group) else { return 0 };
        let mut near: Vec<usize> =
            mine.iter().filter_map(|cell| places.conditions.get(*cell)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        // Its own figures go when the group is hidden.
        near.retain(|at| self.tags.get(*at).is_some_and(|tags| !tags.contains(&group)));
        let is_alone = |at: &&usize| {
            let terms = self.conditions.get(**at).map(|condition| condition.terms.as_slice());
            !terms.into_iter().flatten().any(|(cell, _)| self.is_open(*cell) && mine.binary_search(cell).is_err())
        };
        near.iter().filter(is_alone).count()
    }

    /// Which cells each shown group has, and in which conditions each cell stands.
    fn places(&self) -> Places {
        let mut places = Places { cells: BTreeMap::new(), conditions: vec![Vec::new(); self.owners.len()] };
        for (cell, owners) in self.owners.iter().enumerate() {
            for owner in owners {
                places.cells.entry(*owner).or_default().push(cell);
            }
        }
        for (at, condition) in self.conditions.iter().enumerate() {
            for (cell, _) in &condition.terms {
                if let Some(list) = places.conditions.get_mut(*cell) {
                    list.push(at);
                }
            }
        }
        places
    }
}

/// Where groups and cells stand.
struct Places {
    cells: BTreeMap<(usize, usize), Vec<usize>>,
    conditions: Vec<Vec<usize>>,
}

/// Shown groups, each with how many conditions it would stand alone in.
pub(super) type Candidates = Vec<((usize, usize), usize)>;

impl Range {
    fn with(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high.zip(other.high).map(|(a, b)| a + b),
            proven: self.proven && other.proven,
        }
    }
}

impl Part {
    fn range(&self, cost: &[(usize, i64)]) -> Option<Range> {
        // Where the search is given up nothing is claimed: the range is as narrow as what was reached.
        let unknown = Range { low: 0, high: Some(0), proven: false };
        if self.too_large {
            return Some(unknown);
        }
        let programme = &self.programme;
        let start = self.start.get_or_init(|| programme.start());
        let negated: Vec<(usize, i64)> = cost.iter().map(|(place, by)| (*place, -by)).collect();
        let (low, high) = (programme.smallest(start, cost), programme.smallest(start, &negated));
        let (low, low_proven) = match low {
            Smallest::Proven(low) => (low, true),
            Smallest::Reached(low) => (low, false),
            Smallest::Infeasible => return None,
            Smallest::Unbounded | Smallest::Unknown => return Some(unknown),
        };
        let (high, high_proven) = match high {
            Smallest::Proven(high) => (Some(-high), true),
            Smallest::Reached(high) => (Some(-high), false),
            Smallest::Unbounded => (None, true),
            Smallest::Infeasible => return None,
            Smallest::Unknown => (Some(low), false),
        };
        Some(Range { low, high, proven: low_proven && high_proven })
    }
}

/// The counts that are rounded to the same multiple of `base` as `count`, halves up.
pub(super) fn rounded_from(count: i64, base: i64) -> (i64, i64) {
    if base <= 1 {
        return (count, count);
    }
    let rounded = round_to(count, base);
    // Halves are rounded up: of an even base one more number lies below than above.
    ((rounded - base / 2).max(0), rounded + (base + 1) / 2 - 1)
}

/// A count rounded to a multiple of `base`, halves up.
pub(super) fn round_to(count: i64, base: i64) -> i64 {
    if base <= 1 { count } else { (count + base / 2).div_euclid(base) * base }
}

/// Narrows the bounds of each cell of a condition by those of the others.
fn tighten(condition: &Condition, low: &mut [i64], high: &mut [Option<i64>]) -> bool {
    let bounds = |cell: usize, by: i64, low: &[i64], high: &[Option<i64>]| -> (Option<i64>, Option<i64>) {
        let (low, high) = (low.get(cell).copied().unwrap_or(0), high.get(cell).copied().flatten());
        if by > 0 { (Some(by * low), high.map(|high| by * high)) } else { (high.map(|high| by * high), Some(by * low)) }
    };
    let (mut least, mut most, mut no_least, mut no_most) = (0_i64, 0_i64, 0, 0);
    for (cell, by) in &condition.terms {
        let (a, b) = bounds(*cell, *by, low, high);
        a.map_or_else(|| no_least += 1, |a| least += a);
        b.map_or_else(|| no_most += 1, |b| most += b);
    }
    let mut changed = false;
    for (cell, by) in &condition.terms {
        let (a, b) = bounds(*cell, *by, low, high);
        // What the others must leave to this one, and what they can take.
        // With one term open without end the others together leave it a bound; with two or more nothing follows.
        let room = match (condition.high, a) {
            (Some(end), Some(a)) if no_least == 0 => Some(end - (least - a)),
            (Some(end), None) if no_least == 1 => Some(end - least),
            _ => None,
        };
        let need = match (condition.low, b) {
            (Some(end), Some(b)) if no_most == 0 => Some(end - (most - b)),
            (Some(end), None) if no_most == 1 => Some(end - most),
            _ => None,
        };
        let (below, above) = if *by > 0 {
            (need.map(|need| -(-need).div_euclid(*by)), room.map(|room| room.div_euclid(*by)))
        } else {
            (room.map(|room| -room.div_euclid(-by)), need.map(|need| (-need).div_euclid(-by)))
        };
        let mut moved = false;
        if let (Some(below), Some(slot)) = (below, low.get_mut(*cell))
            && below > *slot
        {
            *slot = below;
            moved = true;
        }
        if let (Some(above), Some(slot)) = (above, high.get_mut(*cell))
            && slot.is_none_or(|high| above < high)
        {
            *slot = Some(above);
            moved = true;
        }
        if moved {
            let (c, d) = bounds(*cell, *by, low, high);
            // Kept up to date term by term, so that the next term of the same condition already has the narrower bound.
            a.map_or_else(|| no_least -= 1, |a| least -= a);
            b.map_or_else(|| no_most -= 1, |b| most -= b);
            c.map_or_else(|| no_least += 1, |c| least += c);
            d.map_or_else(|| no_most += 1, |d| most += d);
        }
        changed |= moved;
    }
    changed
}

/// The first cell that `cell` is joined with.
fn lead(leader: &mut [usize], mut cell: usize) -> usize {
    while let Some(up) = leader.get(cell).copied().filter(|up| *up != cell) {
        // Every look halves the way, so that long chains do not stay long.
        let next = leader.get(up).copied().unwrap_or(up);
        if let Some(slot) = leader.get_mut(cell) {
            *slot = next;
        }
        cell = up;
    }
    cell
}
