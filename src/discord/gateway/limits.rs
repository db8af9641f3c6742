//! Time limits of a connection to the gateway, and the pace of its attempts.

use std::time::Duration;

/// Longest pause between the starts of two attempts.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// Time limits of a shard's connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConnectionLimits {
    /// For connecting: TCP, TLS and the upgrade to a WebSocket. serenity sleeps for up to half a second while connected, so
    /// it is more than that.
    pub connect: Duration,
    /// From there to READY or RESUMED, HELLO included.
    pub session: Duration,
    /// Between the starts of two sessions of the bot: Discord allows one in five seconds.
    pub pace: Duration,
}

impl Default for ConnectionLimits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            session: Duration::from_secs(30),
            pace: Duration::from_secs(5),
        }
    }
}

impl ConnectionLimits {
    /// Time between the start of an attempt and the next, after so many that came to nothing.
    pub(super) fn pause(&self, failures: u32) -> Duration {
        let factor = 2_u32.saturating_pow(failures.saturating_sub(1));
        self.pace.saturating_mul(factor).min(LONGEST_PAUSE)
    }

    /// Interval between two looks at a connection.
    pub(super) fn look(&self) -> Duration {
        self.connect.min(self.session) / 10
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attempts_in_vain_become_rarer_up_to_one_a_minute() {
        let limits = ConnectionLimits::default();
        let pauses = (0..7).map(|failures| limits.pause(failures).as_secs());
        assert_eq!(pauses.collect::<Vec<_>>(), [5, 5, 10, 20, 40, 60, 60]);
    }
}
