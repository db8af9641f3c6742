//! What is next, now and last: local times become instants, and instants become states.

mod clocks;
mod moment;
mod season;

pub use clocks::{Clock, LocalTimeFault, instant};
pub use moment::{Slot, State, day_end, day_start, has_begun, is_over};
pub use season::{Stage, stage};
