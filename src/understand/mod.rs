//! Understanding: a message in the asker's own words becomes an [`Intent`], by a grammar and no model.
//!
//! ```text
//! text      = words                        no accents, no case, no apostrophes, no invisible characters        text
//! words     = segment*                     from left to right, the longest that is known                       segments
//! segment   = name | number | day | zone | tag | filler | unknown
//! name      = an entry of the packs' index driver, team, weekend, circuit, class, championship, series
//! number    = "race 1" | "p3" | "top 3" | "round 7" | "2023" | "in 23" | "the 24"                              numbers
//! day       = "today" | "saturday" | "june 22"   zone = "in london" | "pacific time" | ...               lookup
//! tag       = a word or phrase of the lexicon, in four languages, one typo forgiven                  lexicon, vocabulary
//! parse     = the fields that names, numbers and days fill, and the union of all tags                          parse
//! rule      = needs: of each group of tags one; bars: none of these; weighs: the weight of each tag            intents
//! reading   = the rule with the highest score, its question filled in from the parse                     ranking, fill
//! ```
//!
//! The score of a rule is the sum of the weights of the tags it weighs, less a penalty for the tags it ignores. Two readings
//! as close as `CLOSE` become a question back. No rule that reaches `LEAST`, or an unknown word where a name would change
//! the answer, is a [`Misunderstanding`](crate::question::Misunderstanding) with the nearest questions. Names come from the packs: a new pack brings new names
//! without code, and where a series is named, the names of others are left out.
//!
//! A message is parsed once: questions, reminders and notes of what was seen are told apart here, not by the callers.

mod context;
mod coverage;
mod explain;
mod fill;
mod fill_facts;
mod fill_results;
mod follow_up;
mod form;
mod intent;
mod intents;
mod lexicon;
mod limits;
mod message;
mod named;
mod numbers;
mod out_of_scope;
mod parse;
mod places;
mod ranking;
mod segments;
mod series;
mod spoilers;
mod stories;
mod supposed_races;
mod suppositions;
mod tags;
mod text;
mod topics;
mod unsupported;
mod vocabulary;

pub use explain::{ParseTrace, explain};
pub use intent::{BotCommand, Intent, Reading, SpoilerHorizon};
pub use message::understand;
pub use topics::{OutOfScope, UnsupportedTopic};
