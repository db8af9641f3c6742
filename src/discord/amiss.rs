//! What is said where nothing could be kept: the asker is told so, the log is told why.

use crate::store::StoreError;
use crate::view::{self, View};

/// The document for something that could not be kept, or read; the log says why.
pub(super) fn not_kept(error: &StoreError) -> View {
    tracing::error!("{error}");
    view::not_kept()
}
