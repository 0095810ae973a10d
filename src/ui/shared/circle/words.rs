//! The ways to a circle, and the form that begins one.

pub const FORM_HEADING: &str = "Start a circle";
pub const FORM_LEAD: &str = "Everything can be changed later.";
pub const NAME: &str = "Name of the circle";
pub const NAME_HINT: &str = "What you call it in the chat";
pub const MY_NAME: &str = "Your name";
pub const OTHERS: &str = "The others";
pub const OTHERS_HINT: &str = "One name per line. Three to eight people work best.";
pub const DUE_DAY: &str = "Check-ins are due on";
pub const DUE_TIME: &str = "at";
pub const SUBMIT: &str = "Start the circle";
pub const BACK: &str = "Back";

pub fn zone(city: &str) -> String {
    format!("{city} time, for everybody; each of you sees it on your own clock.")
}

pub const BEGIN: &str = "Start a circle";
pub const OPEN: &str = "Open a file";
pub const DEMO: &str = "Try the demo";
pub const DEMO_NAME: &str = "Northlight";

pub const ZONE: &str = "Time zone of the circle";
pub const ZONE_HINT: &str = "This device does not say where it is.";
pub const CHOOSE_ZONE: &str = "Choose one";
