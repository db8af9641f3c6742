//! Outlook: who can still lead or win, and which results are safe, over sessions that are not resolved.
//!
//! A session that was not run and one with an unknown result are the same thing here: anything its rules allow. Over
//! such sessions a best case and a worst case can always come together, since nobody has to finish: the best for one is
//! to win everything, the worst for another to score nothing. Two competitors only get in each other's way inside one
//! session, where a place and an award go to one car alone. So every statement here is exact, and none needs a search
//! over whole seasons; if rules make that untrue, [`Outlook::exact`] says so.

mod bounds;
mod compare;
mod contender;
mod current;
mod exact;
mod limits;
mod most;
mod open;
mod outlook;
mod pairs;
mod safe;

pub use compare::Comparison;
pub use contender::{Contender, ContenderId};
pub use limits::{ScoreLimit, SufficientResult};
pub use most::{MostPoints, most_points};
pub use open::PossibleResult;
pub use outlook::{Chance, Outlook};
pub use safe::Safe;
