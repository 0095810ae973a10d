//! The least assignment against all of them, one by one.

#[path = "../../../src/domain/role/rota/assign.rs"]
mod assign;

use assign::least;
use proptest::prelude::*;

/// The least sum over every way to give each row from `row` on a column that is not in `taken`.
fn by_trying(costs: &[u128], columns: usize, row: usize, rows: usize, taken: u32) -> u128 {
    if row == rows {
        return 0;
    }
    let free = (0..columns).filter(|column| taken & (1 << column) == 0);
    let each = free
        .map(|column| costs[row * columns + column] + by_trying(costs, columns, row + 1, rows, taken | (1 << column)));
    each.min().unwrap_or(assign::TOO_MUCH)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Few different costs make many ties and traps for a greedy choice.
    #[test]
    fn no_other_assignment_costs_less(
        rows in 1..=4_usize,
        more in 0..=3_usize,
        most in 1..50_u128,
        seeds in proptest::collection::vec(any::<u64>(), 28),
    ) {
        let columns = rows + more;
        let costs: Vec<u128> = seeds.iter().take(rows * columns).map(|seed| u128::from(*seed) % most).collect();
        let chosen = least(&costs, rows, columns);
        let mut distinct = chosen.clone();
        distinct.sort_unstable();
        distinct.dedup();
        prop_assert_eq!(distinct.len(), rows);
        let sum: u128 = chosen.iter().enumerate().map(|(row, column)| costs[row * columns + column]).sum();
        prop_assert_eq!(sum, by_trying(&costs, columns, 0, rows, 0));
    }
}
