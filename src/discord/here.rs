//! What is seen in one place: the calendar that holds there, whoever asks there, and how its server is set up.

use std::sync::Arc;

use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::store::Settings;

/// What an answer in one place is made from.
#[derive(Debug, Clone)]
pub struct Here {
    /// What is known, with the changes to the calendar that hold in this place.
    pub catalogue: Arc<Catalogue>,
    /// Who asks. Each reader's own zone is known to their client, which the stamps leave it to.
    pub asker: Asker,
    /// How the server is set up.
    pub settings: Arc<Settings>,
}
