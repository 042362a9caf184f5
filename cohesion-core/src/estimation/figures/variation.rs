//! The coefficient of variation.

use crate::estimate::Statistic;
use crate::estimate::texts as common;
use crate::estimation::figure::{Figure, Made};
use crate::estimation::interval::t_interval;
use crate::estimation::texts;

pub(crate) const COEFFICIENT_OF_VARIATION: Figure = Figure {
    statistic: Statistic::CoefficientOfVariation,
    columns: 1,
    between: "",
    made: Made::Smooth {
        powers: &[(0, 0, 0), (1, 0, 0), (2, 0, 0)],
        value: |sums| {
            let mean = sums.mean(0);
            if sums.n < 2.0 {
                return Err(common::one_unit());
            }
            if mean <= 0.0 {
                return Err(texts::mean_not_positive());
            }
            let spread = (sums.central((2, 0, 0)).max(0.0) * sums.n / (sums.n - 1.0)).sqrt();
            // What is left of equal values is the rounding of their mean.
            Ok(if spread <= 1e-14 * mean { 0.0 } else { spread / mean })
        },
        // About the mean, where the sum of distances is 0.
        gradient: |sums, value| {
            if value == 0.0 {
                return vec![0.0; 3];
            }
            let (mean, raise) = (sums.mean(0), sums.n / (sums.n - 1.0));
            let parts = [-value / 2.0, -value / mean, raise / (2.0 * value * mean * mean)];
            parts.map(|part| part / sums.weight()).to_vec()
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
            let estimate = Survey::new(&table, Design::new()).unwrap().coefficient_of_variation("x", ()).unwrap().rows
                [0]
            .estimate
            .clone();
            (estimate.value, estimate.se, estimate.reason.map(|reason| reason.code.as_str().to_owned()))
        };
        let reason = |code: &str| (None, None, Some(code.to_owned()));
        assert_eq!(told(vec![-2.0, 1.0]), reason("mean_not_positive"));
        assert_eq!(told(vec![0.0, 0.0]), reason("mean_not_positive"));
        assert_eq!(told(vec![f64::NAN, f64::NAN]), reason("no_answers"));
        assert_eq!(told(vec![3.1, 3.1, 3.1]), (Some(0.0), Some(0.0), None));
        assert_eq!(told(vec![5.0, f64::NAN]), (None, None, Some("one_unit".to_owned())));
    }
}
