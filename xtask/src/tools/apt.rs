//! System packages, where there is apt and the right to use it.

use crate::{
    Error, Result,
    shell::{self, capture, run, say},
};
use std::process::Command;

/// Installs Debian packages, or fails with the command to type.
pub fn install(packages: &[&str]) -> Result<()> {
    let Some(prefix) = privilege() else {
        return Err(Error::Missing {
            what: format!("Something from these packages: {}", packages.join(", ")),
            remedy: format!(
                "On Debian or Ubuntu: sudo apt-get install {}. Elsewhere install the same \
                 programs by other means, so that they are on PATH.",
                packages.join(" ")
            ),
        });
    };
    say(format!("system packages … installing: {}", packages.join(" ")));
    run(command(prefix).args(["update", "-qq"]))?;
    run(command(prefix).args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}

/// How apt may be called: directly (root), by sudo without a password, or not at all.
fn privilege() -> Option<&'static [&'static str]> {
    shell::find("apt-get")?;
    if capture(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&["apt-get"]);
    }
    capture(Command::new("sudo").args(["-n", "true"])).map(|_| &["sudo", "-n", "apt-get"][..])
}

fn command(prefix: &[&str]) -> Command {
    let mut command = Command::new(prefix[0]);
    command.args(&prefix[1..]).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
