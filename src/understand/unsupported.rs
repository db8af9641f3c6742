//! Lexicon of unsupported topics: words for the bot itself and for topics that no pack covers.

#![cfg_attr(
    not(test),
    expect(
        clippy::enum_glob_use,
        reason = "a table is read more easily without the name of the enum in every row"
    )
)]

use super::tags::Tag::{self, *};

/// These words and phrases by their tag.
#[rustfmt::skip]
pub(super) const UNSUPPORTED: &[(Tag, &[&str])] = &[
    // The bot itself.
    (Help, &[
        "help", "commands", "command", "what can you do", "what can u do", "what can you tell", "what can i ask",
        "what do you know", "how do i use", "how does this work", "how do you work", "ayuda", "aide", "hilfe",
        "what questions", "who are you", "what are you", "are you a bot", "are you ai", "are you an ai", "are you human", "are you real", "your features",
    ]),
    (Source, &["how old is your data", "how old is the data", "data come from", "data comes from", 
        "source", "sources", "your data", "get your data", "your info", "your information", "data from",
        "where do you get", "where does your", "how fresh", "up to date", "who made you",
        "how do you know", "official", "fuente", "fuentes", "quelle fur", "data source",
    ]),
    (Courtesy, &[
        "thx", "thanks", "thank you", "thank", "ty", "tysm", "cheers", "gracias", "merci", "danke", "hi", "hello",
        "hey", "yo", "sup", "hola", "bonjour", "hallo", "salut", "gm", "gn", "good morning", "good night", "good bot",
        "bad bot", "nice one", "lol", "bye", "love you", "well done", "good job", "morning", "appreciate it",
        "appreciated", "gg", "ggs", "welcome",
    ]),
    (Remind, &[
        "remind", "reminder", "reminders", "reminde", "ping", "notify", "notification", "notifications", "alert",
        "alerts", "alarm", "recuerdame", "rappelle", "erinnere", "wake me", "tell me when", "let me know when",
        "message me", "dm me", "recordatorio",
    ]),
    (Feed, &[
        "ical", "ics", "icalendar", "calendar feed", "google calendar", "outlook", "subscribe", "webcal", "feed",
        "my calendar", "calendar link", "calendar file", "calendar subscription", "apple calendar",
        "my phone calendar", "rss", "calendar export", "export",
    ]),
    (Spoiler, &[
        "spoil", "spoils", "spoiler", "spoilers", "hidden", "hide", "no spoilers", "spoiler free", "dont spoil",
        "without spoilers", "spoilerfree", "unspoiled", "dont tell me",
    ]),
    (Seen, &[
        "seen", "watched", "havent seen", "havent watched", "caught up", "have seen", "ive seen", "not seen",
        "watching later", "seen up to", "watched up to",
    ]),
    (That, &["that", "it", "those", "that one", "eso", "ca", "das"]),
    (And, &["and", "what about", "how about", "and what about", "y", "et", "und", "whatabout", "same for", "also"]),
    // Topics that no pack holds.
    (Weather, &[
        "weather", "wether", "rain", "raining", "rainy", "forecast", "temperature", "temps", "hot", "wetter", "regen",
        "clima", "lluvia", "meteo", "pluie", "umbrella", "sunny", "wet", "snow", "windy", "storm", "el tiempo",
        "degrees", "humid",
    ]),
    (Ticket, &[
        "ticket", "tickets", "tix", "park", "parking", "camp", "camping", "campsite", "admission", "gate", "gates", "hotel", "hotels",
        "entradas", "billets", "karten", "tickets cost", "paddock pass", "passes", "autograph", "grandstand",
        "where to stay", "merch", "merchandise", "hospitality", "boletos",
    ]),
    (Broadcast, &[
        "watch", "stream", "streams", "streaming", "livestream", "live stream", "tv", "broadcast", "broadcasted",
        "televised", "channel", "youtube", "peacock", "espn", "nbc", "coverage", "commentary", "commentators",
        "live timing", "radio", "replay", "replays", "highlights", "ver la", "fernsehen", "ubertragung", "diffusion",
        "regarder", "transmision", "donde ver", "tele", "video", "vod", "on air", "imsa tv", "livetiming",
    ]),
    (Predict, &[
        "predict", "prediction", "predictions", "bet", "bets", "betting", "odds", "favorite", "favourite",
        "favorites", "favourites", "who you got", "tips", "fantasy", "likely to win", "forecast the", "pick to win",
        "your pick", "your picks", "who do you think", "ganara", "gagnera", "gewinnt wer", "chances",
    ]),
    (Opinion, &[
        "better than", "better", "best", "worst", "fastest driver", "quickest driver", "fastest car", "better car",
        "best driver", "worst driver", "goat", "opinion", "think of", "thoughts", "do you like", "boring",
        "overrated", "underrated", "better driver", "deserve", "deserved", "fair", "fault", "cheating", "cheater",
        "handsome", "who is better", "whos better", "best team", "should have", "feel about", "coolest", "prettiest",
        "nicest", "rigged", "sucks",
    ]),
    (Machine, &[
        "how fast", "top speed", "horsepower", "hp", "bhp", "engine", "specs", "tyre", "tyres", "tire", "tires",
        "fuel", "weigh", "weight", "gearbox", "brakes", "setup", "cost", "costs", "price", "salary", "budget",
        "prize money", "speed", "mph", "kph", "torque", "abs", "aero",
    ]),
    (OtherSeries, &[
        "f1", "formula 1", "formula one", "formel 1", "formule 1", "f2", "f3", "imsa", "weathertech", "nascar",
        "indycar", "indy car", "wec", "le mans", "lemans", "motogp", "supercup", "super cup", "dtm", "six hours",
        "six hour", "6 hours", "6 hour", "24 hours", "24 hour", "24h", "rolex 24", "gt3 cup challenge",
        "sprint challenge", "trans am", "gt world challenge", "gtwc", "mx 5 cup", "mx5", "mustang challenge",
        "supra cup", "pilot challenge", "michelin pilot", "lamborghini", "super trofeo", "ferrari challenge", "wrc",
        "rally", "formula e", "super gt", "supercars", "gtp", "gtd", "lmp2", "lmp3", "12 hours", "12 hour",
        "10 hours", "petit le mans", "twelve hours", "nls", "nurburgring 24", "v8 supercars", "superbike", "wsbk",
        "btcc",
    ]),
];
