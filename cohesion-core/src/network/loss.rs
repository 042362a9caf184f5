//! What breaks when partners or ties go.

use std::ops::Range;

use super::{Lost, Network, NetworkResult, Seeded};
use crate::error::{Fault, FaultKind, Result};
use crate::estimate::Note;
use crate::network::texts;
use crate::stat::{each_chunk, map_places, shuffled};

/// Up to this many choices every one is looked at.
const CHOICES: f64 = 20_000.0;
/// Random losses unless another number is asked.
const DRAWS: u32 = 1_000;
/// How many losses are one piece of work.
const PIECE: usize = 64;

const METHOD: &str = "pairs that some way still joins, of those joined before, and the largest part that hangs together, \
    of all partners; directions left aside; worst case and mean over losses (Albert, Jeong and Barabasi 2000, Nature 406, \
    378; Borgatti 2006, Computational and Mathematical Organization Theory 12, 21)";

/// What is left after a loss.
#[derive(Clone, Copy, Default)]
struct Left {
    pairs: f64,
    largest: f64,
}

impl Left {
    fn is_worse(&self, other: &Self) -> bool {
        // Pairs first: the largest part only decides between losses that part as many.
        (self.pairs, self.largest) < (other.pairs, other.largest)
    }

    fn plus(&self, other: &Self) -> Self {
        Self { pairs: self.pairs + other.pairs, largest: self.largest + other.largest }
    }
}

/// The network as ends of ties.
struct Frame {
    size: usize,
    edges: Vec<(usize, usize)>,
    lost: Lost,
}

impl Frame {
    /// How many things can go.
    fn items(&self) -> usize {
        match self.lost {
            Lost::Partners => self.size,
            Lost::Ties => self.edges.len(),
        }
    }

    /// What is left without these.
    fn without(&self, gone: &[usize]) -> Left {
        // Sets that are joined tie by tie: to walk the network anew for every loss would take far longer.
        let mut parent: Vec<usize> = (0..self.size).collect();
        for (place, (a, b)) in self.edges.iter().enumerate() {
            let stays = match self.lost {
                Lost::Partners => !gone.contains(a) && !gone.contains(b),
                Lost::Ties => !gone.contains(&place),
            };
            if stays {
                let (a, b) = (root(&mut parent, *a), root(&mut parent, *b));
                if let Some(slot) = parent.get_mut(a) {
                    *slot = b;
                }
            }
        }
        let mut sizes = vec![0.0_f64; self.size];
        for node in 0..self.size {
            if self.lost == Lost::Partners && gone.contains(&node) {
                continue;
            }
            let top = root(&mut parent, node);
            if let Some(count) = sizes.get_mut(top) {
                *count += 1.0;
            }
        }
        // Partners that went are in no set, so pairs with them are lost too.
        let pairs = sizes.iter().map(|size| size * (size - 1.0) / 2.0).sum();
        Left { pairs, largest: sizes.iter().copied().fold(0.0, f64::max) }
    }
}

fn root(parent: &mut [usize], mut node: usize) -> usize {
    while let Some(up) = parent.get(node).copied().filter(|up| *up != node) {
        // Halves the way for who comes next.
        let above = parent.get(up).copied().unwrap_or(up);
        if let Some(slot) = parent.get_mut(node) {
            *slot = above;
        }
        node = above;
    }
    node
}

/// The worst loss of one size and the mean of all or many.
struct Step {
    worst: Left,
    gone: Vec<usize>,
    mean: Left,
    every: bool,
}

impl Network {
    /// The loss curve: what is left when up to `k` partners, or ties, go.
    ///
    /// Two measures for every number lost: `pairs`, the share of the pairs that could reach each other before and still can,
    /// and `largest`, the share of all partners in the largest part that hangs together. Both in the worst case, whose
    /// losses the row names (least pairs; of equals the smaller largest part), and on average over random losses. All
    /// choices are looked at where there are at most 20,000; else the worst case is sought greedily, one loss after the
    /// other (`exact` is 0), and the average is that of as many seeded draws as asked, 1,000 unless told.
    ///
    /// # Errors
    /// [`FaultKind::OutOfRange`] for a `k` of 0 or above what there is, and for a number of draws outside 1 to 1,000,000;
    /// [`FaultKind::TooLarge`] for more than 2,500 partners.
    ///
    /// ```
    /// use cohesion_core::{Column, Lost, Network, NetworkOptions, Table};
    /// let ties = Table::new(vec![
    ///     Column::text("a", ["city", "city", "club"].map(Some)),
    ///     Column::text("b", ["club", "police", "school"].map(Some)),
    /// ])?;
    /// let network = Network::from_edges(&ties, NetworkOptions::new("a", "b"))?;
    /// let loss = network.loss(1, Lost::Partners, ())?;
    /// assert_eq!(loss.get(&["1", "city"], "largest_worst"), Some(0.5));
    /// # Ok::<(), cohesion_core::Error>(())
    /// ```
    pub fn loss(&self, k: usize, of: Lost, seeded: impl Into<Seeded>) -> Result<NetworkResult> {
        let seeded = seeded.into();
        let draws = seeded.count(DRAWS)?;
        self.check_size()?;
        let frame = Frame { size: self.size(), edges: self.edges(), lost: of };
        let items = frame.items();
        if k == 0 || k > items {
            let message = format!("`k` is a number from 1 to {items}: there are so many {}", of.as_str());
            return Err(Fault::new(FaultKind::OutOfRange, "k", message).value(k).into());
        }
        let mut result = NetworkResult::of(self, "loss", METHOD).seeded(seeded.seed);
        result.provenance.rule = Some(of.as_str().to_owned());
        let whole = frame.without(&[]);
        let absent = self.too_incomplete().or_else(|| (whole.pairs == 0.0).then(super::summary::no_ties));
        if let Some(reason) = absent {
            result.add("pairs_worst", Err(reason));
            return Ok(result);
        }
        let columns = ["pairs_worst", "pairs_mean", "largest_worst", "largest_mean", "exact"];
        result.table(&["lost", "worst"], &columns);
        let n = self.size() as f64;
        let share = |left: Left| (Some(left.pairs / whole.pairs), Some(left.largest / n));
        let start = share(whole);
        // Where the curve starts: nothing is lost.
        result.row(&["0", ""], vec![start.0, start.0, start.1, start.1, Some(1.0)]);
        let mut greedy = Vec::new();
        for count in 1..=k {
            let step = step(&frame, count, &greedy, draws, seeded.seed);
            // The next search goes on from here where it cannot try all.
            greedy.clone_from(&step.gone);
            let (worst, mean) = (share(step.worst), share(step.mean));
            let exact = Some(if step.every { 1.0 } else { 0.0 });
            if !step.every {
                result.note(Note::warning(texts::greedy_search(draws), ""));
            }
            let names: Vec<String> = step.gone.iter().map(|item| self.item_name(&frame, *item)).collect();
            result.row(&[&count.to_string(), &names.join("; ")], vec![worst.0, mean.0, worst.1, mean.1, exact]);
        }
        let last = result.rows.last().map(|row| row.values.clone()).unwrap_or_default();
        for (name, value) in columns.into_iter().zip(last).take(4) {
            result.add(name, value.ok_or_else(super::summary::no_ties));
        }
        Ok(result)
    }

    /// A partner, or a tie by its two ends.
    fn item_name(&self, frame: &Frame, item: usize) -> String {
        match frame.lost {
            Lost::Partners => self.name(item).to_owned(),
            Lost::Ties => frame
                .edges
                .get(item)
                .map_or_else(String::new, |(a, b)| format!("{} - {}", self.name(*a), self.name(*b))),
        }
    }
}

/// The loss of `count`; `greedy` is the worst of one fewer.
fn step(frame: &Frame, count: usize, greedy: &[usize], draws: u32, seed: u64) -> Step {
    let items = frame.items();
    let choices = (0..count).map(|place| (items - place) as f64 / (place + 1) as f64).product::<f64>();
    let mut tally = Tally::default();
    // The product of fractions ends a rounding beside a whole number.
    if choices <= CHOICES + 0.5 {
        // Pieces of fixed size whose beginnings are known can be looked at side by side, and merged in order.
        let firsts = firsts_of_pieces(count, items);
        let piece = |at: usize| Tally::of_choices(frame, firsts.get(at).cloned().unwrap_or_default());
        map_places(firsts.len(), 1, piece).into_iter().for_each(|part| tally.merge(part));
        return Step { worst: tally.worst, mean: tally.mean(), gone: tally.gone, every: true };
    }
    let mut worst = Tally::default();
    let further = |places: Range<usize>| {
        let mut part = Tally::default();
        for item in places.filter(|item| !greedy.contains(item)) {
            let gone: Vec<usize> = greedy.iter().copied().chain([item]).collect();
            part.add(frame.without(&gone), &gone);
        }
        part
    };
    each_chunk(items, PIECE, further, |part| worst.merge(part));
    let order: Vec<usize> = (0..items).collect();
    let look = |part: &mut Tally, order: &[usize]| {
        let gone = order.get(..count).unwrap_or(order);
        part.add(frame.without(gone), gone);
    };
    let label = ["loss", frame.lost.as_str(), &count.to_string()];
    shuffled(&order, draws as usize, (seed, &label), look, |part| tally.merge(part));
    Step { worst: worst.worst, gone: worst.gone, mean: tally.mean(), every: false }
}

/// Losses looked at so far.
#[derive(Default)]
struct Tally {
    worst: Left,
    gone: Vec<usize>,
    sum: Left,
    n: f64,
}

impl Tally {
    /// Of one piece of all choices.
    fn of_choices(frame: &Frame, first: Vec<usize>) -> Self {
        let (mut tally, mut gone) = (Self::default(), first);
        for _ in 0..PIECE {
            tally.add(frame.without(&gone), &gone);
            if !next_choice(&mut gone, frame.items()) {
                break;
            }
        }
        tally
    }

    fn merge(&mut self, other: Self) {
        // Of losses that are equally bad the first stays, as if all had been looked at in one row.
        if self.n == 0.0 || other.n > 0.0 && other.worst.is_worse(&self.worst) {
            (self.worst, self.gone) = (other.worst, other.gone);
        }
        self.sum = self.sum.plus(&other.sum);
        self.n += other.n;
    }

    fn add(&mut self, left: Left, gone: &[usize]) {
        if self.n == 0.0 || left.is_worse(&self.worst) {
            self.worst = left;
            self.gone = gone.to_vec();
        }
        self.sum = self.sum.plus(&left);
        self.n += 1.0;
    }

    fn mean(&self) -> Left {
        Left { pairs: self.sum.pairs / self.n, largest: self.sum.largest / self.n }
    }
}

/// The first choices of the pieces that all choices are cut into.
fn firsts_of_pieces(count: usize, items: usize) -> Vec<Vec<usize>> {
    let mut choice: Vec<usize> = (0..count).collect();
    let mut firsts = vec![choice.clone()];
    let mut seen = 0;
    while next_choice(&mut choice, items) {
        seen += 1;
        if seen % PIECE == 0 {
            firsts.push(choice.clone());
        }
    }
    firsts
}

/// The next choice of as many places out of `items`, in the order of the dictionary; `false` behind the last.
fn next_choice(choice: &mut [usize], items: usize) -> bool {
    let count = choice.len();
    let Some(pivot) =
        (0..count).rev().find(|place| choice.get(*place).is_some_and(|item| *item < items - count + place))
    else {
        return false;
    };
    let Some(first) = choice.get(pivot).copied() else { return false };
    for (offset, slot) in choice.iter_mut().skip(pivot).enumerate() {
        *slot = first + 1 + offset;
    }
    true
}
