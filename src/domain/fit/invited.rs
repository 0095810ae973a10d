//! A circle's mixture as somebody outside may see it.

use super::Mix;
use super::mix::OWN_INTENTION;
use crate::domain::order::Arrange;

/// `mix` without anybody's own words but skills: what somebody is here for in words of their own becomes a number, the
/// same for the same words.
pub fn anonymous(mix: &Mix) -> Mix {
    let mut own: Vec<String> = Vec::new();
    for key in mix.intentions.iter().flatten().filter(|key| key.starts_with(OWN_INTENTION)) {
        if !own.contains(key) {
            own.push(key.clone());
        }
    }
    let number = |key: &String| match own.iter().position(|known| known == key) {
        Some(nth) => format!("{OWN_INTENTION}#{}", nth + 1),
        None => key.clone(),
    };
    let mut intentions: Vec<Vec<String>> =
        mix.intentions.iter().map(|keys| keys.iter().map(number).collect()).collect();
    intentions.iter_mut().for_each(|keys| keys.arrange());
    intentions.arrange();
    Mix { intentions, ..mix.clone() }
}
