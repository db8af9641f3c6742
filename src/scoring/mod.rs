//! Points from results: who scored what in each session, and every table that follows from it.
//!
//! A session's result is a range where it is not fully known: not run yet, run and not in the data, or run under a rule
//! that is not known. Both bounds are kept, so that a table never shows a partial sum as if it were a total.

mod account;
mod awards;
mod count;
mod drops;
mod explain;
pub mod fits;
mod fleet;
pub mod future;
mod ledger;
mod order;
mod page;
mod pay;
mod plan;
mod published;
mod ranked;
mod results;
mod rounds;
mod score;
mod sheet;
mod standings;
mod suppose;
mod ties;

pub use explain::{Base, Counts, Earned, Explanation, explain};
pub use ledger::{Counted, Ledger};
pub use order::{Finisher, finishers};
pub use page::UNBOUNDED;
pub use rounds::after_every_round;
pub use score::{Finish, Part, Score, What};
pub use standings::{After, Basis, RowBasis, Standing, Standings, after_every_session, standings};
pub use suppose::{Outcome, Outlined, Supposed, supposing};
