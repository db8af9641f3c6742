//! Zones of calendars: names of IANA, bare or at the end of a path, and the names that Windows gives them.

use chrono_tz::Tz;

/// Names of Windows, with the zone that CLDR maps each to where no country is given.
const OF_WINDOWS: [(&str, Tz); 32] = [
    ("AUS Eastern Standard Time", Tz::Australia__Sydney),
    ("Arab Standard Time", Tz::Asia__Riyadh),
    ("Arabian Standard Time", Tz::Asia__Dubai),
    ("Argentina Standard Time", Tz::America__Buenos_Aires),
    ("Atlantic Standard Time", Tz::America__Halifax),
    ("Azerbaijan Standard Time", Tz::Asia__Baku),
    ("Cen. Australia Standard Time", Tz::Australia__Adelaide),
    ("Central America Standard Time", Tz::America__Guatemala),
    ("Central Europe Standard Time", Tz::Europe__Budapest),
    ("Central European Standard Time", Tz::Europe__Warsaw),
    ("Central Standard Time", Tz::America__Chicago),
    ("Central Standard Time (Mexico)", Tz::America__Mexico_City),
    ("China Standard Time", Tz::Asia__Shanghai),
    ("E. Australia Standard Time", Tz::Australia__Brisbane),
    ("E. South America Standard Time", Tz::America__Sao_Paulo),
    ("Eastern Standard Time", Tz::America__New_York),
    ("FLE Standard Time", Tz::Europe__Kiev),
    ("GMT Standard Time", Tz::Europe__London),
    ("GTB Standard Time", Tz::Europe__Bucharest),
    ("India Standard Time", Tz::Asia__Kolkata),
    ("Korea Standard Time", Tz::Asia__Seoul),
    ("Mountain Standard Time", Tz::America__Denver),
    ("New Zealand Standard Time", Tz::Pacific__Auckland),
    ("Pacific Standard Time", Tz::America__Los_Angeles),
    ("Romance Standard Time", Tz::Europe__Paris),
    ("Singapore Standard Time", Tz::Asia__Singapore),
    ("South Africa Standard Time", Tz::Africa__Johannesburg),
    ("Tokyo Standard Time", Tz::Asia__Tokyo),
    ("Turkey Standard Time", Tz::Europe__Istanbul),
    ("US Mountain Standard Time", Tz::America__Phoenix),
    ("UTC", Tz::UTC),
    ("W. Europe Standard Time", Tz::Europe__Berlin),
];

/// The zone of a name.
pub fn named(name: &str) -> Option<Tz> {
    let of_windows = || OF_WINDOWS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    let at_the_end = || {
        let parts = name.match_indices('/').map(|(at, _)| name.get(at + 1..));
        parts.flatten().find_map(|tail| tail.parse().ok())
    };
    let zone = name.parse().ok();
    zone.or_else(|| of_windows().map(|(_, zone)| *zone)).or_else(at_the_end)
}
