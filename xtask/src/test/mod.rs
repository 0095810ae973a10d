//! `cargo xtask test`: every check of this workspace, to the end, with one summary.

mod report;
mod steps;

pub use steps::Step;
pub(crate) use steps::{end_to_end, in_browser};

use crate::{Result, build::Page, shell::say, tools::Browser};
use report::{Count, Row};
use std::time::Instant;

/// Which checks to run.
#[derive(Debug)]
pub struct TestOptions {
    /// The steps, in any order; they run in the order of [`Step::ALL`].
    pub steps: Vec<Step>,
    /// The browsers of the end-to-end tests.
    pub browsers: Vec<Browser>,
    /// The page that the end-to-end tests walk through.
    pub page: Page,
    /// A part of the names of the end-to-end tests to run; without it, all run.
    pub journey: Option<String>,
}

impl Default for TestOptions {
    fn default() -> Self {
        let (steps, browsers) = (Step::ALL.to_vec(), Browser::ALL.to_vec());
        Self { steps, browsers, page: Page::Release, journey: None }
    }
}

/// Runs the steps and prints the summary; returns whether nothing failed.
///
/// A step that fails does not stop the ones after it. A step that is no test runner counts as
/// one test; one that breaks before its runner reports counts as one failure.
pub fn test(options: &TestOptions) -> Result<bool> {
    let mut rows = Vec::new();
    for step in Step::ALL.into_iter().filter(|step| options.steps.contains(step)) {
        say(format!("──── {step}"));
        let start = Instant::now();
        let count = step.run(options).unwrap_or_else(|error| {
            say(format!("{step}: {error}"));
            Count::FAILURE
        });
        rows.push(Row { name: step.name(), took: start.elapsed(), count });
    }
    println!("\n{}", report::table(&rows));
    Ok(rows.iter().all(|row| row.count.failed == 0))
}
