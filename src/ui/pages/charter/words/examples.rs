//! Charters to begin with.

use crate::domain::{CharterFocus, CharterTerms};

/// A charter to begin with: who it is for, and what it says.
struct CharterExample {
    name: &'static str,
    focus: CharterFocus,
    focus_words: &'static str,
    purpose: &'static str,
    outcome: &'static str,
    norms: &'static [&'static str],
    confidentiality: &'static str,
    absence: &'static str,
    leaving: &'static str,
}

const ALL: [CharterExample; 4] = [
    CharterExample {
        name: "Looking for a job",
        focus: CharterFocus::Updates,
        focus_words: "",
        purpose: "We keep each other searching every week, until each of us has a job that they would choose again.",
        outcome: "Within 10 weeks each of us has sent 20 good applications and has had 5 interviews.",
        norms: &[
            "We say numbers: applications sent, people spoken to, answers.",
            "A rejection is told within a day, without comment.",
            "We ask two questions before we give advice.",
            "Whoever hears of an opening that fits another passes it on the same day.",
        ],
        confidentiality: "Names of companies and salaries stay among us.",
        absence: "Who cannot come says so a day before, and still checks in.",
        leaving: "Who has found a job stays for two more weeks, tells what worked, and leaves with our thanks.",
    },
    CharterExample {
        name: "Getting promoted",
        focus: CharterFocus::Goals,
        focus_words: "",
        purpose: "We make our work seen and grow into the next role, with people who tell us the truth.",
        outcome: "By the end of the season each of us has had 3 talks about the next role and has 5 written proofs for it.",
        norms: &[
            "Each of us brings one piece of work a week that somebody else has seen.",
            "Feedback names what was seen, what it did, and what to try next.",
            "We speak about what we do, not about our managers.",
            "What we commit to has a day.",
        ],
        confidentiality: "What is said of employers and colleagues stays here. Nothing is forwarded.",
        absence: "Who cannot come says so a day before and leaves one question for the others.",
        leaving: "Who leaves says so in a session, and names what they take along and what they would change.",
    },
    CharterExample {
        name: "Learning a skill",
        focus: CharterFocus::Skills,
        focus_words: "",
        purpose: "We practise every week and show each other unfinished work, so that we learn faster than alone.",
        outcome: "In 8 weeks each of us has practised 24 times and has finished 1 thing that others can use.",
        norms: &[
            "We show work that is not finished.",
            "Three times 30 minutes of practice a week, whenever it suits.",
            "We ask what the other one wants to hear before we comment.",
            "Each of us teaches the others one thing in a season.",
        ],
        confidentiality: "Drafts stay here until who made them shows them elsewhere.",
        absence: "Who misses a session sends what they made, and looks at one work of another.",
        leaving: "Who leaves keeps their commitments or hands them over, and says goodbye in a session.",
    },
    CharterExample {
        name: "Founders",
        focus: CharterFocus::Own,
        focus_words: "Building something that people pay for",
        purpose: "We get each of our products in front of customers every week, and say what nobody else tells us.",
        outcome: "By week 12 each of us has spoken to 30 customers, and 3 of us earn their first revenue.",
        norms: &[
            "We say the number of the week first, then the story.",
            "Each of us speaks to three customers a week.",
            "We tell bad news before good news.",
            "We do not hire from each other, and we do not compete without saying so first.",
        ],
        confidentiality: "Numbers, customers and ideas stay here. Who wants to use one asks first.",
        absence: "Who cannot come sends their number and one question before the session.",
        leaving: "Who closes or changes course tells us first, and leaves in an honest last session.",
    },
];

/// What the examples are called.
pub const EXAMPLES: [&str; 4] = [ALL[0].name, ALL[1].name, ALL[2].name, ALL[3].name];

/// The example at `place`.
pub fn example(place: usize) -> Option<CharterTerms> {
    let example = ALL.get(place)?;
    Some(CharterTerms {
        focus: Some(example.focus),
        focus_words: example.focus_words.to_owned(),
        purpose: example.purpose.to_owned(),
        outcome: example.outcome.to_owned(),
        norms: example.norms.iter().map(|norm| (*norm).to_owned()).collect(),
        confidentiality: example.confidentiality.to_owned(),
        absence: example.absence.to_owned(),
        leaving: example.leaving.to_owned(),
        contact: String::new(),
    })
}
