//! Lookup: from words to things.
//!
//! Normalisation, typos, suggestions, the index of names, the choice among them, and one table each of sessions, numbers,
//! dates, durations, relative times, countries, zones and fillers. The words themselves are data, in `words/*.toml`.

mod countries;
mod dates;
mod durations;
mod fillers;
mod named;
mod names;
mod normalise;
mod numbers;
mod relative;
mod resolver;
mod sessions;
mod suggest;
mod typos;
mod words;
mod zones;

pub use countries::{code_meant, country, is_in_a_country, write_one_of, write_zone_of, zone_meant};
pub use dates::{Day, date, day, day_words, is_as_of, month, past_date};
pub use durations::{Quantity, quantities, unit_minutes};
pub use fillers::{Fillers, fillers};
pub use named::{MatchQuality, NameKind, Named};
pub use names::NameIndex;
pub use normalise::normalised;
pub use numbers::{cardinal, ordinal, place};
pub use relative::{RelativeWeekend, relative_weekend, years_from_now};
pub use resolver::{Found, Resolver, Seasons, first, narrow};
pub use sessions::{
    session_kind, session_kind_in_list, session_kind_in_sentence, session_kind_word, session_kind_words,
};
pub use suggest::nearest;
pub use typos::TypoIndex;
pub use zones::{offset_in_words, zone, zone_as_typed};
