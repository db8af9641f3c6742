//! Asynchronous runtime of the subcommands that need one.

/// Runs a future to its end, on as many threads as there are cores; on two at least, so that a task that never pauses does
/// not hold up all others.
pub(super) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.worker_threads(cores.max(2)).enable_all().build()?;
    let done = runtime.block_on(work);
    // A task left behind must not delay the exit.
    runtime.shutdown_background();
    done
}
