//! Replies to every question: they keep Discord's limits, and our own rules.

use raceweek::discord::DiscordBot;
use raceweek::domain::Asker;
use raceweek::lookup::{NameKind, Named};
use raceweek::question::{Question, Spec, Takes, shorten, specs};
use serde_json::Value;

use crate::support::answers::{THURSDAY, answer, bot, packs};
use crate::support::interaction::{ASKER, button, command, custom_ids, message_of};
use crate::support::limits::reply;

/// Moments at which questions are asked: in a season, between two, and before all.
const MOMENTS: [&str; 4] = [
    THURSDAY,
    "2024-06-21T20:30:00Z",
    "2026-11-22T00:00:00Z",
    "2020-01-01T00:00:00Z",
];

/// Every page of every example of every question, at every moment: who answers, what was asked, and the reply.
fn every_reply(mut check: impl FnMut(&DiscordBot, &str, &Value)) {
    for now in MOMENTS {
        let bot = bot(now);
        for line in specs().flat_map(|spec| spec.examples) {
            // A button with the example's line is the shortest way to ask it.
            let mut message = message_of(&answer(&bot, &command("about")), ASKER);
            for page in 1.. {
                let click = button(&format!("{line} ·{page}"), message.clone());
                let reply = answer(&bot, &click);
                let what = format!("{line} (page {page}, {now})");
                check(&bot, &what, &reply);
                message = message_of(&reply, ASKER);
                let next = format!(" ·{}", page + 1);
                if !custom_ids(&reply).iter().any(|id| id.ends_with(&next)) {
                    break;
                }
            }
        }
    }
}

/// Conventions 11, 13, 14 and 27: limits of Discord, nobody pinged, tables no wider than 34 columns.
#[test]
fn every_reply_keeps_every_limit() {
    let mut violations = Vec::new();
    every_reply(|_, what, answer| {
        violations.extend(reply(answer).err().map(|why| format!("{what}: {why}")));
    });
    assert_eq!(violations, Vec::<String>::new());
}

/// Convention 10: a time on a wall clock stands on a line that says whose clock it is, or is a stamp.
#[test]
fn no_clock_time_stands_without_its_zone() {
    let mut bare = Vec::new();
    every_reply(|_, what, answer| {
        let embed = &answer["data"]["embeds"][0];
        let texts = [&embed["title"], &embed["description"], &embed["footer"]["text"]];
        let lines = texts.into_iter().filter_map(Value::as_str).flat_map(str::lines);
        bare.extend(
            lines
                .filter(|line| tells_time(line) && !names_zone(line))
                .map(|line| format!("{what}: {line}")),
        );
    });
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn a_clock_time_and_a_zone_are_told_from_other_text() {
    assert!(tells_time("Race 1: Fri 21 Jun 16:20–17:00 EDT") && names_zone("Race 1: Fri 21 Jun 16:20–17:00 EDT"));
    assert!(!names_zone("Race 1: Fri 21 Jun 16:20, Pro and ANDIAL"));
    assert!(names_zone("at 09:15 +08, Shanghai"));
    assert!(!tells_time("1 77 Tyler Maxson 41:53.415"));
    assert!(!tells_time("<t:1718971200:F> round:7 season:2024"));
}

/// True if a line has a time of day such as 16:20.
fn tells_time(line: &str) -> bool {
    let letters: Vec<char> = line.chars().collect();
    (0..letters.len()).any(|at| {
        let digit = |more: usize| letters.get(at + more).is_some_and(char::is_ascii_digit);
        let sign = |more: usize, sign| letters.get(at + more) == Some(&sign);
        // A race that took 41:53.415 is no time of day.
        digit(0) && digit(1) && sign(2, ':') && digit(3) && digit(4) && !sign(5, '.')
    })
}

/// True if a line has an abbreviation of a zone behind a time: letters, or an offset.
fn names_zone(line: &str) -> bool {
    let mut words = line.split([' ', ',', '.', '(', ')', '*']);
    words.any(|word| {
        let after = |sign| {
            word.strip_prefix(sign)
                .is_some_and(|rest: &str| rest.parse::<u16>().is_ok())
        };
        let usual = [
            "UTC", "GMT", "BST", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "JST", "KST", "CET", "CEST",
        ];
        after('+') || usual.contains(&word)
    })
}

/// Convention 14: a button's id holds a whole question.
#[test]
fn the_longest_question_of_every_spec_fits_a_button() {
    let catalogue = packs();
    let mut asker = Asker {
        now: THURSDAY.parse().unwrap(),
        zone: None,
        reference: None,
        series: "pccna".parse().unwrap(),
        rehearsal: true,
    };
    for series in catalogue.series.keys() {
        let of_series = |named: &&Named| named.series.as_ref().is_none_or(|of| of == series);
        let names: Vec<&Named> = catalogue.names.all().iter().filter(of_series).collect();
        for spec in specs() {
            let line = longest(spec, &names);
            let question = Question::parse(&line, &catalogue, &asker);
            let question = question.unwrap_or_else(|why| panic!("{line}: {why:?}"));
            let short = shorten(&question, 100 - " ·9999".chars().count(), &catalogue, &asker);
            let short = short.unwrap_or_else(|| panic!("{} cannot be said briefly", question.line()));
            // A click may come in another year, and where another series is usual.
            for (now, usual) in [("2026-11-22T00:00:00Z", "pcca"), (THURSDAY, "pccna")] {
                asker.now = now.parse().unwrap();
                asker.series = usual.parse().unwrap();
                assert_eq!(
                    Question::parse(&short, &catalogue, &asker),
                    Ok(question.clone()),
                    "{short}"
                );
            }
        }
    }
}

/// A line with every option of a question, each with its longest value; no two options have the same.
fn longest(spec: &Spec, names: &[&Named]) -> String {
    let mut line = spec.name.to_owned();
    for option in spec.options.iter().filter(|option| needed(spec, option.name.as_str())) {
        let values: Vec<String> = match option.takes {
            Takes::Question => specs().map(|spec| spec.name.to_owned()).collect(),
            Takes::SessionKind => vec!["qualifying".to_owned()],
            Takes::Subject => vec!["set-fastest-lap".to_owned()],
            Takes::Day => vec!["2024-06-21".to_owned()],
            Takes::PastDate => vec!["2024-06-19".to_owned()],
            Takes::Zone => vec!["America/Indiana/Indianapolis".to_owned()],
            Takes::Text => vec!["fastest-lap".to_owned()],
            takes => {
                let of_kind = names.iter().filter(|named| takes.kinds().contains(&named.kind));
                of_kind.map(|named| named.id.to_string()).collect()
            }
        };
        let new = values.iter().filter(|value| !line.contains(&format!(":{value}")));
        if let Some(value) = new.max_by_key(|value| value.len()) {
            line.push_str(&format!(" {}:{value}", option.name));
        }
    }
    line
}

/// True if an option is given together with all others: a session has one kind and one day, and a fact needs no more than
/// its subject does.
fn needed(spec: &Spec, option: &str) -> bool {
    match spec.name {
        "schedule" => !["kind", "day"].contains(&option),
        // The longest names of two teams, of a round and of a day do not fit together: such a button is left out.
        "gap" => option != "as-of",
        "fact" => ["about", "driver", "weekend", "session", "season", "series"].contains(&option),
        _ => true,
    }
}

#[test]
fn every_button_of_every_reply_leads_to_an_answer() {
    let mut dead = Vec::new();
    every_reply(|bot, what, reply| {
        // Examples are asked as they stand, at moments when they have no answer, too.
        if what.starts_with("help") {
            return;
        }
        for id in custom_ids(reply) {
            let next = answer(bot, &button(&id, message_of(reply, ASKER)));
            if next["type"] != 7 {
                let why = &next["data"]["embeds"][0]["description"];
                dead.push(format!("{id:?} of {what}: {why}"));
            }
        }
    });
    assert_eq!(dead, Vec::<String>::new());
}

#[test]
fn names_of_things_are_found_for_every_option() {
    // The law over the longest ids would hold emptily for a kind that no pack has.
    let catalogue = packs();
    for option in specs().flat_map(|spec| spec.options) {
        for kind in option.takes.kinds() {
            let of_kind = |named: &Named| named.kind == *kind;
            assert!(
                catalogue.names.all().iter().any(of_kind),
                "{option:?} takes {:?}",
                NameKind::clone(kind)
            );
        }
    }
}
