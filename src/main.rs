//! raceweek: the terminal.
fn main() {}
