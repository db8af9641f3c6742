//! Catches panics at the edge of a task.

use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::task::Poll;

/// Work that panicked, with what the panic said.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Panicked(pub String);

/// Does work; its panic is a value, and the work is not touched again.
pub(super) async fn caught<T>(work: impl Future<Output = T>) -> Result<T, Panicked> {
    let mut work = pin!(work);
    poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(context))) {
            Ok(Poll::Ready(done)) => Poll::Ready(Ok(done)),
            Ok(Poll::Pending) => Poll::Pending,
            Err(panic) => Poll::Ready(Err(Panicked(said(&*panic).to_owned()))),
        },
    )
    .await
}

/// What a panic said.
fn said(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without words")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn work_that_ends_is_handed_through() {
        let done = caught(async {
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
        let panicked: Result<(), _> = caught(broken).await;
        assert_eq!(panicked, Err(Panicked("out of fuel on lap 3".to_owned())));
    }
}
