//! The domain: plain rules, each as a table of cases.

#![allow(clippy::unwrap_used, reason = "a test may end with a panic")]

use peer_circle_support as support;

mod aims;
mod board;
mod care;
mod carrying;
mod charter;
mod clock;
mod clocks;
mod consistency;
mod cycles;
mod day_doubt;
mod decisions;
mod easing;
mod feedback;
mod fit;
mod goal_numbers;
mod insights;
mod intake;
mod interval;
mod leaving;
mod measures;
mod numbers;
mod order;
mod profiles;
mod put_back;
mod reading;
mod records;
mod reminders;
mod replies;
mod rhythm;
mod rhythm_changes;
mod rota;
mod sealing;
mod search;
mod seasons;
mod segments;
mod session_news;
mod sessions;
mod tasks;
mod time;
mod typing;
mod unsent;
mod upcoming;
mod views;
mod writing;
mod zones;
