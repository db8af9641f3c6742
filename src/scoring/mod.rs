//! Scoring: the points of each session by the rules, and every table that follows from them.
//!
//! A score is a range if it is not fully known: not run yet, run and not in the data, or run under a rule that is not
//! known. Both bounds are kept, so that a table never shows a partial sum as if it were a total.

mod account;
pub mod applies;
mod awards;
mod car_counts;
mod champion;
mod classification_index;
mod competitors;
mod completeness;
mod context;
mod counted;
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
mod resolved_row;
mod rounds;
mod running_totals;
mod score;
mod session_context;
mod session_scoring;
mod standings;
mod successors;
mod table;
mod ties;
mod what_if;

pub use champion::{PublishedChampion, only_first, published_champion};
pub use completeness::Missing;
pub use context::TableContext;
pub use explain::{Base, Earned, Explanation, Inclusion};
pub use layout::CountedSession;
pub use ledger::Ledger;
pub use order::{Finisher, finishers};
pub use rounds::after_every_round;
pub use score::{Finish, PointsSource, Score, ScorePart, UNBOUNDED};
pub use standings::{after_every_session, last_full, standings, unlisted};
pub use table::{After, Basis, RowBasis, Standing, Standings};
pub use what_if::{WhatIfResult, WhatIfRow, WhatIfTable, with_results};
