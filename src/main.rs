//! raceweek: arguments in, exit code out.

use std::process::ExitCode;

/// An answer is made of many small texts, and is freed by another thread than the one that made it: this allocator
/// halves what that costs. Without huge pages, which would triple the memory that the packs take.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    raceweek::cli::main()
}
