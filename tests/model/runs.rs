//! The runs: how many there are, how long each is, and what a failure says.

use crate::step::{Step, steps};
use crate::world::World;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError};

/// How many runs, and how many steps each has at least and at most.
fn size() -> (u32, std::ops::Range<usize>) {
    let runs = std::env::var("PEER_CIRCLE_MODEL_RUNS").ok().and_then(|runs| runs.parse().ok());
    runs.map_or((12, 40..160), |runs| (runs, 200..201))
}

fn live(steps: &[Step]) -> Result<(), String> {
    let mut world = World::new();
    for (nth, step) in steps.iter().enumerate() {
        world.step(step).map_err(|found| format!("after step {nth}, {step:?}: {found}"))?;
    }
    world.settle()
}

proptest! {
    #![proptest_config(Config { cases: size().0, max_shrink_iters: 3000, ..Config::default() })]

    #[test]
    fn every_device_shows_what_it_knows(steps in steps(size().1)) {
        live(&steps).map_err(TestCaseError::fail)?;
    }
}
