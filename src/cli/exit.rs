//! Exit codes, as the manual gives them.

/// Answered.
pub(super) const ANSWERED: u8 = 0;
/// A fault of ours or of the data.
pub(super) const FAULT: u8 = 1;
/// The question was not understood.
pub(super) const MISUNDERSTOOD: u8 = 2;
/// The command line is wrong.
pub(super) const USAGE: u8 = 64;
/// The configuration is wrong, or the database cannot be used.
pub(super) const CONFIG: u8 = 78;
