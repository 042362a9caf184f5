//! Inequality of amounts.

/// The Gini coefficient of weights and amounts in the order of the amounts: the weighted distances between all pairs, each
/// once, over the sum of the weights times that of the amounts. NaN where all amounts are 0.
pub(crate) fn gini(in_order: impl Iterator<Item = (f64, f64)>) -> f64 {
    let (mut weight, mut amount, mut apart) = (0.0, 0.0, 0.0);
    for (w, y) in in_order {
        // From those before, none of which is larger: one pass instead of one over all pairs.
        apart += w * (y * weight - amount);
        weight += w;
        amount += w * y;
    }
    apart / (weight * amount)
}
