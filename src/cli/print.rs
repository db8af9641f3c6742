//! Printing to standard output.

use std::io::{self, Write as _};

use crate::domain::is_steering;

/// Assumed width of a terminal, in columns.
pub(super) const WIDTH: usize = 78;

/// A text as a terminal may show it: without the control characters of questions, file names and packs.
pub(super) fn shown(text: &str) -> String {
    text.replace(
        |letter| is_steering(letter) && !matches!(letter, '\n' | '\t'),
        "\u{fffd}",
    )
}

/// Writes to standard output, without control characters. Returns false if its reader has closed it, which is no error.
pub(super) fn write_out(text: &str) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    match out.write_all(shown(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        written => written.map(|()| true),
    }
}
