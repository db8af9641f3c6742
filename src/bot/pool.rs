//! Pool of the computing of answers: as many at once as there are cores, so that the tasks that receive and send never wait.

use std::panic::resume_unwind;
use std::sync::Arc;

use tokio::sync::Semaphore;

/// Pool of threads that compute, in the order of the requests.
#[derive(Debug)]
pub struct Pool(Arc<Semaphore>);

impl Default for Pool {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self(Arc::new(Semaphore::new(cores)))
    }
}

impl Pool {
    /// Runs work that takes a processor and waits for nothing. Its panic is the caller's.
    pub async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> T {
        // It fails only if the semaphore is closed, which nobody does.
        let permit = Arc::clone(&self.0).acquire_owned().await.ok();
        let running = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        });
        match running.await.map_err(tokio::task::JoinError::try_into_panic) {
            Ok(done) => done,
            Err(Ok(panic)) => resume_unwind(panic),
            // The runtime is shutting down, and so is the caller.
            Err(Err(_)) => std::future::pending().await,
        }
    }
}
