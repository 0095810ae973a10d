//! The charter: which version counts, who is asked, what differs, what is hinted at.

use crate::support::Device;
use peer_circle::domain::{
    CharterDifference as Differs, CharterFocus, CharterHint as Hint, CharterId, CharterNews, CharterPart, CharterTerms,
    Field, Happening, Refusal, charter, charter_differences, charter_hints, member, news,
};
use proptest::prelude::*;

fn terms(purpose: &str, norms: &[&str]) -> CharterTerms {
    CharterTerms {
        focus: Some(CharterFocus::Goals),
        purpose: purpose.to_owned(),
        outcome: "Each of us has 2 offers by 30 June".to_owned(),
        norms: norms.iter().map(|norm| (*norm).to_owned()).collect(),
        confidentiality: "What is said here stays here".to_owned(),
        absence: "A word a day before".to_owned(),
        leaving: "Say so in a session".to_owned(),
        ..CharterTerms::default()
    }
}

fn write(based_on: Option<&CharterId>, terms: CharterTerms) -> charter::Command {
    charter::Command::Write { based_on: based_on.cloned(), terms: Box::new(terms), people: Vec::new() }
}

fn sign(id: &CharterId) -> charter::Command {
    charter::Command::Sign(id.clone())
}

fn unsign(id: &CharterId) -> charter::Command {
    charter::Command::Unsign(id.clone())
}

/// The id of the version whose purpose is `purpose`.
fn version(device: &Device, purpose: &str) -> CharterId {
    let found = device.view.charters.values().find(|version| version.terms.purpose == purpose);
    found.unwrap().id.clone()
}

fn in_force(device: &Device) -> &str {
    device.view.charter().map_or("", |version| &version.terms.purpose)
}

fn proposals(device: &Device) -> Vec<&str> {
    let standing = device.view.charter_standing().unwrap();
    standing.proposals.into_iter().map(|version| version.terms.purpose.as_str()).collect()
}

fn asked(device: &Device) -> Vec<&str> {
    let asked = device.view.to_sign(device.me.as_ref().unwrap());
    asked.into_iter().map(|version| version.terms.purpose.as_str()).collect()
}

fn signers(device: &Device, id: &CharterId) -> Vec<String> {
    device.view.signers(id).into_iter().map(|member| member.name.clone()).collect()
}

/// The devices of Ana, Ben and Chen, who all signed the first version.
fn agreed() -> (Device, Device, Device, CharterId) {
    let mut ana = Device::found(1, &["Ana", "Ben", "Chen"]);
    ana.must(write(None, terms("first", &["Camera on"])));
    let id = version(&ana, "first");
    let (mut ben, mut chen) = (ana.copy(2, "Ben"), ana.copy(3, "Chen"));
    assert_eq!((asked(&ana), asked(&ben)), (vec![], vec!["first"]));
    ben.must(sign(&id));
    chen.must(sign(&id));
    meet(&mut [&mut ana, &mut ben, &mut chen]);
    (ana, ben, chen, id)
}

/// Everyone hears everything.
fn meet(devices: &mut [&mut Device]) {
    for _ in 0..2 {
        for into in 0..devices.len() {
            for from in (0..devices.len()).filter(|from| *from != into) {
                let [into, from] = devices.get_disjoint_mut([into, from]).unwrap();
                assert_eq!(into.import(from).conflicts, []);
            }
        }
    }
}

#[test]
fn who_writes_a_version_signs_it_and_asks_the_others() {
    let (ana, ben, chen, id) = agreed();
    assert_eq!(signers(&ana, &id), ["Ana", "Ben", "Chen"]);
    for device in [&ana, &ben, &chen] {
        assert_eq!((in_force(device), asked(device)), ("first", vec![]));
    }
}

#[test]
fn a_version_counts_once_more_stand_behind_it_than_behind_the_earlier_one() {
    let (mut ana, mut ben, mut chen, first) = agreed();
    ana.must(write(Some(&first), terms("second", &["Camera on"])));
    let second = version(&ana, "second");
    meet(&mut [&mut ana, &mut ben, &mut chen]);
    assert_eq!((in_force(&ben), proposals(&ben), asked(&ben)), ("first", vec!["second"], vec!["second"]));
    ben.must(sign(&second));
    assert_eq!((in_force(&ben), proposals(&ben)), ("second", vec![]));
    assert_eq!(signers(&ben, &first), ["Ana", "Ben", "Chen"], "what was signed stays signed");
    meet(&mut [&mut ana, &mut ben, &mut chen]);
    assert_eq!(asked(&chen), ["second"]);
    ben.must(unsign(&second));
    assert_eq!((in_force(&ben), signers(&ben, &second)), ("first", vec!["Ana".to_owned()]));
}

#[test]
fn at_a_tie_the_older_version_counts() {
    let mut ana = Device::found(1, &["Ana", "Ben"]);
    ana.must(write(None, terms("first", &[])));
    let first = version(&ana, "first");
    let mut ben = ana.copy(2, "Ben");
    ben.must(sign(&first));
    ben.must(write(Some(&first), terms("second", &[])));
    ana.import(&ben);
    assert_eq!((in_force(&ana), proposals(&ana)), ("first", vec!["second"]));
    ana.must(sign(&version(&ana, "second")));
    assert_eq!((in_force(&ana), proposals(&ana)), ("second", vec![]));
}

#[test]
fn two_edits_at_once_are_two_versions_and_nothing_is_joined() {
    let (mut ana, mut ben, mut chen, first) = agreed();
    ana.must(write(Some(&first), terms("first", &["Camera on", "Start on time"])));
    ben.now = ana.now.plus(-900_000_000);
    ben.must(write(Some(&first), terms("first", &["Camera off"])));
    let by = |device: &Device, name: &str| {
        let me = device.member(name);
        let mut own = device.view.charters.values().filter(|one| one.by.as_ref() == Some(&me) && one.id != first);
        own.next().unwrap().id.clone()
    };
    let (anas, bens) = (by(&ana, "Ana"), by(&ben, "Ben"));
    meet(&mut [&mut ana, &mut ben, &mut chen]);
    assert_eq!([ana.circle(), ben.circle()], [chen.circle(), chen.circle()]);
    assert_eq!(ana.view.charters.len(), 3);
    for (id, norms, signer) in [(&anas, vec!["Camera on", "Start on time"], "Ana"), (&bens, vec!["Camera off"], "Ben")]
    {
        assert_eq!(chen.view.charters[id].terms.norms, norms);
        assert_eq!(signers(&chen, id), [signer]);
        assert_eq!(chen.view.charter_base(&chen.view.charters[id]).unwrap().id, first);
    }
    // One each, and the one that all had signed is the older one.
    assert_eq!(chen.view.charter().unwrap().id, first);
    assert_eq!((proposals(&chen).len(), asked(&chen).len(), asked(&ana).len()), (2, 2, 0));
    chen.must(sign(&bens));
    meet(&mut [&mut ana, &mut ben, &mut chen]);
    assert_eq!(ana.view.charter().unwrap().id, bens);
    assert_eq!(proposals(&ana).len(), 1);
    // Whoever puts both together makes a third one.
    ana.must(write(Some(&bens), terms("first", &["Camera off", "Start on time"])));
    ben.import(&ana);
    let both = ben.view.to_sign(&ben.member("Ben"))[0].id.clone();
    ben.must(sign(&both));
    let standing = ben.view.charter_standing().unwrap();
    assert_eq!((standing.in_force.id.clone(), standing.proposals.len(), standing.earlier.len()), (both, 0, 3));
}

#[test]
fn signatures_of_who_left_do_not_count() {
    let (mut ana, _, _, first) = agreed();
    ana.must(write(Some(&first), terms("second", &[])));
    assert_eq!(in_force(&ana), "first");
    for name in ["Ben", "Chen"] {
        ana.must(member::Command::Remove(ana.member(name)));
    }
    assert_eq!((in_force(&ana), signers(&ana, &first)), ("second", vec!["Ana".to_owned()]));
    ana.must(unsign(&first));
    let second = version(&ana, "second");
    ana.must(unsign(&second));
    assert_eq!(in_force(&ana), "second", "the newest, where nobody stands behind any");
}

#[test]
fn what_the_rules_refuse() {
    let check = |who: &str, command: &dyn Fn(&CharterId) -> charter::Command, expected: Refusal| {
        let (ana, _, _, first) = agreed();
        let mut device = ana.copy(9, who);
        let command = command(&first);
        assert_eq!(device.run(command.clone()), Err(expected), "{who}: {command:?}");
    };
    let nowhere = CharterId::new("x");
    let take_back = |id: &CharterId| charter::Command::TakeBack(id.clone());
    check("Ana", &take_back, Refusal::Signed);
    check("Ben", &take_back, Refusal::SomebodyElses);
    check("Ben", &|_| sign(&nowhere), Refusal::Gone("charter"));
    check("Ben", &|_| unsign(&nowhere), Refusal::Gone("signature"));
    check("Ben", &|_| write(Some(&nowhere), terms("x", &[])), Refusal::Gone("charter"));
    check("Ben", &|_| write(None, CharterTerms::default()), Refusal::Empty(Field::Charter(CharterPart::Purpose)));
    check("Ben", &|_| write(None, terms("x", &["Same"; 41])), Refusal::TooManyNorms(40));
    let long = "x".repeat(4001);
    let too_long = |field| Refusal::TooLong { field, length: 4001, max: 4000 };
    check("Ben", &|_| write(None, terms(&long, &[])), too_long(Field::Charter(CharterPart::Purpose)));
    check("Ben", &|_| write(None, terms("x", &[&long])), too_long(Field::Norms));
    let twice = |_: &CharterId| {
        let people = vec!["Dana".to_owned(), "dana".to_owned()];
        charter::Command::Write { based_on: None, terms: Box::new(terms("x", &[])), people }
    };
    check("Ben", &twice, Refusal::NameTaken("dana".to_owned()));
}

#[test]
fn a_version_with_people_is_one_thing_to_take_back() {
    let mut ana = Device::found(1, &["Ana"]);
    let before = ana.circle();
    let people = vec!["Hana".to_owned(), "Omar".to_owned()];
    let written = ana.must(charter::Command::Write { based_on: None, terms: Box::new(terms("x", &[])), people });
    assert_eq!(
        ana.view.roster().iter().map(|member| member.name.as_str()).collect::<Vec<_>>(),
        ["Ana", "Hana", "Omar"]
    );
    ana.undo(&written);
    assert_eq!(ana.circle(), before);
}

#[test]
fn an_own_version_is_taken_back_until_somebody_signs_it() {
    let (mut ana, mut ben, _, first) = agreed();
    ana.must(write(Some(&first), terms("second", &[])));
    let second = version(&ana, "second");
    ben.import(&ana);
    ana.must(charter::Command::TakeBack(second.clone()));
    assert_eq!((in_force(&ana), proposals(&ana)), ("first", vec![]));
    assert_eq!(ana.run(sign(&second)), Err(Refusal::Gone("charter")));
    // Ben signs it before he hears of that; it stays taken back.
    ben.must(sign(&second));
    ana.import(&ben);
    assert_eq!((in_force(&ana), signers(&ana, &first).len()), ("first", 3));
}

#[test]
fn the_purpose_is_the_charters_where_there_is_one() {
    let mut ana = Device::found(1, &["Ana"]);
    let describe = |purpose: &str| {
        let (name, purpose) = ("Northlight".to_owned(), purpose.to_owned());
        peer_circle::domain::circle::Command::Describe { name, purpose }
    };
    assert_eq!(ana.view.purpose(), "");
    ana.must(describe("One step a week"));
    assert_eq!(ana.view.purpose(), "One step a week");
    ana.must(write(None, terms("Two offers each", &[])));
    assert_eq!((ana.view.purpose(), ana.view.about.purpose.as_str()), ("Two offers each", "One step a week"));
    let mut silent = Device::found(1, &["Ana"]);
    silent.must(describe("One step a week"));
    silent.must(write(None, terms("", &["Camera on"])));
    assert_eq!(silent.view.purpose(), "One step a week");
}

#[test]
fn a_charter_that_leads_round_in_a_ring_is_read() {
    let (mut ana, _, _, first) = agreed();
    ana.must(write(Some(&first), terms("second", &[])));
    let second = version(&ana, "second");
    let ring =
        peer_circle::domain::CharterVersion { based_on: Some(second.clone()), ..(*ana.view.charters[&first]).clone() };
    ana.put(&[peer_circle::domain::Record::Charter(ring)]);
    assert_eq!(ana.view.charter_line(&ana.view.charters[&first]).len(), 2);
    assert!(ana.view.charter_base(&ana.view.charters[&second]).is_some());
}

#[test]
fn what_differs_is_told_by_field_and_by_rule() {
    let check = |before: &[&str], after: &[&str], expected: &[Differs]| {
        assert_eq!(charter_differences(&terms("x", before), &terms("x", after)), expected, "{before:?} {after:?}");
    };
    let added = |norm: &str| Differs::NormAdded(norm.to_owned());
    let removed = |norm: &str| Differs::NormRemoved(norm.to_owned());
    let changed = |one: &str, two: &str| Differs::NormChanged { before: one.to_owned(), after: two.to_owned() };
    check(&[], &[], &[]);
    check(&["A"], &["A", "B c"], &[added("B c")]);
    check(&["A", "B c"], &["B c"], &[removed("A")]);
    check(&["A", "B"], &["B", "A"], &[Differs::NormsReordered]);
    check(&["A", "A"], &["A"], &[removed("A")]);
    check(&["Camera on, always"], &["Camera on"], &[changed("Camera on, always", "Camera on")]);
    let longer = "Camera on when the line allows it, phones away";
    check(&["Camera on, phones away"], &[longer], &[changed("Camera on, phones away", longer)]);
    check(&["Camera on"], &["Start on time"], &[added("Start on time"), removed("Camera on")]);
    let moved = ["Be here on time", "Camera on"];
    check(&moved, &["Camera on", "Be there on time"], &[changed("Be here on time", "Be there on time")]);
    let before = terms("one", &[]);
    let after = CharterTerms {
        focus: Some(CharterFocus::Own),
        focus_words: "Essays".to_owned(),
        leaving: String::new(),
        ..terms("two", &[])
    };
    let part = |part, before: &str, after: &str| {
        let [before, after] = [before, after].map(str::to_owned);
        Differs::Part { part, before, after }
    };
    let focus = Differs::Focus {
        before: (Some(CharterFocus::Goals), String::new()),
        after: (after.focus, "Essays".to_owned()),
    };
    let leaving = part(CharterPart::Leaving, "Say so in a session", "");
    assert_eq!(charter_differences(&before, &after), [focus, part(CharterPart::Purpose, "one", "two"), leaving]);
}

#[test]
fn hints_point_at_what_is_missing_or_vague() {
    let check = |change: &dyn Fn(&mut CharterTerms), expected: &[Hint]| {
        let mut terms = terms("Help each other to a better job", &["Camera on"]);
        change(&mut terms);
        assert_eq!(charter_hints(&terms), expected, "{terms:?}");
    };
    let outcome = |text: &'static str| move |terms: &mut CharterTerms| terms.outcome = text.to_owned();
    check(&|_| (), &[]);
    check(&|terms| terms.purpose = ["word"; 25].join(" "), &[]);
    check(&|terms| terms.purpose = ["word"; 26].join(" \n"), &[Hint::LongPurpose(26)]);
    check(&|terms| terms.purpose.clear(), &[Hint::NoPurpose]);
    check(&|terms| terms.focus = None, &[Hint::NoFocus]);
    check(&|terms| terms.focus = Some(CharterFocus::Own), &[Hint::NoFocus]);
    check(&outcome(""), &[Hint::NoOutcome]);
    check(&outcome("We are happier"), &[Hint::UncountedOutcome]);
    check(&outcome("We may be someone else"), &[Hint::UncountedOutcome]);
    check(&outcome("Everyone has an offer"), &[]);
    check(&outcome("By spring"), &[]);
    check(&outcome("٣ offers"), &[]);
    check(&|terms| terms.norms.clear(), &[Hint::NoNorms]);
    check(&|terms| terms.norms = vec!["Camera on".to_owned(); 8], &[Hint::ManyNorms(8)]);
    check(&|terms| terms.norms.push("We try to come".to_owned()), &[Hint::VagueNorm("try to")]);
    check(&|terms| terms.norms.push("We retry tomorrow".to_owned()), &[]);
    let [confidentiality, absence, leaving] =
        [CharterPart::Confidentiality, CharterPart::Absence, CharterPart::Leaving];
    check(&|terms| terms.text_mut(confidentiality).clear(), &[Hint::NoConfidentiality]);
    check(&|terms| terms.text_mut(absence).clear(), &[Hint::NoAbsence]);
    check(&|terms| terms.text_mut(leaving).clear(), &[Hint::NoLeaving]);
    assert_eq!(charter_hints(&CharterTerms::default()).len(), 7);
}

#[test]
fn what_comes_in_is_told() {
    let told = |before: &Device, after: &Device| {
        news(&before.view, &after.view)
            .into_iter()
            .filter_map(|item| match item.what {
                Happening::Charter(what) => Some((after.view.name_of(&item.who?)?.to_owned(), what)),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    let name = str::to_owned;
    let (ana, mut ben, _, first) = agreed();
    let empty = Device::found(1, &["Ana", "Ben", "Chen"]);
    let signed = [(name("Ben"), CharterNews::Signed), (name("Chen"), CharterNews::Signed)];
    assert_eq!(told(&empty, &ana), [vec![(name("Ana"), CharterNews::Written)], signed.to_vec()].concat());
    ben.must(write(Some(&first), terms("second", &[])));
    assert_eq!(told(&ana, &ben), [(name("Ben"), CharterNews::Proposed)]);
    let before = ben.copy(7, "Ben");
    ben.must(unsign(&first));
    assert_eq!(told(&before, &ben), [(name("Ben"), CharterNews::Unsigned)]);
    ben.must(charter::Command::TakeBack(version(&ben, "second")));
    assert!(told(&before, &ben).contains(&(name("Ben"), CharterNews::TakenBack)));
}

fn norm() -> impl Strategy<Value = String> {
    proptest::collection::vec(0..4_usize, 1..4).prop_map(|words| {
        words.into_iter().map(|word| ["camera", "on", "time", "ירוק"][word]).collect::<Vec<_>>().join(" ")
    })
}

proptest! {
    /// Applying what differs to the rules before gives the rules after, each as often as it is there.
    #[test]
    fn differences_lead_from_one_to_the_other(before in proptest::collection::vec(norm(), 0..6), after in proptest::collection::vec(norm(), 0..6)) {
        let of = |norms: &[String]| CharterTerms { norms: norms.to_vec(), ..CharterTerms::default() };
        let mut norms = before.clone();
        let take = |norms: &mut Vec<String>, gone: &String| {
            let place = norms.iter().position(|norm| norm == gone);
            place.map(|place| norms.remove(place))
        };
        for differs in charter_differences(&of(&before), &of(&after)) {
            match differs {
                Differs::NormAdded(norm) => norms.push(norm),
                Differs::NormRemoved(norm) => prop_assert!(take(&mut norms, &norm).is_some()),
                Differs::NormChanged { before, after } => {
                    prop_assert!(take(&mut norms, &before).is_some());
                    norms.push(after);
                }
                Differs::NormsReordered => prop_assert_ne!(&before, &after),
                other => prop_assert!(false, "{:?}", other),
            }
        }
        let mut after = after;
        norms.sort();
        after.sort();
        prop_assert_eq!(norms, after);
    }
}
