//! Schedule: local times become instants, and instants become states.

mod local_time;
mod progress;
mod slot;

pub use local_time::{LocalTime, LocalTimeFault, instant};
pub use progress::{SeasonProgress, progress};
pub use slot::{Slot, State, day_end, has_begun, is_near, is_over, known_from};
