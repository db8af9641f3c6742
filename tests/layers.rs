//! The house's order: which room may use which, what only one room may name, and how long a file is.

use crate::support::sources::{Source, sources};

/// A room, which rooms it may use, and why no more.
struct Room {
    name: &'static str,
    uses: &'static [&'static str],
    why: &'static str,
}

/// The rooms from the ground up: a room uses only rooms above its line, and of those the ones it names.
const ROOMS: &[Room] = &[
    Room {
        name: "clock",
        uses: &[],
        why: "it reads the wall clock and knows nothing else",
    },
    Room {
        name: "domain",
        uses: &[],
        why: "the words of the field are true whoever uses them",
    },
    Room {
        name: "config",
        uses: &["domain"],
        why: "it reads a file and the environment, and decides nothing",
    },
    Room {
        name: "logging",
        uses: &["config"],
        why: "it is told what to log, and knows nothing of what is logged",
    },
    Room {
        name: "schedule",
        uses: &["domain"],
        why: "time is worked out from the domain alone",
    },
    Room {
        name: "scoring",
        uses: &["domain", "schedule"],
        why: "points are worked out from the domain and the order of time, wherever the data came from",
    },
    Room {
        name: "lookup",
        uses: &["domain"],
        why: "words become things from tables and an index, whoever asks",
    },
    Room {
        name: "dataset",
        uses: &["domain", "lookup", "schedule", "scoring"],
        why: "it prepares what every question needs, and knows no question",
    },
    Room {
        name: "import",
        uses: &["domain", "lookup", "dataset"],
        why: "what a file says is worked out from the file and a season's pack alone",
    },
    Room {
        name: "reminders",
        uses: &["domain", "schedule", "lookup", "dataset"],
        why: "what is due is worked out from the calendar and a moment, wherever wishes are kept",
    },
    Room {
        name: "answer",
        uses: &["domain", "schedule", "scoring", "dataset"],
        why: "facts do not depend on how they were asked for",
    },
    Room {
        name: "question",
        uses: &["domain", "schedule", "scoring", "lookup", "dataset", "answer"],
        why: "a question is answered without knowing who prints the answer",
    },
    Room {
        name: "understand",
        uses: &["domain", "schedule", "lookup", "dataset", "reminders", "question"],
        why: "a text is understood without answering it, running it or knowing where it was written",
    },
    Room {
        name: "store",
        uses: &["domain", "dataset", "reminders"],
        why: "it keeps wishes, messages and changes to the calendar as it is given them, and decides nothing",
    },
    Room {
        name: "command",
        uses: &["domain", "schedule", "dataset", "question", "reminders", "store"],
        why: "what people set and erase is the same for every front end",
    },
    Room {
        name: "view",
        uses: &[
            "domain",
            "schedule",
            "scoring",
            "lookup",
            "dataset",
            "import",
            "reminders",
            "answer",
            "question",
            "understand",
            "command",
        ],
        why: "a document is made of an answer, without knowing who prints it",
    },
    Room {
        name: "output",
        uses: &["schedule", "view"],
        why: "an output prints any document, and knows nothing of races",
    },
    Room {
        name: "bot",
        uses: &[
            "clock",
            "domain",
            "dataset",
            "answer",
            "question",
            "understand",
            "view",
            "output",
            "store",
        ],
        why: "it answers whoever asks, and knows no front end",
    },
    Room {
        name: "discord",
        uses: &[
            "config",
            "domain",
            "schedule",
            "lookup",
            "dataset",
            "answer",
            "question",
            "understand",
            "view",
            "output",
            "reminders",
            "store",
            "command",
            "bot",
        ],
        why: "it carries questions in and documents out; the rest is theirs",
    },
    Room {
        name: "delivery",
        uses: &[
            "domain",
            "schedule",
            "dataset",
            "answer",
            "question",
            "view",
            "output",
            "reminders",
            "store",
            "bot",
            "discord",
        ],
        why: "it takes what is due from the store to Discord, and knows no command",
    },
    Room {
        name: "app",
        uses: &[
            "clock", "config", "domain", "dataset", "store", "bot", "discord", "delivery",
        ],
        why: "it puts a running bot together and works nothing out itself",
    },
    Room {
        name: "cli",
        uses: &[
            "clock",
            "config",
            "logging",
            "domain",
            "lookup",
            "dataset",
            "import",
            "answer",
            "question",
            "understand",
            "view",
            "output",
            "reminders",
            "store",
            "command",
            "bot",
            "discord",
            "app",
        ],
        why: "it reads the command line and hands on",
    },
];

/// The REST client of Discord.
const REST: &str = "src/discord/rest";

/// Texts that are named in one room alone: the text, the room's path, and why.
const KEPT: &[(&str, &str, &str)] = &[
    (
        "serenity::",
        "src/discord",
        "the rest of the house outlives a Discord library",
    ),
    (
        "Utc::now",
        "src/clock.rs",
        "an answer speaks of the moment it was asked for, so that it can be tested",
    ),
    (
        "SystemTime::now",
        "src/clock.rs",
        "there is one wall clock, and a rehearsal shifts it",
    ),
    (
        "sqlx::",
        "src/store",
        "which database it is, and how it is asked, concerns nobody else",
    ),
    ("Local::now", "src/clock.rs", "no answer depends on the host's zone"),
    ("env::var", "src/config.rs", "what a bot was told is found in one place"),
    ("reqwest", REST, "one client sends every request, by one policy"),
    (
        "webhooks/",
        REST,
        "paths that hold an interaction's token are never logged",
    ),
    ("scheduled-events", REST, "Discord's paths are routes"),
    ("users/@me", REST, "Discord's paths are routes"),
    ("entity_type", REST, "Discord's bodies are made of types"),
    ("10_003", REST, "Discord's codes are refusals with a name"),
    ("10_070", REST, "Discord's codes are refusals with a name"),
    ("30_038", REST, "Discord's codes are refusals with a name"),
    ("40_060", REST, "Discord's codes are refusals with a name"),
    ("50_001", REST, "Discord's codes are refusals with a name"),
    ("50_007", REST, "Discord's codes are refusals with a name"),
    ("50_013", REST, "Discord's codes are refusals with a name"),
];

/// The longest a file may be; what is longer holds more than one idea.
const LONGEST: usize = 400;
/// Files that may be longer, with the reason.
const LONGER: &[(&str, &str)] = &[];
/// The longest that `main.rs` may be: it tells the whole story, and a story that short has no details.
const LONGEST_MAIN: usize = 60;

#[test]
fn rooms_use_only_rooms_below_them() {
    let mut stray = Vec::new();
    for source in sources(&["src"]) {
        let Some(room) = source.room() else { continue };
        let Some(room) = ROOMS.iter().find(|known| known.name == room) else {
            stray.push(format!(
                "{}: '{room}' is no room yet; say in tests/layers.rs what it may use",
                source.path
            ));
            continue;
        };
        for (number, line) in source.code() {
            for used in used_rooms(line) {
                if used != room.name && !room.uses.contains(&used) {
                    stray.push(format!("{}:{number} uses {}", source.path, advice(room, used)));
                }
            }
            if line.contains("super::super::") {
                let way = "write `crate::` and the room instead of climbing";
                stray.push(format!("{}:{number} climbs with `super::super::`; {way}", source.path));
            }
        }
    }
    assert!(stray.is_empty(), "stray lines:\n{}", stray.join("\n"));
}

#[test]
fn the_order_of_rooms_has_no_circle() {
    for (at, room) in ROOMS.iter().enumerate() {
        for used in room.uses {
            let below = ROOMS[..at].iter().any(|other| other.name == *used);
            assert!(below, "'{}' uses '{used}', so '{used}' must stand before it", room.name);
        }
    }
}

#[test]
fn what_one_room_keeps_is_named_nowhere_else() {
    let mut stray = Vec::new();
    for source in sources(&["src"]) {
        for (number, line) in source.code() {
            for (text, home, why) in KEPT {
                if line.contains(text) && !source.path.starts_with(home) {
                    stray.push(format!(
                        "{}:{number} names `{text}`; it belongs in {home}: {why}",
                        source.path
                    ));
                }
            }
        }
    }
    assert!(stray.is_empty(), "stray lines:\n{}", stray.join("\n"));
}

#[test]
fn a_file_holds_one_idea() {
    let long = |source: &Source| {
        let most = if source.path == "src/main.rs" {
            LONGEST_MAIN
        } else {
            LONGEST
        };
        let lines = source.text.lines().count();
        let excused = LONGER.iter().any(|(path, _)| *path == source.path);
        (lines > most && !excused).then(|| format!("{} has {lines} lines, of {most}; split it by idea", source.path))
    };
    let long: Vec<String> = sources(&["src", "tests", "benches"]).iter().filter_map(long).collect();
    assert!(long.is_empty(), "too long:\n{}", long.join("\n"));
}

#[test]
fn a_file_begins_with_a_sentence_for_a_table_of_contents() {
    let first = |source: &Source| source.text.lines().next().unwrap_or_default().to_owned();
    let is_sentence = |line: &str| line.starts_with("//! ") && line.ends_with('.');
    let without: Vec<String> = sources(&["src", "tests", "benches"])
        .iter()
        .filter(|source| !is_sentence(&first(source)))
        .map(|source| format!("{}: {}", source.path, first(source)))
        .collect();
    assert!(
        without.is_empty(),
        "the first line is to be `//! `, a sentence and a full stop:\n{}",
        without.join("\n")
    );
}

#[test]
fn a_stray_line_is_told_where_it_belongs() {
    let domain = ROOMS
        .iter()
        .find(|room| room.name == "domain")
        .expect("there is a domain");
    assert_eq!(used_rooms("use crate::view::{words, View};"), ["view"]);
    assert_eq!(
        advice(domain, "view"),
        "'view', which is not for 'domain': the words of the field are true whoever uses them. \
         What needs both belongs in 'output'"
    );
    assert_eq!(used_rooms("use crate::{domain, view};"), [""]);
}

/// The place where a line that uses `used` belongs, or what to do about it.
fn advice(room: &Room, used: &str) -> String {
    let Some(target) = ROOMS.iter().position(|known| known.name == used) else {
        return format!("`crate::{used}`; name the room itself, `crate::room::..`, one `use` a room");
    };
    let fit = |other: &&Room| other.uses.contains(&used) && room.uses.iter().all(|one| other.uses.contains(one));
    let home = ROOMS.iter().skip(target + 1).find(fit).map_or(used, |other| other.name);
    format!(
        "'{used}', which is not for '{}': {}. What needs both belongs in '{home}'",
        room.name, room.why
    )
}

/// The rooms that a line of code names; one that cannot be told is the empty text.
fn used_rooms(line: &str) -> Vec<&str> {
    line.split("crate::")
        .skip(1)
        .map(|rest| {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            end.map_or(rest, |end| &rest[..end])
        })
        .collect()
}
