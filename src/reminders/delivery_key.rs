//! Deterministic delivery key: one per message and subscription.
//!
//! It doubles as Discord's nonce, the idempotency key of a message.

use sha2::{Digest as _, Sha256};

use super::{Notice, Occasion};

/// Length of a key: the maximum length of a nonce at Discord.
pub const KEY_LENGTH: usize = 25;

/// The alphabet of a key, five bits a letter.
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// The key of a notice's delivery to a subscription: a hash of subscription, subject, occasion, lead time and start.
pub fn key(subscription: u64, notice: &Notice) -> String {
    // A session is cancelled once, at whatever lead time and start; if it was on again in between, the correction has a
    // number for its lead time.
    let (lead, start) = match notice.occasion {
        Occasion::Cancelled if notice.was.is_none() => (0, 0),
        Occasion::Cancelled => (notice.lead.as_minutes(), 0),
        _ => (notice.lead.as_minutes(), notice.start.timestamp()),
    };
    let text = format!(
        "{subscription} {} {} {lead} {start}",
        notice.subject,
        notice.occasion.as_str()
    );
    let hash = Sha256::digest(text.as_bytes());
    let bits = hash
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1));
    let bits: Vec<u8> = bits.take(KEY_LENGTH * 5).collect();
    let letter = |five: &[u8]| {
        let at = five.iter().fold(0_usize, |sum, bit| sum * 2 + usize::from(*bit));
        char::from(LETTERS.get(at).copied().unwrap_or(b'a'))
    };
    bits.chunks(5).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, TimeDelta, Utc};

    use super::*;
    use crate::reminders::LeadTime;

    #[test]
    fn the_same_delivery_has_the_same_key_and_no_other_has() {
        let start: DateTime<Utc> = "2024-06-21T20:20:00Z".parse().unwrap();
        let notice = Notice {
            guild: None,
            subject: "pccna/2024/watkins-glen/race-1".parse().unwrap(),
            occasion: Occasion::Start,
            lead: LeadTime::minutes(15),
            start,
            due: start - TimeDelta::minutes(15),
            was: None,
        };
        let name = key(7, &notice);
        assert_eq!(
            name, "2fhwhjjcxdolpqt3ziutrhqtq",
            "keys outlive versions of the program"
        );
        assert_eq!(name.len(), KEY_LENGTH);
        let later = Notice {
            due: start,
            guild: Some(1),
            ..notice.clone()
        };
        assert_eq!(key(7, &later), name, "what it was found by is no part of it");
        let others = [
            key(8, &notice),
            key(
                7,
                &Notice {
                    lead: LeadTime::minutes(16),
                    ..notice.clone()
                },
            ),
            key(
                7,
                &Notice {
                    start: start + TimeDelta::seconds(1),
                    ..notice.clone()
                },
            ),
            key(
                7,
                &Notice {
                    occasion: Occasion::Moved,
                    ..notice.clone()
                },
            ),
            key(
                7,
                &Notice {
                    subject: "pccna/2024/watkins-glen/race-2".parse().unwrap(),
                    ..notice.clone()
                },
            ),
        ];
        assert!(!others.contains(&name));
        let cancelled = Notice {
            occasion: Occasion::Cancelled,
            ..notice
        };
        let again = Notice {
            lead: LeadTime::minutes(60),
            ..cancelled.clone()
        };
        assert_eq!(key(7, &cancelled), key(7, &again), "a session is cancelled once");
    }
}
