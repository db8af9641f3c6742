//! Release archive of f1db: the files of its folder or ZIP together, of which one season is read.

mod archive;
mod season;
mod wire;

pub use archive::{F1dbArchive, is_part};
pub use season::sheets;
