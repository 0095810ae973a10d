//! The command line of the tasks. `cargo xtask help` lists them.

use std::{env, path::PathBuf, process::ExitCode};
use xtask::{
    Error, Result, bench,
    build::{self, Page},
    cut, doctor,
    fuzz::{self, FuzzOptions},
    run::{self, RunOptions},
    stage, styles,
    test::{self, Step, TestOptions},
    tools::Toolbox,
    workspace,
};

const HELP: &str = "\
cargo xtask <task>

  run [--port N] [--dev]   build the release and serve it on 127.0.0.1 (default 8080);
                           --dev: unoptimised with live reload (default 8081)
  build [--quick]          the release site in dist/, for any static host at any path;
                           --quick: barely optimised, in target/quick-dist
  test [--only STEPS] [--browsers NAMES] [--quick] [JOURNEY]
                           every check; STEPS of fmt,clippy,core,native,web,e2e,
                           NAMES of chromium,firefox,webkit; with JOURNEY nothing but
                           journeys with that in their names; --quick: nothing but
                           journeys, through a page that is barely optimised
  bench [--build]          bytes fetched against their limits, and times in Chromium
  fuzz [--seconds N] [IMPORTER]
                           inputs that libFuzzer finds for what reads others' files
                           and messages, N seconds for each (default 60)
  doctor                   what the tasks need and what is here

  stage [FOLDER]           make Trunk's output a site (default dist; Trunk calls this)
  styles                   join the style sheets into one file (Trunk calls this)

What is missing is installed below target/tools/ on first use; browsers come from apt.";

fn main() -> ExitCode {
    match task() {
        Ok(code) => code,
        Err(error @ Error::Usage(_)) => {
            eprintln!("{error}\n\n{HELP}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn task() -> Result<ExitCode> {
    let mut arguments = lexopt::Parser::from_env();
    let name = match arguments.next()? {
        Some(lexopt::Arg::Value(name)) => name.to_string_lossy().into_owned(),
        None | Some(lexopt::Arg::Short('h') | lexopt::Arg::Long("help")) => "help".into(),
        Some(other) => return Err(other.unexpected().into()),
    };
    match name.as_str() {
        "run" => run::run(&run_options(&mut arguments)?).map(|()| ExitCode::SUCCESS),
        "build" => page(&mut arguments),
        "test" => Ok(code(test::test(&test_options(&mut arguments)?)?)),
        "bench" => bench::bench(flag(&mut arguments, "build")?).map(|()| ExitCode::SUCCESS),
        "fuzz" => fuzz::fuzz(&fuzz_options(&mut arguments)?).map(|()| ExitCode::SUCCESS),
        "doctor" => nothing_more(&mut arguments).and_then(|()| Ok(code(doctor::doctor()?))),
        "stage" => stage_folder(&mut arguments),
        "styles" => nothing_more(&mut arguments).and_then(|()| styles::join()).map(|_| code(true)),
        "help" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(Error::Usage(format!("unknown task `{other}`"))),
    }
}

fn code(is_good: bool) -> ExitCode {
    if is_good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn page(arguments: &mut lexopt::Parser) -> Result<ExitCode> {
    let page = if flag(arguments, "quick")? { Page::Quick } else { Page::Release };
    let dist = build::build(page, &Toolbox::for_building()?)?;
    println!("The site is in {}", dist.display());
    Ok(ExitCode::SUCCESS)
}

/// As Trunk's hook it works on the folder Trunk names, and leaves development builds alone: there
/// the service worker does nothing, and live reload needs its own connections.
fn stage_folder(arguments: &mut lexopt::Parser) -> Result<ExitCode> {
    let mut folder = workspace::dist();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("hook") => {
                if env::var("TRUNK_PROFILE").is_ok_and(|profile| profile != "release") {
                    return Ok(ExitCode::SUCCESS);
                }
                folder = env::var_os("TRUNK_STAGING_DIR").map_or(folder, PathBuf::from);
                cut::cut(&folder)?;
            }
            lexopt::Arg::Value(path) => folder = path.into(),
            other => return Err(other.unexpected().into()),
        }
    }
    let id = stage::stage(&folder)?;
    println!("staged build {id}");
    Ok(ExitCode::SUCCESS)
}

fn run_options(arguments: &mut lexopt::Parser) -> Result<RunOptions> {
    let mut options = RunOptions::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("dev") => options.is_dev = true,
            lexopt::Arg::Long("port") => options.port = Some(parse(&text(arguments)?)?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn test_options(arguments: &mut lexopt::Parser) -> Result<TestOptions> {
    let mut options = TestOptions::default();
    let mut steps = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("only") => steps = Some(list(&text(arguments)?)?),
            lexopt::Arg::Long("browsers") => options.browsers = list(&text(arguments)?)?,
            lexopt::Arg::Long("quick") => options.page = Page::Quick,
            lexopt::Arg::Value(name) if options.journey.is_none() => {
                options.journey = Some(name.to_string_lossy().into_owned());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let is_narrow = options.page == Page::Quick || options.journey.is_some();
    options.steps = steps.unwrap_or(if is_narrow { vec![Step::E2e] } else { options.steps });
    Ok(options)
}

fn fuzz_options(arguments: &mut lexopt::Parser) -> Result<FuzzOptions> {
    let mut options = FuzzOptions::default();
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long("seconds") => options.seconds = parse(&text(arguments)?)?,
            lexopt::Arg::Value(name) if options.importer.is_none() => {
                options.importer = Some(name.to_string_lossy().into_owned());
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn text(arguments: &mut lexopt::Parser) -> Result<String> {
    Ok(arguments.value()?.to_string_lossy().into_owned())
}

fn parse<T: std::str::FromStr<Err: std::fmt::Display>>(text: &str) -> Result<T> {
    text.parse().map_err(|error| Error::Usage(format!("`{text}`: {error}")))
}

fn list<T: std::str::FromStr<Err = Error>>(text: &str) -> Result<Vec<T>> {
    text.split(',').map(|name| name.trim().parse()).collect()
}

fn flag(arguments: &mut lexopt::Parser, name: &str) -> Result<bool> {
    let mut is_given = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            lexopt::Arg::Long(found) if found == name => is_given = true,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(is_given)
}

fn nothing_more(arguments: &mut lexopt::Parser) -> Result<()> {
    arguments.next()?.map_or(Ok(()), |argument| Err(argument.unexpected().into()))
}
