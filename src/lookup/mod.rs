//! Lookup: from words to things. Normalisation, typos, suggestions and the index of names.

mod names;
mod normalise;
mod suggest;
mod typos;

pub use names::{MatchQuality, NameIndex, NameKind, Named};
pub use normalise::normalised;
pub use suggest::nearest;
pub use typos::TypoIndex;
