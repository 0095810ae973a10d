//! What a start finds missing.

/// What the start found missing or damaged, to be told once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Losses {
    /// The file that was being opened when the app stopped last time.
    pub stopped_by: Option<String>,
    /// Stored edits of the open circle that cannot be read.
    pub unreadable_edits: usize,
    /// A generation that cannot be read; the other one had everything.
    pub spare_copy: bool,
}

impl Losses {
    /// Adds what was found later.
    pub fn add(&mut self, later: Self) {
        self.stopped_by = self.stopped_by.take().or(later.stopped_by);
        self.unreadable_edits += later.unreadable_edits;
        self.spare_copy |= later.spare_copy;
    }
}
