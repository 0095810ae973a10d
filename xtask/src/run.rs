//! `cargo xtask run`: the release page on this machine, or Trunk's live reload with `--dev`.

use crate::{
    Result, build,
    serve::{Serve, ServeOptions},
    shell::{self, say},
    tools::Toolbox,
};
use std::{
    env,
    path::PathBuf,
    process::{Command, Stdio},
};

/// How to run the app.
#[derive(Debug, Default)]
pub struct RunOptions {
    /// The port; by default 8080, and 8081 for development.
    pub port: Option<u16>,
    /// Unoptimised and rebuilt on every change.
    pub is_dev: bool,
}

/// Runs the app until the process is ended.
pub fn run(options: &RunOptions) -> Result<()> {
    let toolbox = Toolbox::for_building()?;
    if options.is_dev {
        return develop(&toolbox, options.port);
    }
    let root = build::build(build::Page::Release, &toolbox)?;
    let port = options.port.unwrap_or(8080);
    say(format!("serving on port {port}; --port takes another"));
    let host = Serve::start(ServeOptions { port, ..ServeOptions::new(root) })?;
    println!("\n  Peer Circle is at {}  (Ctrl-C ends it)\n", host.url());
    open(&host.url());
    host.wait();
    Ok(())
}

/// Another port than a release's, whose service worker would answer with the released files.
fn develop(toolbox: &Toolbox, port: Option<u16>) -> Result<()> {
    let port = port.unwrap_or(8081).to_string();
    let mut trunk = toolbox.command("trunk");
    trunk.args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port]);
    build::clean_environment(&mut trunk);
    shell::run(shell::cargo().args(["fetch", "--quiet"]))?;
    shell::run(&mut trunk)
}

/// Opens a browser where there is a screen; failing to is no error.
fn open(url: &str) {
    let opener = if cfg!(target_os = "macos") {
        shell::find("open")
    } else if cfg!(windows) {
        Some(PathBuf::from("explorer"))
    } else if env::var_os("DISPLAY").or_else(|| env::var_os("WAYLAND_DISPLAY")).is_some() {
        shell::find("xdg-open")
    } else {
        None
    };
    let Some(opener) = opener else { return };
    let mut command = Command::new(opener);
    command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if command.spawn().is_err() {
        say("could not open a browser; open the address yourself");
    }
}
