//! Mounts the page.

#[cfg(target_arch = "wasm32")]
fn main() {
    peer_circle::platform::install_panic_screen();
    leptos::mount::mount_to_body(peer_circle::ui::Root);
}

/// There is no page outside a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("Peer Circle runs in a browser: cargo xtask run");
}
