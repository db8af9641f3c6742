//! Answers of the last minute: the same question of the same calendar is computed once, however many ask it at a time.

use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use chrono::{DateTime, DurationRound as _, TimeDelta, Utc};

use super::answering::Answered;
use super::context::GuildContext;
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::question::Misunderstanding;
use crate::understand::Reading;

/// Maximum number of answers.
const MAX_ANSWERS: usize = 64;

/// All that an answer depends on, the moment by the minute.
#[derive(Debug)]
struct CacheKey {
    /// Its allocation stays taken, so that no other catalogue has its address.
    catalogue: Weak<Catalogue>,
    asker: Asker,
    seen: Option<DateTime<Utc>>,
    reading: Reading,
}

/// Answer that is computed by the first who asks; all others wait for it.
type CachedAnswer = Arc<OnceLock<Result<Answered, Misunderstanding>>>;

/// Answers of the last minute.
#[derive(Debug, Default)]
pub(super) struct AnswerCache(Mutex<Vec<(CacheKey, CachedAnswer)>>);

impl CacheKey {
    fn is_same(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.catalogue, &other.catalogue)
            && (&self.asker, &self.seen, &self.reading) == (&other.asker, &other.seen, &other.reading)
    }
}

impl AnswerCache {
    /// The answer to a reading in a context, computed unless it is known.
    pub(super) fn get_or_compute(
        &self,
        reading: Reading,
        context: &GuildContext,
        seen: Option<DateTime<Utc>>,
        compute: impl FnOnce(Reading) -> Result<Answered, Misunderstanding>,
    ) -> Result<Answered, Misunderstanding> {
        let now = context.asker.now;
        let key = CacheKey {
            catalogue: Arc::downgrade(&context.catalogue),
            asker: Asker {
                now: now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now),
                ..context.asker.clone()
            },
            seen,
            reading: reading.clone(),
        };
        let slot = self.slot(key);
        slot.get_or_init(|| compute(reading)).clone()
    }

    fn slot(&self, key: CacheKey) -> CachedAnswer {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, slot)) = slots.iter().find(|(other, _)| key.is_same(other)) {
            return Arc::clone(slot);
        }
        slots.retain(|(other, _)| other.asker.now == key.asker.now);
        if slots.len() >= MAX_ANSWERS {
            slots.remove(0);
        }
        let slot = CachedAnswer::default();
        slots.push((key, Arc::clone(&slot)));
        slot
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;
    use crate::bot::{Bot, answer, read_line};
    use crate::clock::Clock;
    use crate::dataset::{Folder, load};

    #[test]
    fn the_same_question_of_the_same_minute_is_computed_once() {
        let (catalogue, _) = load(Folder::embedded()).unwrap();
        let clock = Clock::Fixed("2024-06-20T12:00:01Z".parse().unwrap());
        let bot = Bot::new(catalogue, clock, "pccna".parse().unwrap());
        let (cache, computed) = (AnswerCache::default(), AtomicUsize::new(0));
        let ask = |line: &str, seconds: i64, seen: Option<DateTime<Utc>>| {
            let mut context = bot.for_guild(None);
            context.asker.now += TimeDelta::seconds(seconds);
            let (catalogue, asker) = (&context.catalogue, &context.asker);
            let reading = read_line(line, catalogue, asker).unwrap();
            let compute = |reading| {
                computed.fetch_add(1, Ordering::Relaxed);
                answer(reading, catalogue, asker, seen)
            };
            cache.get_or_compute(reading, &context, seen, compute).unwrap();
        };
        std::thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(|| ask("standings championship:pro", 0, None));
            }
        });
        ask("standings championship:pro", 58, None);
        assert_eq!(computed.load(Ordering::Relaxed), 1);
        ask("standings championship:masters", 0, None);
        ask("standings championship:pro", 0, Some(DateTime::UNIX_EPOCH));
        ask("standings championship:pro", 59, None);
        assert_eq!(computed.load(Ordering::Relaxed), 4);
        bot.replace_packs((*bot.for_guild(None).catalogue).clone());
        ask("standings championship:pro", 59, None);
        assert_eq!(computed.load(Ordering::Relaxed), 5);
    }
}
