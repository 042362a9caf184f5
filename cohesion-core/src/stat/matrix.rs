//! Small square matrices and Cholesky's factor.

use super::at;

/// A square matrix, row by row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Matrix {
    size: usize,
    values: Vec<f64>,
}

impl Matrix {
    /// All zeros.
    pub fn zeros(size: usize) -> Self {
        Self { size, values: vec![0.0; size * size] }
    }

    /// The matrix whose entry (i, j) is `entry(i, j)`.
    pub fn from_fn(size: usize, entry: impl Fn(usize, usize) -> f64) -> Self {
        let values = (0..size * size).map(|place| entry(place / size.max(1), place % size.max(1))).collect();
        Self { size, values }
    }

    /// Entry (i, j); 0 outside.
    pub fn get(&self, i: usize, j: usize) -> f64 {
        if j < self.size { at(&self.values, i * self.size + j) } else { 0.0 }
    }

    /// Row i; nothing outside.
    fn row(&self, i: usize) -> &[f64] {
        self.values.get(i * self.size..(i + 1) * self.size).unwrap_or_default()
    }

    fn row_mut(&mut self, i: usize) -> &mut [f64] {
        self.values.get_mut(i * self.size..(i + 1) * self.size).unwrap_or_default()
    }

    /// Sets entry (i, j).
    pub fn set(&mut self, i: usize, j: usize, value: f64) {
        if let Some(entry) = self.values.get_mut(i * self.size + j) {
            *entry = value;
        }
    }

    /// Adds to entry (i, j).
    pub fn add(&mut self, i: usize, j: usize, value: f64) {
        if let Some(entry) = self.values.get_mut(i * self.size + j) {
            *entry += value;
        }
    }

    /// Adds `factor` times x x'.
    pub fn add_outer(&mut self, x: &[f64], factor: f64) {
        for (row, xi) in self.values.chunks_exact_mut(self.size.max(1)).zip(x) {
            let scaled = factor * xi;
            for (entry, xj) in row.iter_mut().zip(x) {
                *entry += scaled * xj;
            }
        }
    }

    /// The product of two matrices of one size.
    pub fn times(&self, other: &Self) -> Self {
        Self::from_fn(self.size, |i, j| (0..self.size).map(|k| self.get(i, k) * other.get(k, j)).sum())
    }

    /// Rows and columns swapped.
    pub fn transposed(&self) -> Self {
        Self::from_fn(self.size, |i, j| self.get(j, i))
    }

    /// The sum of the diagonal.
    pub fn trace(&self) -> f64 {
        (0..self.size).map(|i| self.get(i, i)).sum()
    }
}

/// The lower factor L of a positive definite matrix L L'.
#[derive(Clone, Debug)]
pub(crate) struct Cholesky {
    lower: Matrix,
}

impl Cholesky {
    /// The factor of a symmetric matrix.
    ///
    /// # Errors
    /// The place of the first pivot that is not above `floor` of its place, with the factor so far.
    pub fn of(matrix: &Matrix, floor: impl Fn(usize) -> f64) -> Result<Self, (usize, Self)> {
        let mut this = Self { lower: Matrix::zeros(matrix.size) };
        for j in 0..matrix.size {
            let pivot = matrix.get(j, j) - (0..j).map(|k| this.lower.get(j, k).powi(2)).sum::<f64>();
            if pivot.is_nan() || pivot <= floor(j) {
                return Err((j, this));
            }
            let root = pivot.sqrt();
            this.lower.set(j, j, root);
            for i in j + 1..matrix.size {
                let dot: f64 = (0..j).map(|k| this.lower.get(i, k) * this.lower.get(j, k)).sum();
                this.lower.set(i, j, (matrix.get(i, j) - dot) / root);
            }
        }
        Ok(this)
    }

    /// The factor of a symmetric matrix that may be singular: a column whose pivot is not above `floor` of its place is
    /// left out, and what it is made of is returned in its place. With 0 on the right for such a column,
    /// [`Cholesky::solve`] gives 0 for it.
    pub fn skipping(matrix: &Matrix, floor: impl Fn(usize) -> f64) -> (Self, Vec<Option<Vec<f64>>>) {
        let size = matrix.size;
        let mut this = Self { lower: Matrix::zeros(size) };
        let mut skipped: Vec<Option<Vec<f64>>> = vec![None; size];
        for j in 0..size {
            let above = this.lower.row(j).to_vec();
            let pivot = matrix.get(j, j) - above.iter().map(|entry| entry * entry).sum::<f64>();
            if pivot.is_nan() || pivot <= floor(j) {
                let made = this.dependence(j);
                this.lower.row_mut(j).fill(0.0);
                this.lower.set(j, j, 1.0);
                if let Some(slot) = skipped.get_mut(j) {
                    *slot = Some(made);
                }
                continue;
            }
            let root = pivot.sqrt();
            this.lower.set(j, j, root);
            for i in j + 1..size {
                let dot: f64 = this.lower.row(i).iter().zip(&above).take(j).map(|(a, b)| a * b).sum();
                this.lower.set(i, j, (matrix.get(i, j) - dot) / root);
            }
        }
        (this, skipped)
    }

    /// The square of the pivot at `place`.
    pub fn pivot(&self, place: usize) -> f64 {
        self.lower.get(place, place).powi(2)
    }

    /// x with L L' x = b.
    pub fn solve(&self, b: &[f64]) -> Vec<f64> {
        self.solve_upper(self.solve_lower(b.to_vec()))
    }

    /// X with L X = B, for a B of the same size.
    pub fn solve_lower_matrix(&self, b: &Matrix) -> Matrix {
        let mut solved = Matrix::zeros(b.size);
        for j in 0..b.size {
            let column = (0..b.size).map(|i| b.get(i, j)).collect();
            for (i, value) in self.solve_lower(column).into_iter().enumerate() {
                solved.set(i, j, value);
            }
        }
        solved
    }

    /// x with L x = b.
    fn solve_lower(&self, mut x: Vec<f64>) -> Vec<f64> {
        for i in 0..x.len() {
            let known: f64 = x.iter().take(i).enumerate().map(|(k, xk)| self.lower.get(i, k) * xk).sum();
            if let Some(xi) = x.get_mut(i) {
                *xi = (*xi - known) / self.lower.get(i, i);
            }
        }
        x
    }

    /// x with L' x = b.
    fn solve_upper(&self, mut x: Vec<f64>) -> Vec<f64> {
        for i in (0..x.len()).rev() {
            let known: f64 = x.iter().enumerate().skip(i + 1).map(|(k, xk)| self.lower.get(k, i) * xk).sum();
            if let Some(xi) = x.get_mut(i) {
                *xi = (*xi - known) / self.lower.get(i, i);
            }
        }
        x
    }

    /// The inverse of the matrix.
    pub fn inverse(&self) -> Matrix {
        let size = self.lower.size;
        let mut inverse = Matrix::zeros(size);
        for j in 0..size {
            let unit: Vec<f64> = (0..size).map(|i| if i == j { 1.0 } else { 0.0 }).collect();
            for (i, value) in self.solve(&unit).into_iter().enumerate() {
                inverse.set(i, j, value);
            }
        }
        inverse
    }

    /// What column `place`, whose pivot failed, is made of: its coefficients on the columns before it.
    pub fn dependence(&self, place: usize) -> Vec<f64> {
        self.solve_upper((0..place).map(|k| self.lower.get(place, k)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_and_inverts() {
        let matrix = Matrix::from_fn(3, |i, j| if i == j { 4.0 + i as f64 } else { 1.0 });
        let factor = Cholesky::of(&matrix, |_| 0.0).unwrap();
        let x = factor.solve(&[6.0, 7.0, 8.0]);
        assert!(x.iter().all(|x| (x - 1.0).abs() < 1e-15), "{x:?}");
        let one = matrix.times(&factor.inverse());
        let wrong = (0..9).map(|k| one.get(k / 3, k % 3) - if k / 3 == k % 3 { 1.0 } else { 0.0 });
        assert!(wrong.map(f64::abs).sum::<f64>() < 1e-14);
    }

    /// The third column is the first less twice the second.
    #[test]
    fn names_what_a_column_is_made_of() {
        let mut gram = Matrix::zeros(3);
        for (a, b) in [(1.0, 2.0), (0.5, -1.0), (3.0, 0.25)] {
            gram.add_outer(&[a, b, a - 2.0 * b], 1.0);
        }
        let (place, factor) = Cholesky::of(&gram, |_| 1e-10).unwrap_err();
        let made = factor.dependence(place);
        assert_eq!(place, 2);
        assert!((made[0] - 1.0).abs() < 1e-12 && (made[1] + 2.0).abs() < 1e-12, "{made:?}");
    }

    #[test]
    fn nan_has_no_factor() {
        assert!(Cholesky::of(&Matrix::from_fn(1, |_, _| f64::NAN), |_| 0.0).is_err());
    }
}
