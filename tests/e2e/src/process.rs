//! A driver and the browsers it starts, which end together whatever happens.

use std::{
    fs::File,
    io,
    net::{Ipv4Addr, TcpListener},
    os::unix::process::CommandExt as _,
    path::Path,
    process::{Child, Command, Stdio},
};

/// Runs its arguments, and when its standard input closes kills its own process group. The other
/// end of that input is held by [`Driver`] alone, so this also happens when the tests are killed.
const GUARD: &str = r#""$@" </dev/null & cat >/dev/null; kill -9 0"#;

/// A running driver. Dropping it kills it and every browser that it started.
#[derive(Debug)]
pub(crate) struct Driver {
    guard: Child,
}

impl Driver {
    /// Starts the program in a process group of its own; what it prints goes to `log`.
    pub(crate) fn start(command: &Command, log: &Path) -> io::Result<Self> {
        let output = File::create(log)?;
        let mut guard = Command::new("sh");
        guard.args(["-c", GUARD, "sh"]).arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => guard.env(name, value),
                None => guard.env_remove(name),
            };
        }
        guard.stdin(Stdio::piped()).stdout(output.try_clone()?).stderr(output).process_group(0);
        Ok(Self { guard: guard.spawn()? })
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
    }
}

/// A port that was free a moment ago.
pub(crate) fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}
