//! Forms of lines, as tables.

use super::Reader;
use peer_circle::domain::Kind;
use peer_circle::exchange::intake::{IntakeChoice, IntakeKey};

fn ana() -> Reader {
    Reader::new(&["Ana", "Ben", "Chen"])
}

#[test]
fn marks_before_an_item() {
    let marks = [
        ("- [ ]", "open"),
        ("- []", "open"),
        ("* [ ]", "open"),
        ("- [/]", "open"),
        ("☐", "open"),
        ("⬜", "open"),
        ("- ☐", "open"),
        ("1.", "open"),
        ("2)", "open"),
        ("(3)", "open"),
        ("٣.", "open"),
        ("1\u{fe0f}\u{20e3}", "open"),
        ("1. [ ]", "open"),
        (":white_large_square:", "open"),
        ("- [x]", "kept"),
        ("+ [X]", "kept"),
        ("- [✓]", "kept"),
        ("[x]", "kept"),
        ("✅", "kept"),
        ("✔\u{fe0f}", "kept"),
        ("☑\u{fe0f}", "kept"),
        ("3. ✅", "kept"),
        ("- :white_check_mark:", "kept"),
        ("❌", "missed"),
        ("- ❌", "missed"),
        ("🚧", "partial"),
        ("- [-]", "dropped"),
        ("🚫", "dropped"),
    ];
    for (mark, outcome) in marks {
        ana().check(&format!("{mark} Call 2 studios"), &[&format!("1 Ana: Call 2 studios | {outcome} | 2026-11-16")]);
    }
    ana().check("✅Call 2 studios", &["1 Ana: Call 2 studios | kept | 2026-11-16"]);
    ana().check("1. Call 2 studios ✅", &["1 Ana: Call 2 studios | kept | 2026-11-16"]);
    ana().check("- [x] One\n1. Two", &["1 Ana: One | kept | 2026-11-16", "2 ?rows/: Two"]);
    ana().check("- Call 2 studios ❌", &["1 Ana: Call 2 studios | missed | 2026-11-16"]);
    for unclear in
        ["- Call 2 studios", "• Call 2 studios", "Call 2 studios ✅", "- [?] Call 2 studios", "☒ Call 2 studios"]
    {
        ana().check(unclear, &["1 ?rows/: Call 2 studios"]);
    }
    ana().check("- [>] Call 2 studios", &["1 -movedon: Call 2 studios"]);
    ana().check("- [x]\n- [ ]  \n-", &["1 -empty: ", "2 -empty: ", "3 -empty: "]);
    ana().check(
        "-5 degrees\n[x]men\n3.5 hours",
        &["1 -notask: -5 degrees", "2 -notask: [x]men", "3 -notask: 3.5 hours"],
    );
    ana().check(
        "\u{feff}- [ ] **Call** _2_ studios\r\n\r\n- [x] ~~Old~~ plan\r\n",
        &["1 Ana: Call _2_ studios | open | 2026-11-16", "3 Ana: Old plan | kept | 2026-11-16"],
    );
}

#[test]
fn lines_that_go_on() {
    ana().check(
        "- [ ] Call\n  2 studios\nand more",
        &["1 Ana: Call 2 studios | open | 2026-11-16", "3 -notask: and more"],
    );
    ana().check(
        "- [ ] One\n  - [x] Two\n\n  Three",
        &["1 Ana: One | open | 2026-11-16", "2 Ana: Two | kept | 2026-11-16", "4 -notask: Three"],
    );
}

#[test]
fn whose_a_line_is() {
    ana().check("- [ ] Ben: send it", &["1 Ben: send it | open | 2026-11-16"]);
    ana().check("- [ ] @ben send it", &["1 Ben: send it | open | 2026-11-16"]);
    ana().check("- [ ] Note: send it", &["1 Ana: Note: send it | open | 2026-11-16"]);
    ana().check("- [ ] Ben\\: send it", &["1 Ana: Ben: send it | open | 2026-11-16"]);
    ana().check(
        "## Ben\n- [ ] one\n### Later\n- [ ] two\n## Chen 🌱\n- [x] three\n# To do\n- [ ] four",
        &[
            "1 -frame: Ben",
            "2 Ben: one | open | 2026-11-16 < Ben",
            "3 -frame: Later",
            "4 Ben: two | open | 2026-11-16 < Later",
            "5 -frame: Chen",
            "6 Chen: three | kept | 2026-11-16 < Chen",
            "7 -frame: To do",
            "8 Ana: four | open | 2026-11-16 < To do",
        ],
    );
}

#[test]
fn days_within_a_line() {
    let due = "1 Ana: Call | open | 2026-11-23 | due 2026-11-27";
    for text in [
        "- [ ] Call 📅 2026-11-27",
        "- [ ] Call 📅2026-11-27",
        "- [ ] Call 🗓\u{fe0f} 2026-11-27",
        "- [ ] Call ⏳ 2026-11-27",
        "- [ ] 📅 2026-11-27 Call",
        "- [ ] Call [due:: 2026-11-27]",
        "- [ ] Call (due:: 2026-11-27)",
        "- [ ] 2026-11-27: Call",
        "- [ ] 27/11/2026 Call",
        "- [ ] Nov 27, 2026 – Call",
    ] {
        ana().check(text, &[due]);
    }
    ana().check(
        "- [x] Call ✅ 2026-11-12 📅 2026-11-27",
        &["1 Ana: Call | kept 2026-11-12 | 2026-11-23 | due 2026-11-27"],
    );
    ana().check("- [ ] Call ✅ 2026-11-12", &["1 Ana: Call | kept 2026-11-12 | 2026-11-09"]);
    ana().check("- [ ] Call ✅ soon", &["1 Ana: Call ✅ soon | open | 2026-11-16"]);
    ana().check("- [ ] Call 📅 2026\\-11\\-27", &["1 Ana: Call 📅 2026-11-27 | open | 2026-11-16"]);
    ana().check("- [ ] 3/4/2026: Call", &["1 ?days/0/0: Call"]);
    ana().check("- [ ] 31/2/2026: Call", &["1 -nosuchday(\"31/2/2026\"): Call"]);
    ana().check("- [ ] 5/5/26: Call", &["1 Ana: Call | open | 2026-05-04 | due 2026-05-05"]);
}

#[test]
fn headings_say_when() {
    let open = |week: &str, heading: &str| format!("2 Ana: Call | open | {week} < {heading}");
    for (heading, week) in [
        ("2026-11-11", "2026-11-09"),
        ("Week of 2026-11-11", "2026-11-09"),
        ("Nov 9 – Nov 15, 2026", "2026-11-09"),
        ("Nov 9–15, 2026", "2026-11-09"),
        ("9–15 Nov 2026", "2026-11-09"),
        ("Sun, 8 Nov 2026 – Sat, 14 Nov 2026", "2026-11-09"),
        ("Sunday, Nov. 8th, 2026", "2026-11-02"),
        ("Dec 28, 2026 – Jan 3", "2026-12-28"),
        ("11/13/2026", "2026-11-09"),
        ("13.11.26", "2026-11-09"),
        ("2026-W46", "2026-11-09"),
        ("Week 46, 2026", "2026-11-09"),
        ("2026-11-09 → 2026-11-15", "2026-11-09"),
    ] {
        ana().check(&format!("## {heading}\n- [ ] Call"), &[&format!("1 -frame: {heading}"), &open(week, heading)]);
    }
    ana().check("Week 46\n\n**Week 46**\n- [ ] Call", &["1 -notask: Week 46", "3 -frame: Week 46", "4 ?week/3: Call"]);
    ana().check("# Plans\n## 2026-11-11\n- Call", &["1 -frame: Plans", "2 -frame: 2026-11-11", "3 ?rows/Plans: Call"]);
    // A heading with a day and other words names a goal.
    ana().check(
        "# My plans\n## Publish 3 posts by Dec 12\n- [ ] Call",
        &[
            "1 -frame: My plans",
            "2 goal Ana: Publish 3 posts by Dec 12",
            "3 Ana: Call | open | 2026-11-16 | of the goal < Publish 3 posts by Dec 12",
        ],
    );
}

#[test]
fn a_chat_says_again_what_became_of_it() {
    let chat = "13.11.26, 09:09 - Ben: [ ] Call\n13.11.26, 09:10 - Ana: [ ] Call\n14.11.26, 10:00 - ~ Ben: ✅ call";
    ana().check(
        chat,
        &[
            "1 Ben: Call | kept 2026-11-14 | 2026-11-09",
            "2 Ana: Call | open | 2026-11-09",
            "3 -again { line: 1 }: call",
        ],
    );
    let next_week = chat.replace("14.11", "16.11");
    assert_eq!(ana().read(&next_week).offers.len(), 3);
}

#[test]
fn sections_say_what() {
    ana()
        .told(IntakeKey::Rows("Ideas".to_owned()), IntakeChoice::Kind(Kind::Goal))
        .check("## Ideas\n- Learn Rust", &["1 -frame: Ideas", "2 goal Ana: Learn Rust"]);
    ana().check(
        "## Goals\n- **Finish the course** · 4 of 12 lessons 📅 2026-12-20\n- [x] Run 10 km",
        &["1 -frame: Goals", "2 goal Ana: Finish the course | due 2026-12-20", "3 goal Ana: Run 10 km | Achieved"],
    );
    ana().check(
        "## Decisions\n- Meet on Mondays\n1. Camera on",
        &["1 -frame: Decisions", "2 -notask: Meet on Mondays", "3 -notask: Camera on"],
    );
}

#[test]
fn tables_of_other_forms() {
    ana().check(
        "| Task | Owner | Status | Due |\n|--|--|--|--|\n| Call \\| write | Ben | Done | 2026-11-20 |\n| Send | Ana | In progress | |\n| | Ana | | |",
        &[
            "1 -frame: Task · Owner · Status · Due",
            "2 -frame: -- · -- · -- · --",
            "3 Ben: Call | write | kept | 2026-11-16 | due 2026-11-20",
            "4 Ana: Send | open | 2026-11-16",
            "5 -empty: · Ana · ·",
        ],
    );
    // Without a column that says so, nobody knows what days make of the whole.
    ana().check(
        "| Habit | Mon | Tue |\n|--|--|--|\n| Read | ✅ | ❌ |",
        &["1 -frame: Habit · Mon · Tue", "2 -frame: -- · -- · --", "3 ?rows/: Read"],
    );
    ana().check("| One | ✅ |\n| Two | |", &["1 Ana: One | kept | 2026-11-16", "2 Ana: Two | open | 2026-11-16"]);
}

#[test]
fn heads_of_messages() {
    let kept = "1 Ben: Call | kept 2026-11-13 | 2026-11-09";
    for head in [
        "[13/11/2026, 9:09:43\u{202f}AM] Ben: ",
        "[13.11.26, 09:09:43] Ben: ",
        "\u{200e}[13/11/26 09:09] Ben: ",
        "[9:09 PM, 11/13/2026] Ben: ",
        "13/11/2026, 09:09 - Ben: ",
        "11/13/26, 9:09 AM - Ben: ",
        "13.11.26, 09:09 – Ben: ",
        "13.11.2026 klo 9.09 - Ben: ",
        "13/11/2026 à 09:09 - Ben: ",
        "13/11/26 9:09 p.\u{a0}m. - Ben: ",
        "2026/11/13 15:08 - Ben: ",
        "2026-11-13, 3:08 p.m. - Ben: ",
        "١٣/١١/٢٠٢٦، ٣:٠٨ م - Ben: ",
    ] {
        ana().check(&format!("{head}✅ Call"), &[kept]);
    }
    ana().check("[2026. 11. 13. 오후 3:08:11] Ben: ✅ Call", &[kept]);
    let chat = |said: &str| format!("13/11/2026, 09:09 - {said}\n13/11/2026, 09:10 - Ben: ✅ Call");
    for (said, counted) in [
        ("Ben added Chen", "notice 1"),
        ("Ben changed the subject from “A” to “B: C”", "notice 1"),
        ("Ben: <Media omitted>", "media 1"),
        ("Ben: <Médias omis>", "media 1"),
        ("Ben: \u{200e}audio omitted", "media 1"),
        ("Ben: \u{200e}Bild weggelassen", "media 1"),
        ("Ben: IMG-20261113-WA0001.jpg (file attached)", "media 1"),
        ("Ben: \u{200e}You changed this group's icon", "notice 1"),
        ("Ben: Nice work all", "talk 1"),
        ("Ben: Nice: work\nall of you", "talk 2"),
    ] {
        let text = chat(said);
        let line = text.lines().count();
        ana().check(&text, &[&kept.replacen('1', &line.to_string(), 1), counted]);
    }
    ana().check("13/11/2026, 09:09 - Ben: ✅ Call <This message was edited>", &[kept]);
    ana().check(
        "13/11/2026, 09:09 - Ben:\n✅ Call\n\nWell done\nNext week:\n- [ ] Write\n  2 pages",
        &[
            "2 Ben: Call | kept 2026-11-13 | 2026-11-09",
            "6 Ben: Write 2 pages | open | 2026-11-09 < Next week",
            "talk 2",
        ],
    );
}
