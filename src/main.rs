//! raceweek: arguments in, exit code out.

use std::process::ExitCode;

/// An answer is made of many small texts, and what one thread takes another gives back: with this allocator an answer
/// costs a quarter less. Its huge pages are off, since they take more memory than the packs do.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    raceweek::cli::main()
}
