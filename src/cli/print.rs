//! Printing to standard output.

use std::io::{self, Write as _};

/// Assumed width of a terminal, in columns.
pub(super) const WIDTH: usize = 78;

/// Writes to standard output. Returns false if its reader has closed it, which is no error.
pub(super) fn write_out(text: &str) -> io::Result<bool> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
        written => written.map(|()| true),
    }
}
