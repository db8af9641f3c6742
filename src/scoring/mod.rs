//! Scoring: the points of each session by the rules, and every table that follows from them.
//!
//! A score is a range if it is not fully known: not run yet, run and not in the data, or run under a rule that is not
//! known. Both bounds are kept, so that a table never shows a partial sum as if it were a total.

mod account;
pub mod applies;
mod awards;
mod car_counts;
mod drops;
mod explain;
pub mod future;
mod layout;
mod ledger;
mod order;
mod payout;
mod place_points;
mod published;
mod ranked;
mod result_index;
mod rounds;
mod running_totals;
mod score;
mod session_scoring;
mod standings;
mod ties;
mod what_if;

pub use explain::{Base, Earned, Explanation, Inclusion, explain};
pub use ledger::{CountedSession, Ledger};
pub use order::{Finisher, finishers};
pub use rounds::after_every_round;
pub use score::{Finish, PointsSource, Score, ScorePart};
pub use session_scoring::UNBOUNDED;
pub use standings::{After, Basis, RowBasis, Standing, Standings, after_every_session, standings};
pub use what_if::{WhatIfResult, WhatIfRow, WhatIfTable, with_results};
