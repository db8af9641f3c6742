//! Autocompletion: the best first, few, short, and each of them means what it says.

use raceweek::domain::Asker;
use raceweek::question::{Call, Choice, Misunderstanding, OptionName, Question, Takes, complete, specs};
use raceweek::view::words;
use serde_json::{Value, json};

use crate::support::answers::{THURSDAY, answer, bot, packs};
use crate::support::interaction::{autocomplete, command};
use crate::support::limits::reply;

fn asker() -> Asker {
    Asker {
        now: THURSDAY.parse().unwrap(),
        zone: None,
        reference: None,
        series: "pccna".parse().unwrap(),
        rehearsal: true,
    }
}

/// The choices as people see them, each with the value it stands for.
fn offered(question: &str, others: &[(&str, &str)], option: &str, typed: &str) -> Vec<String> {
    let others = others
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let call = Call::new(question, others.collect()).unwrap();
    let choices = complete(&call, option, typed, 25, &packs(), &asker());
    let line = |choice: &Choice| format!("{} = {}", words::completion::choice(choice), choice.value);
    choices.iter().map(line).collect()
}

#[test]
fn a_driver_is_offered_with_number_and_class() {
    assert_eq!(
        offered("driver", &[], "driver", "hart"),
        [
            "Loek Hartog · #24 · Pro = loek-hartog",
            "Jason Hart · #20 · Pro · 2023 = jason-hart",
        ]
    );
}

#[test]
fn a_car_number_a_nickname_and_a_slip_find_their_driver() {
    assert_eq!(
        offered("driver", &[], "driver", "24")[0],
        "Loek Hartog · #24 · Pro = loek-hartog"
    );
    assert_eq!(
        offered("driver", &[], "driver", "Hartogg")[0],
        "Loek Hartog · #24 · Pro = loek-hartog"
    );
    assert_eq!(
        offered("driver", &[], "driver", "sabre")[0],
        "Sabré Cook · #37 · Pro = sabre-cook"
    );
}

#[test]
fn a_place_is_offered_where_one_can_be_meant() {
    assert_eq!(offered("gap", &[], "driver", "third"), ["p3 = p3"]);
}

#[test]
fn the_last_piece_of_what_is_supposed_is_completed() {
    assert_eq!(
        offered("whatif", &[], "results", "race-1 1:hartog 2:cooper"),
        ["race-1 1:hartog 2:Michael Cooper = race-1 1:hartog 2:michael-cooper"]
    );
    assert_eq!(
        offered("whatif", &[], "results", "1:hartog p"),
        ["1:hartog pole: = 1:hartog pole:"]
    );
    assert_eq!(offered("whatif", &[], "code", "A"), [""; 0]);
}

#[test]
fn weekends_stand_in_the_order_of_the_calendar_with_their_days() {
    assert_eq!(
        offered("schedule", &[], "weekend", ""),
        [
            "Sebring · 13–15 Mar 2024 = sebring",
            "Miami · 3–5 May 2024 = miami",
            "Montréal · 7–9 Jun 2024 = montreal",
            "Watkins Glen · 20–22 Jun 2024 = watkins-glen",
            "Road America · 1–4 Aug 2024 = road-america",
            "Indianapolis · 19–21 Sep 2024 = indianapolis",
            "Road Atlanta · 9–11 Oct 2024 = road-atlanta",
            "Circuit of The Americas · 18–20 Oct 2024 = cota",
            "Laguna Seca · 28 Sep – 1 Oct 2023 = laguna-seca",
            "Long Beach · 14–16 Apr 2023 = long-beach",
        ]
    );
    assert_eq!(
        offered("schedule", &[], "weekend", "glen"),
        ["Watkins Glen · 20–22 Jun 2024 = watkins-glen"]
    );
}

#[test]
fn a_season_narrows_what_is_offered() {
    assert_eq!(
        offered("winners", &[("season", "2023")], "class", ""),
        ["Pro = pro", "Pro-Am = pro-am", "Am = masters"]
    );
    assert_eq!(
        offered("winners", &[("season", "2024")], "class", ""),
        ["Pro = pro", "Pro-Am = pro-am", "Am = masters"]
    );
}

#[test]
fn a_series_narrows_what_is_offered() {
    assert_eq!(
        offered("standings", &[("series", "pcca")], "championship", ""),
        [
            "Overall = overall",
            "Pro-Am = pro-am",
            "Am = am",
            "Masters = masters",
            "Dealer Trophy = dealers",
        ]
    );
    assert_eq!(
        offered("standings", &[("series", "pcca")], "season", ""),
        ["2026 = 2026"]
    );
    assert_eq!(
        offered("standings", &[], "season", ""),
        ["2024 = 2024", "2026 = 2026", "2025 = 2025", "2023 = 2023"]
    );
}

#[test]
fn rounds_questions_and_kinds_of_session_are_offered() {
    assert_eq!(
        offered("standings", &[], "after", "ro")[..3],
        [
            "Road America · 1–4 Aug 2024 = road-america",
            "Road Atlanta · 9–11 Oct 2024 = road-atlanta",
            "Round 1 · Sebring = 1"
        ]
    );
    assert_eq!(
        offered("help", &[], "question", "st"),
        ["standings · The points table of a championship, now or after a round = standings"]
    );
    assert_eq!(offered("results", &[], "session", "q"), ["Qualifying = qualifying"]);
}

/// Convention 4: at most 25 choices with names up to 100 characters, of a field of more than 35 cars.
#[test]
fn a_large_field_gives_the_best_25() {
    let bot = bot(THURSDAY);
    for typed in ["", "a", "m", &"a".repeat(4_000)] {
        for spec in specs() {
            for option in spec.options {
                let offered = answer(&bot, &autocomplete(spec.name, option.name.as_str(), typed));
                assert_eq!(reply(&offered), Ok(()), "{} {}: {typed}", spec.name, option.name);
            }
        }
    }
    let drivers = answer(&bot, &autocomplete("driver", "driver", ""));
    assert_eq!(drivers["data"]["choices"].as_array().unwrap().len(), 25);
}

/// Convention 4: the value is an id, and each choice, once chosen, is understood as what its name says.
#[test]
fn every_choice_reads_back_as_what_it_names() {
    let (catalogue, asker) = (packs(), asker());
    let mut wrong = Vec::new();
    for series in catalogue.series.keys() {
        for spec in specs().filter(|spec| spec.option("series").is_some()) {
            let others = vec![("series".to_owned(), series.to_string())];
            for option in spec.options.iter().filter(|option| {
                option.takes != Takes::Question && !option.takes.is_text() && option.name != OptionName::Series
            }) {
                let call = Call::new(spec.name, others.clone()).unwrap();
                for choice in complete(&call, option.name.as_str(), "", usize::MAX, &catalogue, &asker) {
                    let mut options = others.clone();
                    options.push((option.name.to_string(), choice.value.clone()));
                    let call = Call::new(spec.name, options).unwrap();
                    let read = Question::read(&call, &catalogue, &asker);
                    let held = read
                        .as_ref()
                        .ok()
                        .and_then(|question| question.options.text(option.name));
                    // `driver` and `team` need one more option, whatever the others hold.
                    let lacking = matches!(read, Err(Misunderstanding::Missing { .. }));
                    if held.is_none() && !lacking {
                        wrong.push(format!("{} {}: {choice:?} is read as {read:?}", spec.name, option.name));
                    }
                }
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

/// Convention 4: what was typed and is no choice works too.
#[test]
fn typed_text_that_is_no_choice_works() {
    let bot = bot(THURSDAY);
    let title = |value: &str| {
        let reply = answer(&bot, &command("driver").option("driver", value));
        reply["data"]["embeds"][0]["title"].clone()
    };
    assert_eq!(title("loek-hartog"), title("no. 24"));
    assert_ne!(title("loek-hartog"), Value::Null);
}

#[test]
fn nothing_is_offered_for_what_is_not_there() {
    let bot = bot(THURSDAY);
    let nothing = json!({"type": 8, "data": {"choices": []}});
    assert_eq!(answer(&bot, &autocomplete("driver", "colour", "red")), nothing);
    assert_eq!(answer(&bot, &autocomplete("teleport", "to", "red")), nothing);
    assert_eq!(answer(&bot, &autocomplete("driver", "driver", "xyzzy")), nothing);
}
