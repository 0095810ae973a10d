//! What came of opened files.

use crate::state::{FileImport, ImportGain, ImportReport};
use crate::ui::text::count;

pub const REFUSED: &str = "Not opened";
pub const NOTHING_CHANGED: &str = "Everything on this device is as it was.";

pub const TAKEN_BACK: &str = "The circle is as it was before";
pub const STAYS: &str = "It cannot be taken back as a whole any more. Change by hand what you do not want.";
pub const COPY: &str = "Copy the message";
const SETTLED: &str = "What two of you had changed is settled";

fn looked_at(imports: &[FileImport]) -> impl Iterator<Item = &ImportReport> {
    imports.iter().filter(|import| import.is_looked()).filter_map(|import| import.result.as_ref().ok())
}

fn news_of(gain: &ImportGain) -> usize {
    match gain {
        ImportGain::Merged { news, .. } => news.len(),
        _ => 0,
    }
}

fn has_conflicts(gain: &ImportGain) -> bool {
    matches!(gain, ImportGain::Merged { conflicts, .. } if !conflicts.is_empty())
}

/// What came of all files that were opened at once.
pub fn summary(imports: &[FileImport]) -> String {
    let opened: Vec<_> = imports.iter().filter_map(|import| import.result.as_ref().ok()).collect();
    let refused = imports.len() - opened.len();
    if opened.is_empty() {
        return match imports {
            [one] if one.is_message() => "The message was not taken".to_owned(),
            [one] => format!("“{}” was not opened", one.file),
            several => format!("None of the {} files was opened", several.len()),
        };
    }
    let changes: usize = opened.iter().map(|report| news_of(&report.gain)).sum();
    let looked: usize = looked_at(imports).map(|report| news_of(&report.gain)).sum();
    if looked_at(imports).next().is_some() {
        return match looked {
            0 => "Something came in for you to decide about".to_owned(),
            n => format!("{} to look at, not taken in yet", count(n, "change", "changes")),
        };
    }
    let arrived = opened.iter().find_map(|report| match &report.gain {
        ImportGain::Invited => Some(format!("An invitation to “{}” came in", report.after.about.name)),
        ImportGain::WantsToJoin(name) => Some(format!("{name} would like to join “{}”", report.after.about.name)),
        _ => None,
    });
    let new = opened.iter().find(|report| matches!(report.gain, ImportGain::NewCircle { .. }));
    let came = match (new, changes) {
        (None, 0) if arrived.is_some() => arrived.unwrap_or_default(),
        (Some(report), _) => format!("“{}” is on this device now", report.after.about.name),
        (None, 0) if opened.iter().any(|report| has_conflicts(&report.gain)) => SETTLED.to_owned(),
        (None, 0) => "Nothing new came in".to_owned(),
        (None, n) => format!("{} came in", count(n, "change", "changes")),
    };
    match refused {
        0 => came,
        n => format!("{came}; {} not opened", count(n, "file was", "files were")),
    }
}
