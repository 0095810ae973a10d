//! `cargo xtask test`: every check of this workspace, to the end, with one summary.

mod report;
mod steps;

pub use steps::Step;
pub(crate) use steps::in_browser;

use crate::{Result, shell::say, tools::Browser};
use report::{Count, Row};
use std::time::Instant;

/// Which checks to run.
#[derive(Debug)]
pub struct TestOptions {
    /// The steps, in any order; they run in the order of [`Step::ALL`].
    pub steps: Vec<Step>,
    /// The browsers of the end-to-end tests.
    pub browsers: Vec<Browser>,
}

impl Default for TestOptions {
    fn default() -> Self {
        Self { steps: Step::ALL.to_vec(), browsers: Browser::ALL.to_vec() }
    }
}

/// Runs the steps and prints the summary; answers whether nothing failed.
///
/// A step that fails does not stop the ones after it. A step that is no test runner counts as
/// one test; one that breaks before its runner reports counts as one failure.
pub fn test(options: &TestOptions) -> Result<bool> {
    let mut rows = Vec::new();
    for step in Step::ALL.into_iter().filter(|step| options.steps.contains(step)) {
        say(format!("──── {step}"));
        let start = Instant::now();
        let count = step.run(&options.browsers).unwrap_or_else(|error| {
            say(format!("{step}: {error}"));
            Count::FAILURE
        });
        rows.push(Row { name: step.name(), took: start.elapsed(), count });
    }
    println!("\n{}", report::table(&rows));
    Ok(rows.iter().all(|row| row.count.failed == 0))
}
