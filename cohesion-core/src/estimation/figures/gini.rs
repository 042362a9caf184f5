//! The Gini coefficient, row by row: it needs the order of the amounts.

use std::cmp::Ordering;

use crate::estimate::Statistic;
use crate::estimation::answers::{Answers, Linear};
use crate::estimation::figure::{Figure, Made};
use crate::estimation::interval::t_interval;
use crate::estimation::texts;
use crate::stat::{at, gini, positions};

pub(crate) const GINI: Figure = Figure {
    statistic: Statistic::Gini,
    columns: 1,
    between: "",
    made: Made::RowByRow { linear, again: |answers, weights| of(answers, weights, &by_amount(answers)) },
    interval: t_interval,
    r_call: |_, _, _| None,
};

/// The places of the answers in the order of their amounts.
fn by_amount(answers: &Answers) -> Vec<usize> {
    let amounts = answers.numbers.first().map_or(&[][..], Vec::as_slice);
    positions(amounts.len(), |a, b| amounts.get(a).partial_cmp(&amounts.get(b)).unwrap_or(Ordering::Equal))
}

/// Weight and amount of an answer.
fn answer(answers: &Answers, weights: &[f64], place: usize) -> (f64, f64) {
    let amounts = answers.numbers.first();
    (at(weights, place), amounts.and_then(|of| of.get(place)).copied().unwrap_or_default())
}

/// The coefficient under these weights.
fn of(answers: &Answers, weights: &[f64], order: &[usize]) -> f64 {
    gini(order.iter().map(|place| answer(answers, weights, *place)))
}

/// The derivative by the weight of each answer: how far it lies from all others, less what its weight and its amount add
/// below.
fn linear(answers: &Answers) -> Linear {
    let amounts = answers.numbers.first().map_or(&[][..], Vec::as_slice);
    let negative = amounts.iter().filter(|amount| **amount < 0.0).count();
    if negative > 0 {
        return Err(texts::negative_values(negative));
    }
    let total: f64 = amounts.iter().zip(&answers.weights).map(|(y, w)| w * y).sum();
    if total <= 0.0 {
        return Err(texts::mean_not_positive());
    }
    let order = by_amount(answers);
    let value = of(answers, &answers.weights, &order);
    let (mut weight, mut amount, mut linear) = (0.0, 0.0, vec![0.0; amounts.len()]);
    for place in &order {
        let (w, y) = answer(answers, &answers.weights, *place);
        weight += w;
        amount += w * y;
        let apart = y * (2.0 * weight - answers.total) + total - 2.0 * amount;
        if let Some(slot) = linear.get_mut(*place) {
            *slot = apart / (answers.total * total) - value * (1.0 / answers.total + y / total);
        }
    }
    Ok((value, linear))
}

#[cfg(test)]
mod tests {
    use crate::{Column, Design, Survey, Table};

    #[test]
    fn amounts_that_say_nothing_are_told_in_words() {
        let told = |amounts: Vec<f64>| {
            let table = Table::new(vec![Column::number("x", amounts)]).unwrap();
            let estimate = Survey::new(&table, Design::new()).unwrap().gini("x", ()).unwrap().rows[0].estimate.clone();
            (estimate.value, estimate.se, estimate.reason.map(|reason| reason.code.as_str().to_owned()))
        };
        let reason = |code: &str| (None, None, Some(code.to_owned()));
        assert_eq!(told(vec![-2.0, 1.0]), reason("negative_values"));
        assert_eq!(told(vec![0.0, 0.0]), reason("mean_not_positive"));
        assert_eq!(told(vec![f64::NAN, f64::NAN]), reason("no_answers"));
        let (alike, error, reason_of_alike) = told(vec![3.1, 3.1, 3.1]);
        assert_eq!((alike, reason_of_alike), (Some(0.0), None));
        assert!(error.is_some_and(|error| error < 1e-15));
        assert_eq!(told(vec![5.0, f64::NAN]), (Some(0.0), None, Some("one_unit".to_owned())));
    }
}
