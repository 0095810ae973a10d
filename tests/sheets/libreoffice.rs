//! What this app saves as a sheet, opened in LibreOffice where that is installed.

use crate::support::sample_circle;
use peer_circle::domain::{Circle, Kind, Offered, Record, parse_day};
use peer_circle::exchange::intake::{guarded, sheet_rows};
use peer_circle::exchange::sheet_file;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::{env, fs, io};

/// How LibreOffice reads it: commas, double quotes and UTF-8, which its dialog proposes by the byte order mark. Without
/// its dialog it would not look for one.
const AS_UTF8: &str = "--infilter=CSV:44,34,76,1";

/// What people write that a spreadsheet could take for something else, or spoil.
const WORDS: [&str; 6] =
    ["=1+1", "Grüße an Zoë 🚣", "two \"quoted\"\nlines; and, more", "@Ana", "'=x", "\u{5e9}\u{5dc}\u{5d5}\u{5dd} -5"];

/// A cell as LibreOffice understood it.
#[derive(Clone, PartialEq, Debug)]
enum Cell {
    Empty,
    Text(String),
    Number(f64),
    Day(String),
}

/// The sheets of `circle` by kind, as LibreOffice reads them; `None` where it is not installed.
fn opened(circle: &Circle) -> Option<Vec<(Kind, Vec<Vec<Cell>>)>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("libreoffice");
    fs::create_dir_all(&folder).unwrap();
    let name = |kind: Kind, ending: &str| folder.join(format!("{}.{ending}", kind.name()));
    Offered::KINDS.iter().for_each(|kind| fs::write(name(*kind, "csv"), sheet_file::write(circle, *kind)).unwrap());
    let mut command = Command::new("soffice");
    command.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    command.args(["--headless", AS_UTF8, "--convert-to", "fods", "--outdir"]).arg(&folder);
    let output = command.args(Offered::KINDS.map(|kind| name(kind, "csv"))).env("LC_ALL", "C.UTF-8").output();
    match output {
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => panic!("soffice: {error}"),
        Ok(_) => {
            Some(Offered::KINDS.map(|kind| (kind, cells(&fs::read_to_string(name(kind, "fods")).unwrap()))).into())
        }
    }
}

/// The rows of a flat OpenDocument sheet.
fn cells(sheet: &str) -> Vec<Vec<Cell>> {
    let rows = sheet.split("<table:table-row").skip(1).map(|row| row.split("</table:table-row>").next().unwrap());
    let cell_of = |cell: &str| {
        let (head, _) = cell.split_once('>').unwrap();
        let attribute = |name: &str| Some(head.split_once(&format!(" {name}=\""))?.1.split_once('"')?.0.to_owned());
        let read = match attribute("office:value-type").as_deref() {
            None => Cell::Empty,
            Some("float") => Cell::Number(attribute("office:value").unwrap().parse().unwrap()),
            Some("date") => Cell::Day(attribute("office:date-value").unwrap()),
            Some(_) => Cell::Text(text(cell)),
        };
        let times = attribute("table:number-columns-repeated").map_or(1, |times| times.parse().unwrap());
        std::iter::repeat_n(read, times)
    };
    rows.map(|row| row.split("<table:table-cell").skip(1).flat_map(cell_of).collect()).collect()
}

/// The paragraphs of a cell, one a line.
fn text(cell: &str) -> String {
    let paragraphs = cell.split("<text:p>").skip(1).map(|paragraph| paragraph.split("</text:p>").next().unwrap());
    let mut text = paragraphs.collect::<Vec<_>>().join("\n");
    for (entity, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")] {
        text = text.replace(entity, character);
    }
    text
}

/// What `cell` of a sheet is to be in a spreadsheet: ISO days are days, plain numbers numbers, all else its own text.
fn expected(cell: &str) -> Cell {
    match (cell, cell.parse::<f64>()) {
        ("", _) => Cell::Empty,
        (_, Ok(number)) => Cell::Number(number),
        (day, _) if parse_day(day).is_some() => Cell::Day(day.to_owned()),
        (text, _) => Cell::Text(guarded(text)),
    }
}

/// A circle in whose texts stand [`WORDS`].
fn worded() -> Circle {
    let mut circle = sample_circle(5, 4, 3);
    let mut words = WORDS.iter().cycle().map(|words| (*words).to_owned());
    for record in circle.records() {
        circle.put(match record {
            Record::Commitment(mut commitment) => {
                commitment.note = words.next().unwrap();
                commitment.carried.insert(commitment.cycle, words.next().unwrap());
                Record::Commitment(commitment)
            }
            Record::CheckIn(mut check_in) => {
                (check_in.win, check_in.ask) = (words.next().unwrap(), words.next().unwrap());
                Record::CheckIn(check_in)
            }
            Record::Progress(mut progress) => {
                (progress.value, progress.note) = (-0.25, words.next().unwrap());
                Record::Progress(progress)
            }
            other => other,
        });
    }
    circle
}

#[test]
fn a_sheet_opens_right_in_libreoffice() {
    let circle = worded();
    let Some(opened) = opened(&circle) else {
        // Past the runner, which shows no words of a test that passes.
        let _ = writeln!(io::stdout(), "\nskipped: LibreOffice is not installed, and opened no sheet of this app");
        return;
    };
    for (kind, found) in opened {
        let rows = sheet_rows(sheet_file::write(&circle, kind).trim_start_matches('\u{feff}'));
        assert_eq!(found.len(), rows.len(), "{kind:?}");
        for (row, found) in rows.iter().zip(found) {
            let expected: Vec<Cell> = row.cells.iter().map(|cell| expected(cell)).collect();
            assert_eq!(found, expected, "{kind:?}, line {}", row.line);
        }
    }
}
