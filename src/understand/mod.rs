//! Understanding: a message in the asker's own words becomes an [`Intent`], by names that are looked up and a small model.
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
//! features  = words, their pieces, tags and pairs of these; of a name or number only its kind        learned
//! measure   = what is asked for, each with a probability, by a linear model of examples              learned, measures
//! reading   = a question filled in from the parse, with the sum of the measures that make it         measures, choices, fill
//! ```
//!
//! The likeliest reading is taken if it is sure; of several that are likely the asker is asked back; all else, or an unknown
//! word where a name would change the answer, is a [`Misunderstanding`](crate::question::Misunderstanding) with the nearest
//! questions. Names come from the packs: a new pack brings new names without code, and where a series is named, the names of
//! others are left out.
//!
//! The model is made of the files in `examples/`, one for each measure: a line is the measure, a tab and a question as
//! somebody wrote it. `raceweek learn --write src/understand/learned/model.tsv` makes it anew, and a test tells when it is due.
//! To teach a way of asking, write several examples of it; to add a measure, a file of examples and a row in `measures`.
//!
//! A message is parsed once: questions, reminders and notes of what was seen are told apart here, not by the callers.

mod as_of;
mod cancellations;
mod choices;
mod context;
mod coverage;
mod evaluation;
mod explain;
mod fill;
mod fill_facts;
mod fill_field;
mod fill_outlook;
mod fill_pairs;
mod fill_people;
mod fill_results;
mod fill_rules;
mod follow_up;
mod form;
mod form_words;
mod intent;
mod learned;
mod lexicon;
mod limits;
mod measures;
mod message;
mod named;
mod numbers;
mod out_of_scope;
mod parse;
mod places;
mod segments;
mod series;
mod several;
mod spoilers;
mod stories;
mod supposed_races;
mod suppositions;
mod tags;
mod text;
mod topics;
mod vocabulary;

pub use evaluation::{Evaluation, train};
pub use explain::{ParseTrace, explain};
pub use intent::{BotCommand, Intent, Reading, SpoilerHorizon};
pub use learned::{Example, TrainingError, is_current};
pub use message::understand;
pub use topics::{OutOfScope, UnsupportedTopic};
