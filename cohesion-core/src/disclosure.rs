//! Which groups of a table must be hidden before it leaves its owner.
//!
//! The rule: a group with fewer than `minimum` answers is hidden; and as long as the hidden groups together could be
//! found by subtracting the shown ones from the total, the smallest shown group is hidden too.

/// Why a group is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Too few answers.
    Small,
    /// So that another group cannot be found by subtraction.
    Complementary,
}

/// Decides for each group of a partition whose total is published; `answers` is the number of answers per group.
///
/// ```
/// use cohesion_core::{Hidden, hide_small};
/// assert_eq!(hide_small(&[40, 7, 12], 10), [None, Some(Hidden::Small), Some(Hidden::Complementary)]);
/// assert_eq!(hide_small(&[40, 12], 10), [None, None]);
/// ```
#[must_use]
pub fn hide_small(answers: &[u64], minimum: u64) -> Vec<Option<Hidden>> {
    let mut hidden: Vec<Option<Hidden>> =
        answers.iter().map(|answers| (*answers < minimum).then_some(Hidden::Small)).collect();
    let mut order: Vec<usize> = (0..answers.len()).filter(|index| !is_hidden(&hidden, *index)).collect();
    crate::ordered::sort_by(&mut order, |a, b| answers.get(*a).cmp(&answers.get(*b)));
    let mut order = order.into_iter();
    // One hidden group, or several that together are still small, is the total less the shown groups.
    while exposes(&hidden, answers, minimum) {
        let Some(next) = order.next() else { break };
        if let Some(slot) = hidden.get_mut(next) {
            *slot = Some(Hidden::Complementary);
        }
    }
    hidden
}

fn is_hidden(hidden: &[Option<Hidden>], index: usize) -> bool {
    hidden.get(index).is_some_and(Option::is_some)
}

/// Whether subtraction from the total gives away a small group.
fn exposes(hidden: &[Option<Hidden>], answers: &[u64], minimum: u64) -> bool {
    let count = hidden.iter().flatten().count();
    let sum: u64 = answers.iter().zip(hidden).filter(|(_, hidden)| hidden.is_some()).map(|(answers, _)| answers).sum();
    count == 1 || (count > 1 && sum < minimum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_small_groups_that_sum_below_the_minimum_take_a_third_with_them() {
        let expected = [Some(Hidden::Small), Some(Hidden::Small), Some(Hidden::Complementary), None];
        assert_eq!(hide_small(&[2, 3, 11, 30], 10), expected);
    }

    #[test]
    fn nothing_small_hides_nothing_and_all_small_hides_all() {
        assert_eq!(hide_small(&[10, 11], 10), [None, None]);
        assert_eq!(hide_small(&[1, 2], 10), [Some(Hidden::Small), Some(Hidden::Small)]);
        assert!(hide_small(&[], 10).is_empty());
    }

    proptest::proptest! {
        /// Whatever the counts: no small group is shown, and the hidden ones cannot be had as total less shown.
        #[test]
        fn no_small_group_can_be_found(answers in proptest::collection::vec(0_u64..60, 1..12), minimum in 1_u64..20) {
            let hidden = hide_small(&answers, minimum);
            for (answers, hidden) in answers.iter().zip(&hidden) {
                proptest::prop_assert!(*answers >= minimum || hidden.is_some());
            }
            let out: Vec<u64> = answers.iter().zip(&hidden).filter(|(_, h)| h.is_some()).map(|(a, _)| *a).collect();
            let all_hidden = out.len() == answers.len();
            proptest::prop_assert!(out.is_empty() || all_hidden || (out.len() >= 2 && out.iter().sum::<u64>() >= minimum));
        }
    }
}
