//! The tasks of this workspace: `cargo xtask run | build | test | bench | fuzz | doctor`.
//!
//! It is a library too, so that the end-to-end tests use the same static host and the same
//! staging as a release:
//!
//! - [`tools`] pins every outside program and puts what is missing below `target/tools/`;
//! - [`build`] runs Trunk, [`styles`] joins the style sheets before it, [`stage`] turns Trunk's
//!   output into a site that works on a dumb host at any sub-path and offline;
//! - [`serve`] is such a dumb host, for looking at a release and for tests;
//! - [`test`], [`bench`], [`fuzz`] and [`doctor`] are the commands of the same names.

pub mod bench;
pub mod build;
pub mod cut;
pub mod doctor;
mod error;
pub mod fuzz;
mod imports;
mod order;
pub mod run;
pub mod serve;
pub mod shell;
pub mod stage;
pub mod styles;
pub mod test;
pub mod tools;
mod unused;
pub mod workspace;

pub use error::{Context, Error, Result};
