//! From the deviations of replicates to a variance.

/// What makes a variance of the replicates.
pub(crate) struct Spread {
    pub scale: f64,
    pub rscales: Vec<f64>,
    pub mse: bool,
}

impl Spread {
    /// The deviations about their centre, times the root of their scale; returns how many replicates had no figure.
    pub fn centred(&self, deviations: &mut [f64]) -> u64 {
        let counted =
            || deviations.iter().zip(&self.rscales).filter(|(value, rscale)| value.is_finite() && **rscale > 0.0);
        let sum: f64 = counted().map(|(value, _)| value).sum();
        let number = counted().count() as f64;
        let centre = if self.mse || number == 0.0 { 0.0 } else { sum / number };
        // What errors of known totals do to the figure comes last, about the estimate and unscaled.
        for value in deviations.iter_mut().skip(self.rscales.len()).filter(|value| !value.is_finite()) {
            *value = 0.0;
        }
        let mut without = 0;
        for (value, rscale) in deviations.iter_mut().zip(&self.rscales) {
            if value.is_finite() {
                *value = (*value - centre) * (self.scale * rscale).sqrt();
            } else {
                *value = 0.0;
                without += 1;
            }
        }
        without
    }
}

/// The replicates in words: `stratified jackknife (jkn), 6 replicates, scale 1, rscales 0.5, about their mean`.
pub(crate) fn described(name: &str, count: usize, spread: &Spread) -> String {
    let least = spread.rscales.iter().copied().fold(f64::INFINITY, f64::min);
    let most = spread.rscales.iter().copied().fold(0.0, f64::max);
    let rscales = if least < most { format!("{least} to {most}") } else { most.to_string() };
    let (scale, centre) = (spread.scale, if spread.mse { "the estimate" } else { "their mean" });
    format!("{name}, {count} replicates, scale {scale}, rscales {rscales}, about {centre}")
}
