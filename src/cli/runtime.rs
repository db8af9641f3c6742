//! Asynchronous runtime of the subcommands that need one.

/// Runs a future to its end, on as many threads as there are cores.
pub(super) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let done = runtime.block_on(work);
    // A task left behind must not delay the exit.
    runtime.shutdown_background();
    done
}
