//! What the rota of a large circle costs.

use crate::support::{Zones, at, cycle, sample_circle};
use peer_circle::domain::{Record, Role, RoleId, rota};
use std::time::Instant;

/// 12 members, 104 cycles, five roles: under 10 ms in a release build. Prints what it took.
#[test]
#[ignore = "a measurement: cargo test --release --no-default-features --test domain speed -- --ignored --nocapture"]
fn two_years_of_twelve_members_and_five_roles() {
    let mut circle = sample_circle(7, 12, 104);
    for nth in 0..2 {
        let created_at = at("2024-01-01T00:00:00Z");
        circle.put(Record::Role(Role { created_at, ..Role::plain(RoleId::new(&format!("own{nth}"))) }));
    }
    let through = cycle("2026-11-25");
    let mut best = f64::MAX;
    for _ in 0..20 {
        let begun = Instant::now();
        let found = rota(&circle, &Zones, through, &[]);
        best = best.min(begun.elapsed().as_secs_f64() * 1000.0);
        assert_eq!(found.turns(through).len(), 5);
        assert!(found.last().since(found.first()) >= 104);
    }
    println!("rota of 12 members, 104 cycles, 5 roles: {best:.2} ms");
    assert!(best < 10.0 || cfg!(debug_assertions), "{best:.2} ms");
}
