//! The counts that stand behind tables: every crossing of the columns that are published together.
//!
//! Tables that share columns so that no cycle arises can be joined exactly over what they share (Beeri, Fagin, Maier and
//! Yannakakis 1983; the reduction is Graham's and that of Yu and Özsoyoğlu 1979); those in a cycle are counted over all their
//! columns at once.

use std::collections::{BTreeMap, BTreeSet};

use super::question::{Chosen, Group, Nesting, Question};

/// More crossings than this are not looked at.
const MOST_CELLS: usize = 20_000;

/// A column: what is said of it, and the kinds of rows that differ in it.
#[derive(Clone, Debug, Default)]
struct Dimension {
    name: String,
    said: Vec<Chosen>,
    /// Which of `said` hold; the first level is that of rows without an answer, or with none of the labels.
    levels: Vec<Vec<bool>>,
}

/// A crossing of columns, counted cell by cell.
#[derive(Clone, Debug, Default)]
struct Crossing {
    dimensions: Vec<usize>,
    /// The levels of each cell, in the order of the dimensions.
    cells: Vec<Vec<usize>>,
    /// The number of the first cell.
    first: usize,
    /// What it shares with another crossing.
    joined: Option<(usize, Vec<usize>)>,
}

/// All crossings that one column of answers needs.
#[derive(Clone, Debug, Default)]
pub(super) struct Space {
    dimensions: Vec<Dimension>,
    crossings: Vec<Crossing>,
    /// The dimension of the answers.
    answers: usize,
    pub cells: usize,
}

/// What is said of columns: dimension, and which of its choices.
type Said = Vec<(usize, usize)>;

impl Space {
    /// The crossings of the tables of `variable` and of those others that stay within their columns; `None` where they are
    /// too many.
    pub fn of(questions: &[Question], variable: &str, nesting: &Nesting) -> Option<Self> {
        let mut space = Self::default();
        space.answers = space.dimension(variable);
        for question in questions.iter().filter(|question| question.variable == variable) {
            space.say(question, nesting);
        }
        // Tables of other variables count only where they stand on columns of this one's: then they tell how large its
        // groups are.
        let own = space.dimensions.len();
        let mut edges: Vec<Vec<usize>> = Vec::new();
        for question in questions {
            let mine = question.variable == variable;
            let known = |column: &str| {
                let (column, _) = nesting.finest(column, Chosen::Labels(Vec::new()));
                space.dimensions.iter().take(own).any(|dimension| dimension.name == column)
            };
            let columns = question.keys.iter().chain(question.within.iter().map(|(column, _)| column));
            if !mine && !columns.clone().all(|column| known(column)) {
                continue;
            }
            space.say(question, nesting);
            let mut edge: Vec<usize> =
                columns.map(|column| space.dimension(&nesting.finest(column, Chosen::Labels(Vec::new())).0)).collect();
            if mine {
                edge.push(space.answers);
            }
            edge.sort_unstable();
            edge.dedup();
            edges.push(edge);
        }
        for place in 0..space.dimensions.len() {
            space.set_levels(place);
        }
        space.crossings = joined(edges);
        space.fill(questions, nesting)?;
        Some(space)
    }

    fn dimension(&mut self, name: &str) -> usize {
        if let Some(place) = self.dimensions.iter().position(|dimension| dimension.name == name) {
            return place;
        }
        self.dimensions.push(Dimension { name: name.to_owned(), ..Dimension::default() });
        self.dimensions.len() - 1
    }

    /// Takes down everything that a table says of columns.
    fn say(&mut self, question: &Question, nesting: &Nesting) {
        for group in &question.groups {
            self.said_of(question, group, nesting, true);
        }
        if let Some(counted) = question.counted.as_ref().filter(|_| self.is_answers(&question.variable)) {
            let answers = self.answers;
            self.choice(answers, counted.clone(), true);
        }
    }

    fn is_answers(&self, variable: &str) -> bool {
        self.dimensions.get(self.answers).is_some_and(|dimension| dimension.name == variable)
    }

    fn choice(&mut self, dimension: usize, chosen: Chosen, add: bool) -> Option<(usize, usize)> {
        let said = &mut self.dimensions.get_mut(dimension)?.said;
        if let Some(place) = said.iter().position(|one| *one == chosen) {
            return Some((dimension, place));
        }
        if !add {
            return None;
        }
        said.push(chosen);
        Some((dimension, said.len() - 1))
    }

    fn said_of(&mut self, question: &Question, group: &Group, nesting: &Nesting, add: bool) -> Said {
        let conditions: Vec<(String, Chosen)> =
            question.conditions(group).map(|(column, chosen)| nesting.finest(column, chosen)).collect();
        let mut said = Said::new();
        for (column, chosen) in conditions {
            let dimension = self.dimension(&column);
            said.extend(self.choice(dimension, chosen, add));
        }
        said
    }

    /// The kinds of rows that differ in what is said of a column.
    fn set_levels(&mut self, place: usize) {
        let is_answers = place == self.answers;
        let Some(dimension) = self.dimensions.get_mut(place) else { return };
        let mut points: BTreeSet<String> = BTreeSet::new();
        let mut ends: Vec<f64> = Vec::new();
        for chosen in &dimension.said {
            match chosen {
                Chosen::Labels(labels) => labels.iter().for_each(|label| {
                    points.insert(label.clone());
                    ends.extend(label.parse::<f64>().ok());
                }),
                Chosen::Range { from, to, .. } => ends.extend(from.iter().chain(to)),
            }
        }
        if dimension.said.iter().any(|chosen| matches!(chosen, Chosen::Range { .. })) {
            ends.sort_by(f64::total_cmp);
            ends.dedup();
            // Ranges that overlap cut the numbers into stretches; one point of each, its ends and what lies beyond
            // stand for all numbers.
            let between = ends.windows(2).filter_map(|pair| Some((pair.first()? + pair.get(1)?) / 2.0));
            let outside = ends.first().map(|end| end - 1.0).into_iter().chain(ends.last().map(|end| end + 1.0));
            let all: Vec<f64> = ends.iter().copied().chain(between).chain(outside).collect();
            points.extend(all.iter().map(ToString::to_string));
        }
        let none = vec![false; dimension.said.len()];
        // The level of those that no choice holds: missing labels and all that is not asked about.
        dimension.levels = vec![none.clone()];
        if is_answers {
            // Of answers there are two such levels: none at all, and one that is not counted.
            dimension.levels.push(none);
        }
        for point in &points {
            let level: Vec<bool> = dimension.said.iter().map(|chosen| chosen.holds(point)).collect();
            // Values that every question treats alike are one level: only what is asked makes cells.
            if !dimension.levels.contains(&level) {
                dimension.levels.push(level);
            }
        }
    }

    /// The levels of which a choice holds.
    fn holds(&self, (dimension, choice): (usize, usize), level: usize) -> bool {
        let levels = self.dimensions.get(dimension).map(|dimension| &dimension.levels);
        levels.and_then(|levels| levels.get(level)?.get(choice)).copied().unwrap_or(false)
    }

    /// Whether a level is one of rows without a label.
    fn is_none(&self, dimension: usize, level: usize) -> bool {
        level == 0 || (dimension == self.answers && level == 1)
    }

    /// Makes the cells of every crossing, but for those of which a table says that nobody is in them.
    fn fill(&mut self, questions: &[Question], nesting: &Nesting) -> Option<()> {
        let mut crossings = std::mem::take(&mut self.crossings);
        for crossing in &mut crossings {
            let sizes: Vec<usize> = crossing
                .dimensions
                .iter()
                .map(|place| self.dimensions.get(*place).map_or(1, |d| d.levels.len()))
                .collect();
            // Given up before cells are made, since their number is a product.
            let all = sizes.iter().try_fold(1_usize, |product, size| product.checked_mul(*size))?;
            if all > 20 * MOST_CELLS {
                return None;
            }
            let rules = self.rules(crossing, questions, nesting);
            crossing.first = self.cells;
            for number in 0..all {
                let mut rest = number;
                let cell: Vec<usize> = sizes
                    .iter()
                    .map(|size| {
                        let level = rest % size;
                        rest /= size;
                        level
                    })
                    .collect();
                if rules.iter().all(|rule| rule.allows(self, crossing, &cell)) {
                    crossing.cells.push(cell);
                }
            }
            self.cells += crossing.cells.len();
            if self.cells > MOST_CELLS {
                return None;
            }
        }
        self.crossings = crossings;
        Some(())
    }

    /// What the tables within a crossing say of cells without anybody.
    fn rules(&mut self, crossing: &Crossing, questions: &[Question], nesting: &Nesting) -> Vec<Empty> {
        let mut rules = Vec::new();
        for question in questions {
            let keys: Vec<usize> = question
                .keys
                .iter()
                .filter_map(|key| self.find(&nesting.finest(key, Chosen::Labels(Vec::new())).0))
                .collect();
            let within: Said = question
                .within
                .iter()
                .filter_map(|(column, chosen)| {
                    let (column, chosen) = nesting.finest(column, chosen.clone());
                    let dimension = self.find(&column)?;
                    self.choice(dimension, chosen, false)
                })
                .collect();
            let complete = keys.len() == question.keys.len() && within.len() == question.within.len();
            let inside = |place: &usize| crossing.dimensions.contains(place);
            if !complete || keys.is_empty() || !keys.iter().chain(within.iter().map(|(place, _)| place)).all(inside) {
                continue;
            }
            let groups: Vec<Said> =
                question.groups.iter().map(|group| self.said_of(question, group, nesting, false)).collect();
            rules.push(Empty { keys, within, groups, unlabelled: question.unlabelled });
        }
        rules
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.dimensions.iter().position(|dimension| dimension.name == name)
    }

    fn fits(&self, crossing: &Crossing, cell: &[usize], said: &[(usize, usize)]) -> bool {
        said.iter().all(|(dimension, choice)| {
            let at = crossing.dimensions.iter().position(|place| place == dimension);
            at.and_then(|at| cell.get(at)).is_some_and(|level| self.holds((*dimension, *choice), *level))
        })
    }

    /// The cells of a group: without an answer, with one that is not counted, with one that is. `None` where no crossing holds
    /// its columns; for a table of another variable all its cells are in the first list.
    pub fn group(&mut self, question: &Question, group: &Group, nesting: &Nesting) -> Option<[Vec<usize>; 3]> {
        let mine = self.is_answers(&question.variable);
        let columns = question.keys.len() + question.within.len();
        let said = self.said_of(question, group, nesting, false);
        let counted = match question.counted.as_ref().filter(|_| mine) {
            Some(counted) => self.choice(self.answers, counted.clone(), false),
            None => None,
        };
        // Joined tables agree on what they share, so any crossing with all columns of the group counts it rightly.
        let needs = |crossing: &Crossing| {
            said.iter().all(|(place, _)| crossing.dimensions.contains(place))
                && (!mine || crossing.dimensions.contains(&self.answers))
        };
        let crossing =
            (said.len() == columns).then(|| self.crossings.iter().find(|crossing| needs(crossing))).flatten()?;
        let answers = crossing.dimensions.iter().position(|place| *place == self.answers).filter(|_| mine);
        let mut parts = [Vec::new(), Vec::new(), Vec::new()];
        for (number, cell) in crossing.cells.iter().enumerate() {
            if !self.fits(crossing, cell, &said) {
                continue;
            }
            let level = answers.and_then(|at| cell.get(at)).copied().unwrap_or(0);
            let part = match (level, counted) {
                (0, _) => 0,
                (_, Some(counted)) if self.holds(counted, level) => 2,
                _ => 1,
            };
            if let Some(part) = parts.get_mut(part) {
                part.push(crossing.first + number);
            }
        }
        Some(parts)
    }

    /// The finest groups of a table's columns that are none of its groups: those outside its domain, and those without a label.
    /// As the three lists of [`Space::group`], with what they are in words.
    pub fn implied(
        &mut self,
        question: &Question,
        questions: &[Question],
        nesting: &Nesting,
    ) -> Vec<(Vec<String>, [Vec<usize>; 3])> {
        if question.within.is_empty() && !question.unlabelled && nesting.of.is_empty() {
            return Vec::new();
        }
        let columns: BTreeSet<usize> = question
            .keys
            .iter()
            .chain(question.within.iter().map(|(column, _)| column))
            .filter_map(|column| self.find(&nesting.finest(column, Chosen::Labels(Vec::new())).0))
            .collect();
        let mut shown: BTreeSet<Vec<usize>> = BTreeSet::new();
        for other in questions.iter().filter(|other| other.variable == question.variable) {
            for group in &other.groups {
                shown.extend(self.group(other, group, nesting).map(|parts| sorted(&parts)));
            }
        }
        let counted = question.counted.clone().and_then(|counted| self.choice(self.answers, counted, false));
        let needs = |crossing: &&Crossing| {
            columns.iter().all(|place| crossing.dimensions.contains(place))
                && crossing.dimensions.contains(&self.answers)
        };
        let Some(crossing) = self.crossings.iter().find(needs) else { return Vec::new() };
        let mut found: BTreeMap<Vec<usize>, [Vec<usize>; 3]> = BTreeMap::new();
        for (number, cell) in crossing.cells.iter().enumerate() {
            let pairs = || crossing.dimensions.iter().zip(cell);
            let key: Vec<usize> =
                pairs().filter(|(place, _)| columns.contains(place)).map(|(_, level)| *level).collect();
            let level = pairs().find(|(place, _)| **place == self.answers).map_or(0, |(_, level)| *level);
            let part = match (level, counted) {
                (0, _) => 0,
                (_, Some(counted)) if self.holds(counted, level) => 2,
                _ => 1,
            };
            if let Some(part) = found.entry(key).or_default().get_mut(part) {
                part.push(crossing.first + number);
            }
        }
        let names =
            |key: &Vec<usize>| columns.iter().zip(key).map(|(place, level)| self.level_name(*place, *level)).collect();
        // A group that is itself a row of a table is looked at there.
        let new = |parts: &[Vec<usize>; 3]| !shown.contains(&sorted(parts));
        found.iter().filter(|(_, parts)| new(parts)).map(|(key, parts)| (names(key), parts.clone())).collect()
    }

    fn level_name(&self, place: usize, level: usize) -> String {
        let Some(dimension) = self.dimensions.get(place) else { return String::new() };
        let first = dimension
            .said
            .iter()
            .zip(dimension.levels.get(level).into_iter().flatten())
            .filter(|(chosen, holds)| **holds && matches!(chosen, Chosen::Labels(_)))
            .map(|(chosen, _)| if let Chosen::Labels(labels) = chosen { labels.join(", ") } else { String::new() })
            .min_by_key(String::len);
        format!("{} {}", dimension.name, first.map_or_else(|| "…".to_owned(), |label| format!("= {label}")))
    }

    /// Sums of cells that are the same: crossings agree on what they share.
    pub fn agreements(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut found = Vec::new();
        for crossing in &self.crossings {
            let Some((other, shared)) = &crossing.joined else { continue };
            let Some(other) = self.crossings.get(*other) else { continue };
            let mut sums: BTreeMap<Vec<usize>, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
            for (which, crossing) in [crossing, other].into_iter().enumerate() {
                for (number, cell) in crossing.cells.iter().enumerate() {
                    let pairs = crossing.dimensions.iter().zip(cell);
                    let key = pairs.filter(|(place, _)| shared.contains(place)).map(|(_, level)| *level).collect();
                    let sums = sums.entry(key).or_default();
                    if which == 0 { &mut sums.0 } else { &mut sums.1 }.push(crossing.first + number);
                }
            }
            found.extend(sums.into_values());
        }
        found
    }
}

/// All cells of a group.
fn sorted(parts: &[Vec<usize>; 3]) -> Vec<usize> {
    let mut cells = parts.concat();
    cells.sort_unstable();
    cells
}

/// Which cells a table says to be empty: those of its domain that are in none of its groups.
struct Empty {
    keys: Vec<usize>,
    within: Said,
    groups: Vec<Said>,
    unlabelled: bool,
}

impl Empty {
    fn allows(&self, space: &Space, crossing: &Crossing, cell: &[usize]) -> bool {
        if !space.fits(crossing, cell, &self.within) {
            return true;
        }
        let level =
            |place: usize| crossing.dimensions.iter().position(|other| *other == place).and_then(|at| cell.get(at));
        let without = |place: &usize| level(*place).is_some_and(|level| space.is_none(*place, *level));
        (self.unlabelled && self.keys.iter().any(without))
            || self.groups.iter().any(|said| space.fits(crossing, cell, said))
    }
}

/// Crossings without cycles: ears are taken off one by one, what is left over is one crossing.
fn joined(mut edges: Vec<Vec<usize>>) -> Vec<Crossing> {
    edges.sort();
    edges.dedup();
    let within = |a: &[usize], b: &[usize]| a.iter().all(|place| b.contains(place));
    let all = edges.clone();
    edges.retain(|edge| !all.iter().any(|other| other != edge && within(edge, other)));
    let mut left: Vec<usize> = (0..edges.len()).collect();
    let mut joints: Vec<Option<(usize, Vec<usize>)>> = vec![None; edges.len()];
    'ears: loop {
        for (at, ear) in left.iter().enumerate() {
            let others =
                || left.iter().filter(|other| *other != ear).filter_map(|other| Some((*other, edges.get(*other)?)));
            let Some(edge) = edges.get(*ear) else { continue };
            let shared: Vec<usize> =
                edge.iter().copied().filter(|place| others().any(|(_, other)| other.contains(place))).collect();
            if let Some((witness, _)) = others().find(|(_, other)| within(&shared, other)) {
                if let Some(joint) = joints.get_mut(*ear) {
                    *joint = Some((witness, shared));
                }
                left.remove(at);
                continue 'ears;
            }
        }
        break;
    }
    if left.len() > 1 {
        // The rest runs in a cycle: one crossing of all its columns, in the place of the first.
        let mut union: Vec<usize> = left.iter().filter_map(|place| edges.get(*place)).flatten().copied().collect();
        union.sort_unstable();
        union.dedup();
        let first = left.first().copied().unwrap_or_default();
        for (witness, _) in joints.iter_mut().flatten() {
            if left.contains(witness) {
                *witness = first;
            }
        }
        for place in left.iter().skip(1) {
            if let Some(edge) = edges.get_mut(*place) {
                edge.clear();
            }
        }
        if let Some(edge) = edges.get_mut(first) {
            *edge = union;
        }
        let dropped: Vec<usize> = left.iter().skip(1).copied().collect();
        return crossings(edges, joints, &dropped);
    }
    crossings(edges, joints, &[])
}

/// Crossings of the edges that are not dropped, with their joints renumbered.
fn crossings(edges: Vec<Vec<usize>>, joints: Vec<Option<(usize, Vec<usize>)>>, dropped: &[usize]) -> Vec<Crossing> {
    let kept: Vec<usize> = (0..edges.len()).filter(|place| !dropped.contains(place)).collect();
    let number = |old: usize| kept.iter().position(|place| *place == old);
    let numbered =
        |joint: Option<(usize, Vec<usize>)>| joint.and_then(|(other, shared)| Some((number(other)?, shared)));
    edges
        .into_iter()
        .zip(joints)
        .enumerate()
        .filter(|(place, _)| !dropped.contains(place))
        .map(|(_, (dimensions, joint))| Crossing { dimensions, joined: numbered(joint), ..Crossing::default() })
        .collect()
}
