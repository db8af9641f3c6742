//! Panics, caught at the edge of a task and logged with a reference.

use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

/// Panic of a task, with its message.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Panicked(pub String);

impl Panicked {
    /// Logs the panic. Returns the reference under which it is found in the log, made of the id of what was handled.
    pub fn report(&self, id: u64) -> String {
        let reference = format!("{id:x}");
        tracing::error!(reference, "a handler panicked: {}", self.0);
        reference
    }
}

/// Runs a future; its panic becomes a value, and the future is not polled again.
pub(super) async fn catch_panic<T>(work: impl Future<Output = T>) -> Result<T, Panicked> {
    let mut work = pin!(work);
    poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
            Ok(Poll::Ready(done)) => Poll::Ready(Ok(done)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(panic) => Poll::Ready(Err(Panicked(message(&*panic).to_owned()))),
        },
    )
    .await
}

/// Message of a panic.
fn message(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without a message")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_that_ends_is_handed_through() {
        let done = catch_panic(async {
            tokio::task::yield_now().await;
            1
        });
        assert_eq!(done.await, Ok(1));
    }

    #[tokio::test]
    async fn a_panic_becomes_a_value() {
        let broken = async {
            tokio::task::yield_now().await;
            panic!("out of fuel on lap {}", 3)
        };
        let panicked: Result<(), _> = catch_panic(broken).await;
        assert_eq!(panicked, Err(Panicked("out of fuel on lap 3".to_owned())));
    }
}
