//! The Theil index.

use crate::estimate::Statistic;
use crate::estimation::figure::{Figure, Made};
use crate::estimation::interval::t_interval;
use crate::estimation::texts;

pub(crate) const THEIL: Figure = Figure {
    statistic: Statistic::Theil,
    columns: 1,
    between: "",
    made: Made::Smooth {
        // A logarithm, so these are the powers of the amounts themselves: weight, amount, amount times its logarithm.
        powers: &[(0, 0, 0), (1, 0, 0), (1, 0, 1)],
        value: |sums| {
            let (amount, logs) = (sums.of((1, 0, 0)), sums.of((1, 0, 1)));
            if amount <= 0.0 {
                return Err(texts::mean_not_positive());
            }
            let value = logs / amount - libm::log(amount / sums.weight());
            // What is left of equal amounts is rounding.
            Ok(if value <= 1e-14 * (1.0 + (logs / amount).abs()) { 0.0 } else { value })
        },
        gradient: |sums, value| {
            if value == 0.0 {
                return vec![0.0; 3];
            }
            let (amount, logs) = (sums.of((1, 0, 0)), sums.of((1, 0, 1)));
            vec![1.0 / sums.weight(), -(1.0 + logs / amount) / amount, 1.0 / amount]
        },
    },
    interval: t_interval,
    r_call: |_, _, _| None,
};

#[cfg(test)]
mod tests {
    use crate::{Column, Design, Survey, Table};

    #[test]
    fn amounts_that_say_nothing_are_told_in_words() {
        let told = |amounts: Vec<f64>| {
            let table = Table::new(vec![Column::number("x", amounts)]).unwrap();
            let estimate = Survey::new(&table, Design::new()).unwrap().theil("x", ()).unwrap().rows[0].estimate.clone();
            (estimate.value, estimate.se, estimate.reason.map(|reason| reason.code.as_str().to_owned()))
        };
        let reason = |code: &str| (None, None, Some(code.to_owned()));
        assert_eq!(told(vec![-2.0, 1.0]), reason("negative_values"));
        assert_eq!(told(vec![0.0, 0.0]), reason("mean_not_positive"));
        assert_eq!(told(vec![f64::NAN, f64::NAN]), reason("no_answers"));
        assert_eq!(told(vec![3.1, 3.1, 3.1]), (Some(0.0), Some(0.0), None));
        assert_eq!(told(vec![5.0, f64::NAN]), (Some(0.0), None, Some("one_unit".to_owned())));
    }
}
