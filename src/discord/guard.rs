//! Watches over work: says when it is slow, and catches its panic.

use std::any::Any;
use std::time::Duration;

use tokio::time::timeout;

/// Work that panicked, with what the panic said.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Panicked(pub String);

/// Does the work in a task of its own, so that neither its slowness nor its panic is the caller's; `late` is called
/// once if it takes longer than `patience`.
pub(super) async fn watch<T: Send + 'static>(
    work: impl Future<Output = T> + Send + 'static,
    patience: Duration,
    late: impl AsyncFnOnce(),
) -> Result<T, Panicked> {
    let mut work = tokio::spawn(work);
    let done = match timeout(patience, &mut work).await {
        Ok(done) => done,
        Err(_) => {
            late().await;
            work.await
        }
    };
    // Nobody cancels the task, so what it did not finish it broke off by panicking.
    done.map_err(|error| match error.try_into_panic() {
        Ok(panic) => Panicked(said(&*panic).to_owned()),
        Err(error) => Panicked(error.to_string()),
    })
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without words")
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tokio::sync::Notify;

    use super::*;

    #[tokio::test]
    async fn work_in_time_is_never_called_late() {
        let done = watch(async { 1 }, Duration::from_hours(1), async || panic!("it was in time"));
        assert_eq!(done.await, Ok(1));
    }

    #[tokio::test]
    async fn slow_work_is_called_late_once_and_still_counts() {
        let called = Arc::new(Notify::new());
        let waiting = Arc::clone(&called);
        let slow = async move {
            waiting.notified().await;
            2
        };
        assert_eq!(watch(slow, Duration::ZERO, async || called.notify_one()).await, Ok(2));
    }

    #[tokio::test]
    async fn a_panic_stays_in_its_task() {
        let broken = async { panic!("out of fuel on lap {}", 3) };
        let caught: Result<(), _> = watch(broken, Duration::from_hours(1), async || ()).await;
        assert_eq!(caught, Err(Panicked("out of fuel on lap 3".to_owned())));
    }
}
