//! Questions as data: the kinds with their [`Spec`]s, the options, parsing, and the pure functions that answer them.
//!
//! `spec/` declares the questions with their options; a file of a question's name holds the function that answers it.
//! To add one: a variant of [`QuestionKind`], a Spec, and that file; a new option is a field of [`Options`] and a variant
//! of [`OptionName`]. The compiler and the tests over all Specs point at the rest.

mod about;
mod answering;
mod as_of;
mod asked;
mod call;
mod car_numbers;
pub mod change;
mod changed_seats;
mod classification;
mod completion;
mod contests;
pub(crate) mod defaults;
mod driver;
mod entries;
mod explain;
mod fact;
mod form;
mod gap;
mod help;
mod history;
mod last_known;
mod lead;
mod leaders;
mod line_ups;
mod misunderstanding;
mod next;
mod options;
mod points;
mod preview;
mod reader;
mod reading;
mod relative_names;
mod request;
mod results;
mod schedule;
mod shorten;
mod spec;
mod standings;
mod team;
mod title;
mod track;
mod whatif;
mod winners;

pub(crate) use as_of::{asker_as_of, day_at};
pub use asked::Question;
pub use call::{Call, tokens};
pub(crate) use car_numbers::{car_number, drivers_of_car};
pub(crate) use classification::SeasonView;
pub use completion::{Choice, Detail, complete};
pub(crate) use fact::{is_place, stories, words_of};
pub use form::{Form, Relation};
pub use misunderstanding::{Candidate, Misunderstanding};
pub(crate) use options::Value;
pub use options::{Options, Rival};
pub use shorten::shorten;
pub use spec::{Opt, OptionName, QuestionKind, Spec, Takes, specs};
pub use whatif::Unsupposable;
