//! Retry policies: the deadline, timeout, number of tries and pauses of a class of requests.
//!
//! A policy is a value, so that a class of requests is changed in one place and its pauses are tested without a clock.

use std::ops::RangeInclusive;
use std::time::{Duration, Instant};

/// Time after an interaction's receipt in which Discord takes its first response, and in which the last try begins.
const FIRST_RESPONSE: Duration = Duration::from_secs(3);
const LAST_TRY: Duration = Duration::from_millis(2_500);
/// Time after which a try of a first response is slow, and another begins beside it.
const SLOW_TRY: Duration = Duration::from_secs(1);
/// Lifetime of an interaction's token, for edits and follow-ups.
const TOKEN_LIFETIME: Duration = Duration::from_mins(15);
/// Time after a message's receipt in which a reply to it is tried.
const MESSAGE_REPLY: Duration = Duration::from_secs(30);

/// Rules by which a request is tried again.
#[derive(Debug, Clone)]
pub(super) struct RetryPolicy {
    /// Instant of the last try.
    pub deadline: Option<Instant>,
    /// Timeout for one try.
    pub timeout: Duration,
    /// Instant at which every try is cut.
    pub end: Option<Instant>,
    /// Time after which another try begins beside one that is slow.
    pub beside: Option<Duration>,
    /// Maximum number of tries.
    pub tries: u32,
    /// Statuses of failures that pass; of all others but a rate limit the first is final.
    pub transient: RangeInclusive<u16>,
    /// Pause after the first failure; it doubles with each.
    pub first_pause: Duration,
    /// Maximum pause between two tries.
    pub longest_pause: Duration,
    /// Maximum wait for a rate limit of Discord's; a wait beyond the deadline is given up instead.
    pub longest_wait: Duration,
}

impl RetryPolicy {
    /// Policy for requests that the bot makes by itself.
    pub const fn proactive(tries: u32) -> Self {
        Self {
            deadline: None,
            timeout: Duration::from_secs(10),
            end: None,
            beside: None,
            tries,
            transient: 500..=599,
            first_pause: Duration::from_millis(250),
            longest_pause: Duration::from_secs(8),
            longest_wait: Duration::from_mins(2),
        }
    }

    /// Policy for the first response to an interaction. It counts once, however often it arrives: a slow try is not cut.
    pub fn callback(received: Instant) -> Self {
        Self {
            end: Some(received + FIRST_RESPONSE),
            beside: Some(SLOW_TRY),
            ..Self::until(received + LAST_TRY, Duration::from_millis(400))
        }
    }

    /// Policy for edits and follow-ups of an interaction's response.
    pub fn follow_up(received: Instant) -> Self {
        Self::until(received + TOKEN_LIFETIME, Duration::from_secs(30))
    }

    /// Policy for replies to messages.
    pub fn reply(received: Instant) -> Self {
        Self::until(received + MESSAGE_REPLY, Duration::from_secs(5))
    }

    fn until(deadline: Instant, longest_pause: Duration) -> Self {
        Self {
            deadline: Some(deadline),
            first_pause: Duration::from_millis(50),
            longest_pause,
            longest_wait: Duration::MAX,
            ..Self::proactive(u32::MAX)
        }
    }

    /// Timeout for a try that begins now.
    pub fn timeout(&self, now: Instant) -> Duration {
        let left = self.end.map(|end| end.saturating_duration_since(now));
        left.map_or(self.timeout, |left| left.min(self.timeout))
    }

    /// Pause before the next try, after so many failures; `None` if there is none. `limited` is the wait that a rate limit
    /// asks for.
    pub fn pause(&self, failures: u32, limited: Option<Duration>, now: Instant) -> Option<Duration> {
        let left = self.deadline.map(|deadline| deadline.saturating_duration_since(now));
        if failures >= self.tries || left == Some(Duration::ZERO) {
            return None;
        }
        match limited {
            Some(wait) if left.is_some_and(|left| wait > left) => None,
            Some(wait) => Some(wait.min(self.longest_wait)),
            // The last try is made at the deadline, not before.
            None => Some(self.backoff(failures).min(left.unwrap_or(Duration::MAX))),
        }
    }

    fn backoff(&self, failures: u32) -> Duration {
        let factor = 2_u32.saturating_pow(failures.saturating_sub(1));
        self.first_pause.saturating_mul(factor).min(self.longest_pause)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pauses in milliseconds after each of so many failures.
    fn pauses(policy: &RetryPolicy, failures: u32, now: Instant) -> Vec<Option<u128>> {
        let pause = |failures| policy.pause(failures, None, now).map(|pause| pause.as_millis());
        (1..=failures).map(pause).collect()
    }

    #[test]
    fn pauses_double_to_the_longest_and_end_with_the_tries() {
        let now = Instant::now();
        assert_eq!(
            pauses(&RetryPolicy::proactive(7), 7, now),
            [
                Some(250),
                Some(500),
                Some(1_000),
                Some(2_000),
                Some(4_000),
                Some(8_000),
                None
            ]
        );
        assert_eq!(pauses(&RetryPolicy::proactive(1), 1, now), [None]);
        assert_eq!(
            pauses(&RetryPolicy::callback(now), 5, now),
            [Some(50), Some(100), Some(200), Some(400), Some(400)]
        );
    }

    #[test]
    fn the_last_try_is_made_at_the_deadline_and_none_after() {
        let received = Instant::now();
        let policy = RetryPolicy::callback(received);
        let at = |millis| received + Duration::from_millis(millis);
        assert_eq!(pauses(&policy, 1, at(2_480)), [Some(20)]);
        assert_eq!(pauses(&policy, 1, at(2_500)), [None]);
    }

    #[test]
    fn a_try_of_a_first_response_takes_all_that_is_left_of_three_seconds() {
        let received = Instant::now();
        let policy = RetryPolicy::callback(received);
        let timeout = |millis| policy.timeout(received + Duration::from_millis(millis)).as_millis();
        assert_eq!([0, 1_000, 2_500, 4_000].map(timeout), [3_000, 2_000, 500, 0]);
        assert_eq!(RetryPolicy::proactive(1).timeout(received), Duration::from_secs(10));
    }

    #[test]
    fn a_rate_limit_is_waited_for_unless_it_outlasts_the_deadline() {
        let now = Instant::now();
        let limited = |policy: RetryPolicy, seconds| policy.pause(1, Some(Duration::from_secs(seconds)), now);
        assert_eq!(limited(RetryPolicy::callback(now), 2), Some(Duration::from_secs(2)));
        assert_eq!(limited(RetryPolicy::callback(now), 3), None);
        assert_eq!(limited(RetryPolicy::follow_up(now), 600), Some(Duration::from_mins(10)));
        assert_eq!(limited(RetryPolicy::proactive(3), 600), Some(Duration::from_mins(2)));
    }
}
