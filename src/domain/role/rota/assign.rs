//! The least of all assignments.

/// What no cost may exceed; the sum of as many as there are rows still fits.
pub(super) const TOO_MUCH: u128 = u128::MAX / 16;

/// For each row a column of its own, so that the sum of `costs` (row by row, `columns` in each) is least.
///
/// Exact: for each set of rows, the least sum with the columns looked at so far (a knapsack over columns).
/// That takes `columns` × 2^`rows` × `rows` steps; there are at most eight rows, see
/// [`ROLES_MAX`](crate::domain::ROLES_MAX). There must be at least as many columns as rows.
pub(super) fn least(costs: &[u128], rows: usize, columns: usize) -> Vec<usize> {
    let full = (1_usize << rows) - 1;
    let mut best: Vec<(u128, [u8; 8])> = vec![(TOO_MUCH, [0; 8]); full + 1];
    best[0].0 = 0;
    for column in 0..columns {
        // From the fullest set down, so that no column is taken twice.
        for taken in (0..full).rev() {
            let (sum, chosen) = best[taken];
            if sum == TOO_MUCH {
                continue;
            }
            for row in (0..rows).filter(|row| taken & (1 << row) == 0) {
                let sum = sum + costs[row * columns + column];
                let target = &mut best[taken | (1 << row)];
                if sum < target.0 {
                    *target = (sum, chosen);
                    target.1[row] = column as u8;
                }
            }
        }
    }
    best[full].1[..rows].iter().map(|column| usize::from(*column)).collect()
}
