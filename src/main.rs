//! raceweek: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    raceweek::cli::main()
}
