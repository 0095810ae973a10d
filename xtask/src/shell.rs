//! Running other programs, and telling the developer about it.

use crate::{Context, Error, Result};
use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// Prints one line of progress.
pub fn say(text: impl AsRef<str>) {
    eprintln!("xtask: {}", text.as_ref());
}

/// The command as one would type it, with paths cut to their last part.
pub fn describe(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

/// Shows the command, runs it with the terminal's own output and fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let program = describe(command);
    say(format!("$ {program}"));
    let status = command.stdin(Stdio::null()).status().context(|| format!("starting {program}"))?;
    if status.success() {
        return Ok(());
    }
    Err(Error::Failed { program, code: status.code() })
}

/// Runs a command quietly: its standard output, or `None` when it is absent or fails.
pub fn capture(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Finds a program on `PATH`.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The cargo that runs this task, so that nested calls use the same toolchain.
pub fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(crate::workspace::root());
    command
}
