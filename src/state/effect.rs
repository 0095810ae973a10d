//! What leaves the graph. Leptos compiles the loop that waits for a change anew for each effect; here it is there once.

use leptos::prelude::Effect as Graph;

/// Something that is done now, and again whenever what it reads has changed.
pub struct Effect;

impl Effect {
    /// Does `act` after the page is drawn, and again after each change, as long as the current owner lives. It is given
    /// what it returned the last time.
    #[expect(clippy::new_ret_no_self, reason = "it is called as Leptos' own is, and nobody keeps it")]
    pub fn new<T: 'static>(mut act: impl FnMut(Option<T>) -> T + 'static) {
        let mut last = None;
        run(Box::new(move || last = Some(act(last.take()))));
    }
}

fn run(mut act: Box<dyn FnMut()>) {
    Graph::new(move |_| act());
}
