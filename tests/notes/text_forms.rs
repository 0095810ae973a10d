//! What a text is, by its form.

use peer_circle::exchange::pasted::{TextForm, text_form};
use std::fs;

#[test]
fn every_case_is_known_by_its_form() {
    let folder = format!("{}/tests/fixtures/cases", env!("CARGO_MANIFEST_DIR"));
    let mut count = 0;
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
        let expected = match name.rsplit_once('.').unwrap() {
            (_, "csv") => TextForm::Table,
            (_, "txt") => TextForm::Chat,
            ("charter", "md") => TextForm::Agreement,
            (_, "md") => TextForm::Notes,
            other => panic!("{other:?}"),
        };
        assert_eq!(text_form(&text), expected, "{name}");
        count += 1;
    }
    assert!(count >= 11);
}

#[test]
fn forms() {
    let check = |text: &str, expected: TextForm| assert_eq!(text_form(text), expected, "{text}");
    check("- [x] One\n- [ ] Two, three", TextForm::Notes);
    check("1. One\n2. Two", TextForm::Notes);
    check("Call, write\n- [ ] One", TextForm::Notes);
    check("Goal\tDone\nRun\tyes", TextForm::Table);
    check("a;b\n1;2", TextForm::Table);
    check("## Ground rules\n- Camera on", TextForm::Agreement);
    check("## Ground rules\n- [ ] Camera on", TextForm::Notes);
    check("13.11.26, 09:09 - Ben: 1, 2, 3", TextForm::Chat);
    check("", TextForm::Notes);
}
