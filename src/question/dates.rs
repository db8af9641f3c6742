//! Days and zones in a question: tomorrow, Saturday, London.

use std::collections::HashMap;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use chrono_tz::{TZ_VARIANTS, Tz};

/// A day as people say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// So many days from today.
    Ahead(i8),
    /// The one of the weekend at hand.
    Of(Weekday),
    /// A month and a day of it.
    On(u32, u32),
}

/// Words for days.
const DAYS: &[(Day, &[&str])] = &[
    (
        Day::Ahead(0),
        &[
            "today",
            "tonight",
            "todays",
            "hoy",
            "aujourdhui",
            "heute",
            "2day",
            "tonite",
            "this morning",
            "this afternoon",
            "this evening",
        ],
    ),
    (
        Day::Ahead(1),
        &[
            "tomorrow",
            "tmrw",
            "tmr",
            "tomorow",
            "tommorow",
            "tommorrow",
            "manana",
            "demain",
            "morgen",
            "2morrow",
            "tomorrows",
        ],
    ),
    (Day::Ahead(-1), &["yesterday", "yesterdays", "ayer", "hier", "gestern"]),
    (Day::Of(Weekday::Mon), &["monday", "mon", "lunes", "lundi", "montag"]),
    (
        Day::Of(Weekday::Tue),
        &["tuesday", "tue", "tues", "martes", "mardi", "dienstag"],
    ),
    (
        Day::Of(Weekday::Wed),
        &["wednesday", "weds", "miercoles", "mercredi", "mittwoch"],
    ),
    (
        Day::Of(Weekday::Thu),
        &["thursday", "thu", "thurs", "thur", "jueves", "jeudi", "donnerstag"],
    ),
    (
        Day::Of(Weekday::Fri),
        &["friday", "fri", "fridays", "viernes", "vendredi", "freitag", "firday"],
    ),
    (
        Day::Of(Weekday::Sat),
        &[
            "saturday",
            "saturdays",
            "sat",
            "sabado",
            "samedi",
            "samstag",
            "saterday",
        ],
    ),
    (
        Day::Of(Weekday::Sun),
        &["sunday", "sundays", "sun", "domingo", "dimanche", "sonntag"],
    ),
];

/// Words for months, in their order.
const MONTHS: [&[&str]; 12] = [
    &["january", "jan", "enero", "janvier", "januar"],
    &["february", "feb", "febrero", "fevrier", "februar"],
    &["march", "mar", "marzo", "mars", "marz"],
    &["april", "apr", "abril", "avril"],
    &["may", "mayo", "mai"],
    &["june", "jun", "junio", "juin", "juni"],
    &["july", "jul", "julio", "juillet", "juli"],
    &["august", "aug", "agosto", "aout"],
    &["september", "sept", "sep", "septiembre", "septembre"],
    &["october", "oct", "octubre", "octobre", "oktober"],
    &["november", "nov", "noviembre", "novembre"],
    &["december", "dec", "diciembre", "decembre", "dezember"],
];

/// Words for seasons, by the years from now.
const SEASONS: &[(i32, &[&str])] = &[
    (
        0,
        &[
            "this year",
            "this season",
            "this years",
            "this seasons",
            "current season",
            "este ano",
            "esta temporada",
            "cette annee",
            "cette saison",
            "dieses jahr",
            "diese saison",
            "this yr",
        ],
    ),
    (
        -1,
        &[
            "last year",
            "last yr",
            "last season",
            "last years",
            "last seasons",
            "previous season",
            "previous year",
            "year ago",
            "1 year ago",
            "prior year",
            "ano pasado",
            "temporada pasada",
            "annee derniere",
            "saison derniere",
            "letztes jahr",
            "letzte saison",
            "letzten jahr",
            "vorjahr",
            "prior season",
            "past season",
            "lst year",
            "12 months ago",
            "reigning",
            "defending",
        ],
    ),
    (
        -2,
        &[
            "two years ago",
            "2 years ago",
            "year before last",
            "season before last",
            "two seasons ago",
            "2 seasons ago",
        ],
    ),
    (
        1,
        &[
            "next year",
            "next season",
            "proximo ano",
            "annee prochaine",
            "nachstes jahr",
        ],
    ),
];

/// Zones by names that the zone data does not have.
const ZONES: &[(Tz, &[&str])] = &[
    (
        Tz::Europe__London,
        &[
            "uk",
            "england",
            "britain",
            "british",
            "bst",
            "united kingdom",
            "british time",
        ],
    ),
    (Tz::UTC, &["utc", "gmt", "zulu"]),
    (
        Tz::Europe__Berlin,
        &[
            "germany",
            "cet",
            "cest",
            "central european",
            "deutschland",
            "munich",
            "stuttgart",
            "hamburg",
            "europe",
        ],
    ),
    (Tz::Europe__Paris, &["france"]),
    (Tz::Europe__Madrid, &["spain", "espana", "barcelona"]),
    (Tz::Europe__Rome, &["italy", "milan"]),
    (Tz::Europe__Amsterdam, &["netherlands", "holland"]),
    (Tz::Europe__Dublin, &["ireland"]),
    (
        Tz::America__New_York,
        &[
            "eastern",
            "est",
            "edt",
            "et",
            "east coast",
            "nyc",
            "new york time",
            "eastern time",
            "boston",
            "florida",
            "atlanta",
        ],
    ),
    (
        Tz::America__Chicago,
        &[
            "central",
            "cst",
            "cdt",
            "ct",
            "central time",
            "texas",
            "dallas",
            "houston",
        ],
    ),
    (
        Tz::America__Denver,
        &["mountain", "mst", "mdt", "colorado", "mountain time"],
    ),
    (
        Tz::America__Los_Angeles,
        &[
            "pacific",
            "pst",
            "pdt",
            "pt",
            "la",
            "west coast",
            "california",
            "pacific time",
            "san francisco",
            "seattle",
            "vegas",
            "las vegas",
        ],
    ),
    (Tz::America__Mexico_City, &["mexico", "cdmx"]),
    (Tz::America__Sao_Paulo, &["brazil", "brasil", "rio"]),
    (Tz::America__Argentina__Buenos_Aires, &["argentina", "buenos aires"]),
    (Tz::Asia__Tokyo, &["japan", "jst"]),
    (Tz::Asia__Kolkata, &["india", "ist", "mumbai", "delhi"]),
    (Tz::Asia__Shanghai, &["china", "beijing"]),
    (Tz::Australia__Sydney, &["australia", "aest", "aedt", "canberra"]),
    (
        Tz::Pacific__Auckland,
        &["new zealand", "nz", "nzt", "nzst", "christchurch"],
    ),
    (Tz::America__Toronto, &["canada", "ottawa"]),
    (Tz::Asia__Dubai, &["uae", "abu dhabi"]),
    (Tz::Africa__Johannesburg, &["south africa", "cape town"]),
];

static DAY_WORDS: LazyLock<HashMap<&'static str, Day>> = LazyLock::new(|| {
    let words = DAYS
        .iter()
        .flat_map(|(day, words)| words.iter().map(move |word| (*word, *day)));
    words.collect()
});

static ZONE_WORDS: LazyLock<HashMap<String, Tz>> = LazyLock::new(|| {
    let city = |zone: &Tz| {
        let (_, city) = zone.name().rsplit_once('/')?;
        Some((city.replace(['_', '-'], " ").to_lowercase(), *zone))
    };
    let mut words: HashMap<String, Tz> = TZ_VARIANTS
        .iter()
        .filter(|zone| !zone.name().starts_with("Etc/"))
        .filter_map(city)
        .collect();
    words.extend(
        ZONES
            .iter()
            .flat_map(|(zone, names)| names.iter().map(|name| ((*name).to_owned(), *zone))),
    );
    words
});

/// How many years from now the season is that words mean.
pub(crate) fn years(words: &str) -> Option<i32> {
    let of = |(_, names): &&(i32, &[&str])| names.contains(&words);
    SEASONS.iter().find(of).map(|(years, _)| *years)
}

/// The first word of each day.
pub(super) fn days() -> impl Iterator<Item = &'static str> {
    DAYS.iter().filter_map(|(_, words)| words.first().copied())
}

/// The day that words mean.
pub(crate) fn day(words: &str) -> Option<Day> {
    DAY_WORDS.get(words).copied().or_else(|| dated(words))
}

/// A day by its date: `june 22`, `22nd june`.
fn dated(words: &str) -> Option<Day> {
    // Most words have no number, and need no look at the months.
    if !words.bytes().any(|letter| letter.is_ascii_digit()) {
        return None;
    }
    let (one, other) = words.split_once(' ')?;
    let month = |word: &str| MONTHS.iter().position(|words| words.contains(&word));
    let number = |word: &str| {
        let digits = word.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    };
    let found = month(one).zip(number(other)).or_else(|| month(other).zip(number(one)));
    let (month, day) = found?;
    Some(Day::On(u32::try_from(month).ok()? + 1, day))
}

/// The zone that a word means.
pub(crate) fn zone(words: &str) -> Option<Tz> {
    ZONE_WORDS.get(words).copied()
}

/// The date of a day: `today` by the clock at hand, weekdays within the weekend from `first` to `last` or else next.
pub(crate) fn date(day: Day, today: NaiveDate, weekend: Option<(NaiveDate, NaiveDate)>) -> Option<NaiveDate> {
    match day {
        Day::Ahead(days) => today.checked_add_signed(chrono::Duration::days(days.into())),
        Day::On(month, day) => NaiveDate::from_ymd_opt(today.year(), month, day),
        Day::Of(weekday) => {
            let of = |from: NaiveDate| {
                let days = (7 + weekday.num_days_from_monday() - from.weekday().num_days_from_monday()) % 7;
                from.checked_add_days(Days::new(days.into()))
            };
            let inside = weekend.and_then(|(first, last)| of(first).filter(|date| *date <= last));
            inside.or_else(|| of(today))
        }
    }
}
