//! A member's week fits into a link that every messenger takes.

use crate::APP;
use crate::support::{Device, at, cycle, day, sample_circle};
use peer_circle::document::{CircleDoc, ToldSoFar};
use peer_circle::domain::{CheckInDraft, CommitmentDraft, Measure, Outcome, Settlement, Verdict, check_in, goal};
use peer_circle::exchange::circle_file;
use peer_circle::exchange::update_message::{UpdateMessage, link, read};

/// Most characters of a usual week's link (design: every messenger and mail program takes that many).
const MOST: usize = 2_000;

/// Everything that a member writes in a week.
struct Words {
    note: &'static str,
    texts: [&'static str; 3],
    cues: [&'static str; 3],
    actions: [&'static str; 3],
    win: &'static str,
    blocker: &'static str,
    ask: &'static str,
}

const LATIN: Words = Words {
    note: "It went better than I thought, two of them answered the same day.",
    texts: [
        "Send two applications to companies in the energy sector by Thursday",
        "Rehearse my story of the migration twice with Ben, on camera",
        "Read chapters 4 to 6 of the anatomy course and write one page",
    ],
    cues: [
        "I have had my first coffee on Tuesday",
        "the call with Ben begins at 18:00",
        "the children are asleep on Sunday",
    ],
    actions: [
        "write one application before opening mail",
        "start the camera first",
        "read one chapter before the news",
    ],
    win: "Two replies to my applications, one of them asks for a call on Monday at ten.",
    blocker: "Night shifts on Tuesday and Wednesday left no evening with a clear head.",
    ask: "Who can look at my portfolio page before Friday? Ten minutes are enough.",
};

const DEVANAGARI: Words = Words {
    note: "यह मेरी सोच से बेहतर रहा, दो लोगों ने उसी दिन उत्तर दिया।",
    texts: [
        "गुरुवार तक ऊर्जा क्षेत्र की दो कंपनियों को आवेदन भेजूँगा",
        "बेन के साथ अपनी कहानी दो बार कैमरे पर दोहराऊँगा",
        "पाठ्यक्रम के अध्याय चार से छह पढ़कर एक पन्ना लिखूँगा",
    ],
    cues: ["मंगलवार को पहली कॉफ़ी के बाद", "जब बेन का फ़ोन शाम छह बजे आएगा", "रविवार को बच्चों के सो जाने पर"],
    actions: ["मेल खोलने से पहले एक आवेदन लिखूँगा", "पहले कैमरा चालू करूँगा", "समाचार से पहले एक अध्याय पढ़ूँगा"],
    win: "मेरे दो आवेदनों के उत्तर आए, उनमें से एक सोमवार को दस बजे बात करना चाहता है।",
    blocker: "मंगलवार और बुधवार की रात की पाली के कारण कोई शाम खाली नहीं रही।",
    ask: "शुक्रवार से पहले मेरा पोर्टफोलियो कौन देख सकता है? दस मिनट काफ़ी हैं।",
};

/// The link with which somebody in a circle of `members` people sends a whole week in `words`.
fn week_link(members: usize, words: &Words) -> String {
    let circle = sample_circle(3, members, 30);
    let me = circle.roster()[0].id.clone();
    let mut device = Device::with(CircleDoc::begin(77, &circle), Some(me.clone()));
    device.now = at("2026-11-26T10:00:00Z");
    device.signs = true;
    let mut told = ToldSoFar::everything(&device.doc);
    device.restart(0x9abc_def1);
    told.note(device.doc.client());
    let cycle = cycle("2026-11-23");
    let open: Vec<_> = device.view.unresolved(&me, cycle).into_iter().map(|c| c.id.clone()).collect();
    assert!(!open.is_empty());
    let kept =
        |id| Settlement { note: Some(words.note.to_owned()), ..Settlement::verdict(id, Verdict::Ended(Outcome::Kept)) };
    let goal = circle.goals.values().find(|goal| goal.owner == me).map(|goal| goal.id.clone());
    let next = (0..3).map(|nth| CommitmentDraft {
        text: words.texts[nth].to_owned(),
        goal: goal.clone(),
        due: Some(day("2026-12-03")),
        cue: words.cues[nth].to_owned(),
        action: words.actions[nth].to_owned(),
        helper: circle.roster().get(nth + 1).map(|member| member.id.clone()),
    });
    device.must(check_in::Command::Send(CheckInDraft {
        cycle,
        settlements: open.into_iter().map(kept).collect(),
        win: words.win.to_owned(),
        blocker: words.blocker.to_owned(),
        ask: words.ask.to_owned(),
        confidence: Some(4),
        next: next.collect(),
        progress: Vec::new(),
        has_nothing_to_say: false,
    }));
    let measured = circle.goals.values().find(|goal| goal.owner == me && goal.measure != Measure::Done);
    if let Some(measured) = measured {
        let value = circle.standing_of(measured).value + 1.0;
        device.must(goal::Command::RecordProgress { goal: measured.id.clone(), value, note: String::new() });
    }
    let others = circle.roster().into_iter().skip(1);
    let message = UpdateMessage {
        circle: circle.about.id.clone(),
        circle_name: circle.about.name.clone(),
        sender: me,
        sender_name: circle.roster()[0].name.clone(),
        at: device.now,
        heard: others.map(|member| (member.id.clone(), at("2026-11-24T08:30:00Z"))).collect(),
        update: device.doc.own_difference(&told).unwrap().expect("a week"),
    };
    let link = link(APP, &message).unwrap();
    assert_eq!(read(&link).len(), 1);
    link
}

#[test]
fn a_whole_week_fits_into_a_link() {
    for (name, words) in [("latin", LATIN), ("devanagari", DEVANAGARI)] {
        for members in [5, 12] {
            let link = week_link(members, &words);
            assert!(link.len() < MOST, "{name}, {members} members: {} characters", link.len());
            println!("{name}, {members} members: {} characters", link.len());
        }
    }
}

/// The frozen message of the first version, on the frozen circle file that it belongs to.
#[test]
fn the_message_of_the_first_version_opens_for_ever() {
    let circle = std::fs::read("tests/fixtures/v1-small.circle.json").unwrap();
    let mut doc = circle_file::read(&circle, 9).unwrap().doc;
    let before = doc.circle().unwrap();
    let text = std::fs::read_to_string("tests/fixtures/v1.update.txt").unwrap();
    let [Ok(message)] = &read(&text)[..] else { panic!("one message") };
    assert_eq!((&message.circle, &message.circle_name), (&before.about.id, &before.about.name));
    assert_eq!(message.sender_name, "Ana");
    assert_eq!(message.at, at("2026-11-26T10:00:01Z"));
    assert_eq!(message.heard.len(), 1);
    doc.merge(&message.update).unwrap().expect("a change");
    assert!(!doc.has_gaps());
    let after = doc.circle().unwrap();
    assert_eq!(after.members[&message.sender].focus, "Two offers by spring");
}

#[test]
#[ignore = "writes the fixture"]
fn write_fixture() {
    use peer_circle::domain::member;
    let circle = std::fs::read("tests/fixtures/v1-small.circle.json").unwrap();
    let doc = circle_file::read(&circle, 0x7ab1_e5ed).unwrap().doc;
    let mut told = ToldSoFar::everything(&doc);
    let view = doc.circle().unwrap();
    let me = view.members.values().find(|member| member.name == "Ana").unwrap().id.clone();
    let mut device = Device::with(doc, Some(me.clone()));
    device.now = at("2026-11-26T10:00:00Z");
    let (id, name, focus) = (me.clone(), "Ana".to_owned(), "Two offers by spring".to_owned());
    device.must(member::Command::Edit { id, name, focus });
    told.note(device.doc.client());
    let other = view.members.values().find(|member| member.id != me).unwrap().id.clone();
    let message = UpdateMessage {
        circle: view.about.id.clone(),
        circle_name: view.about.name.clone(),
        sender: me,
        sender_name: "Ana".to_owned(),
        at: device.now,
        heard: vec![(other, at("2026-11-24T08:30:01Z"))],
        update: device.doc.own_difference(&told).unwrap().unwrap(),
    };
    let text = format!("*News from Ana for Northlight*\n\n{}\n", link(APP, &message).unwrap());
    std::fs::write("tests/fixtures/v1.update.txt", text).unwrap();
}
