//! Questions that are not answered, and what is said instead.

use raceweek::question::{Misunderstanding, Question};
use raceweek::understand::{Intent, UnsupportedTopic, understand};

use super::{PACKS, asker, read};

#[test]
fn what_no_pack_holds_is_declined_by_its_topic() {
    for (topic, texts) in [
        (
            UnsupportedTopic::Weather,
            &[
                "whats the weather gonna be",
                "will it rain on saturday",
                "forecast for race 2",
                "wie wird das wetter",
            ][..],
        ),
        (
            UnsupportedTopic::Tickets,
            &["tickets?", "how much are tickets", "camping at the glen"],
        ),
        (
            UnsupportedTopic::Broadcast,
            &[
                "where can i watch",
                "is it on tv",
                "live stream link",
                "what channel is race 1 on",
            ],
        ),
        (
            UnsupportedTopic::Prediction,
            &[
                "who's gonna win",
                "who will win race 1",
                "predict race 2",
                "will hartog win the title",
            ],
        ),
        (
            UnsupportedTopic::Opinion,
            &["who's the best driver", "is hartog better than cooper"],
        ),
        (
            UnsupportedTopic::Machine,
            &["how fast is a 911 cup", "what tires do they use"],
        ),
        (
            UnsupportedTopic::OtherSeries,
            &[
                "imsa 6 hour start time",
                "when is the imsa race",
                "nascar this weekend?",
                "who won le mans",
            ],
        ),
        (
            UnsupportedTopic::Reminders,
            &[
                "remind me 15 min before race 1",
                "ping me b4 quali",
                "cancel my reminders",
                "what reminders do i have",
            ],
        ),
        (
            UnsupportedTopic::Feeds,
            &["got an ical feed?", "add to google calendar"],
        ),
        (UnsupportedTopic::Thanks, &["thx", "good bot"]),
        (UnsupportedTopic::Greeting, &["hello", "hi"]),
        (UnsupportedTopic::Updates, &["how do i update the data"]),
    ] {
        for text in texts {
            match understand(text, None, &PACKS, &asker()).map(Intent::without_storage) {
                Ok(Err(declined)) => {
                    assert_eq!(declined.topic, topic, "{text}");
                    assert!(!declined.instead.is_empty(), "{text}");
                }
                other => panic!("{text}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_name_that_nobody_knows_is_said_and_never_guessed_around() {
    for (text, word) in [
        ("who won daytona", "daytona"),
        ("is ken block racing here", "ken"),
        ("where does senna stand", "senna"),
        ("who had pole at goodwood", "goodwood"),
        ("asdfgh", "asdfgh"),
    ] {
        match read(text) {
            Err(Misunderstanding::Unread { unknown, nearest }) => {
                assert!(unknown.iter().any(|known| known == word), "{text}: {unknown:?}");
                assert_eq!(nearest.len(), 3, "{text}: {nearest:?}");
            }
            other => panic!("{text}: {other:?}"),
        }
    }
}

#[test]
fn what_is_asked_of_the_time_before_or_between_is_not_answered_for_another() {
    for text in ["who won before the glen", "how long after quali is race 1"] {
        assert!(
            matches!(read(text), Err(Misunderstanding::Unread { .. })),
            "{text}: {:?}",
            read(text)
        );
    }
}

#[test]
fn who_can_be_meant_by_one_name_is_asked_back() {
    let Err(Misunderstanding::Ambiguous { candidates, .. }) = read("how many points does mccann have") else {
        panic!("{:?}", read("how many points does mccann have"));
    };
    let lines: Vec<_> = candidates
        .iter()
        .filter_map(|one| Some(one.question.as_ref()?.line()))
        .collect();
    assert_eq!(
        lines,
        [
            "gap driver:michael-mccann form:points",
            "gap driver:mccann-racing form:points"
        ]
    );
}

#[test]
fn what_the_packs_have_of_other_years_alone_is_said() {
    let Err(Misunderstanding::NoSuchSeason {
        series,
        season,
        seasons,
        ..
    }) = read("when is the f1 race")
    else {
        panic!("{:?}", read("when is the f1 race"));
    };
    assert_eq!((series.as_str(), season.as_str()), ("Formula 1", "2024"));
    assert!(seasons.iter().all(|season| season.as_str() > "2024"), "{seasons:?}");
}

#[test]
fn a_place_of_several_other_series_is_asked_back_with_each() {
    let Err(Misunderstanding::Close { readings }) = read("who won shanghai") else {
        panic!("{:?}", read("who won shanghai"));
    };
    assert_eq!(
        readings.iter().map(Question::line).collect::<Vec<_>>(),
        [
            "winners weekend:china series:f1",
            "winners weekend:shanghai series:pcca"
        ]
    );
}

#[test]
fn that_is_nothing_without_a_question_before() {
    assert!(matches!(
        read("what time is that in london"),
        Err(Misunderstanding::NoContext { .. })
    ));
}

#[test]
fn a_condition_that_says_what_does_not_happen_is_refused_with_its_words() {
    use raceweek::question::Unsupposable;

    for (text, refused) in [
        ("if cooper doesnt win race 1", "doesnt"),
        ("if hartog does not finish p1 does he lead", "not"),
        ("who leads if norris wont score", "wont"),
    ] {
        match understand(text, None, &PACKS, &asker()) {
            Err(Misunderstanding::Unsupposable { fault, .. }) => assert!(
                matches!(&*fault, Unsupposable::NoPiece { text, .. } if text == refused),
                "{text}: {fault:?}"
            ),
            other => panic!("{text}: {other:?}"),
        }
    }
}
