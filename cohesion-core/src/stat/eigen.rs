//! Eigenvalues of small symmetric matrices.

use super::Matrix;

/// The eigenvalues of a symmetric matrix by Jacobi's rotations, largest first.
pub(crate) fn eigenvalues(matrix: &Matrix, size: usize) -> Vec<f64> {
    let mut a = matrix.clone();
    // Jacobi's sweeps converge by squares: ten are plenty, a hundred a bound.
    for _ in 0..100 {
        let off: f64 = (0..size).map(|i| (0..i).map(|j| a.get(i, j).powi(2)).sum::<f64>()).sum();
        let diagonal: f64 = (0..size).map(|i| a.get(i, i).powi(2)).sum();
        if off <= 1e-32 * diagonal {
            break;
        }
        for i in 1..size {
            for j in 0..i {
                rotate(&mut a, i, j, size);
            }
        }
    }
    let mut values: Vec<f64> = (0..size).map(|i| a.get(i, i)).collect();
    values.sort_by(|a, b| b.total_cmp(a));
    values
}

/// Makes entry (p, q) nought (Golub and Van Loan, section 8.5).
fn rotate(a: &mut Matrix, p: usize, q: usize, size: usize) {
    let entry = a.get(p, q);
    if entry == 0.0 {
        return;
    }
    let tau = (a.get(q, q) - a.get(p, p)) / (2.0 * entry);
    // The smaller of the two angles, which keeps the rotation stable.
    let sign = if tau < 0.0 { -1.0 } else { 1.0 };
    let t = sign / (tau.abs() + (1.0 + tau * tau).sqrt());
    let c = 1.0 / (1.0 + t * t).sqrt();
    let s = t * c;
    for k in 0..size {
        let (kp, kq) = (a.get(k, p), a.get(k, q));
        a.set(k, p, c * kp - s * kq);
        a.set(k, q, s * kp + c * kq);
    }
    for k in 0..size {
        let (pk, qk) = (a.get(p, k), a.get(q, k));
        a.set(p, k, c * pk - s * qk);
        a.set(q, k, s * pk + c * qk);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eigenvalues_of_a_known_matrix() {
        // 2 - 2 cos(k pi / 5) for the second difference of size 4.
        let matrix = Matrix::from_fn(4, |i, j| match i.abs_diff(j) {
            0 => 2.0,
            1 => -1.0,
            _ => 0.0,
        });
        let found = eigenvalues(&matrix, 4);
        for (k, value) in (1..=4).rev().zip(found) {
            let exact = 2.0 - 2.0 * libm::cos(f64::from(k) * core::f64::consts::PI / 5.0);
            assert!((value - exact).abs() < 1e-14, "{value} {exact}");
        }
    }
}
