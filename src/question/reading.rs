//! Reading of a call or command line: in the asker's series, else in the one other series that knows every name.

use super::reader::Reader;
use super::{Call, Misunderstanding, OptionName, Question, as_of};
use crate::dataset::Catalogue;
use crate::domain::Asker;
use crate::lookup::MatchQuality;

impl Question {
    /// Understands a call.
    ///
    /// # Errors
    /// Why it cannot be understood, with what may have been meant.
    pub fn read(call: &Call, catalogue: &Catalogue, asker: &Asker) -> Result<Self, Misunderstanding> {
        let question = read(call, catalogue, asker)?;
        let required = call.spec.required;
        if required.is_empty() || required.iter().any(|name| question.options.has(*name)) {
            Ok(question)
        } else {
            Err(Misunderstanding::missing(call.spec))
        }
    }

    /// Understands a command line: `/standings pro`.
    ///
    /// # Errors
    /// Why it cannot be understood, with what may have been meant.
    pub fn parse(line: &str, catalogue: &Catalogue, asker: &Asker) -> Result<Self, Misunderstanding> {
        Self::read(&Call::parse(line)?, catalogue, asker)
    }
}

/// The question that a call asks; options that it requires may be left out.
pub(super) fn read(call: &Call, catalogue: &Catalogue, asker: &Asker) -> Result<Question, Misunderstanding> {
    let moved = as_of::moved(call, catalogue, asker)?;
    let (call, asker) = moved.as_ref().map_or((call, asker), |(call, asker)| (call, asker));
    let own = Reader::new(call, catalogue, asker)?.read();
    own.or_else(|why| {
        // A weekend that bears the name of a place is meant before one that is there.
        let mut found = [MatchQuality::Exact, MatchQuality::FirstName].into_iter();
        found
            .find_map(|worst| elsewhere(call, worst, catalogue, asker))
            .ok_or(why)
    })
}

/// The question of a call without a series in the one other series in which every name is known as it is written.
fn elsewhere(call: &Call, worst: MatchQuality, catalogue: &Catalogue, asker: &Asker) -> Option<Question> {
    let series = OptionName::Series.as_str();
    let named = call.options.iter().any(|(name, _)| name == series);
    call.spec.option(series).filter(|_| !named)?;
    let others = catalogue.series.values().filter(|series| series.id != asker.series);
    let mut found = others.filter_map(|series| {
        let mut reader = Reader::new(call, catalogue, asker).ok()?;
        (reader.series, reader.worst) = (Some(series), worst);
        let mut question = reader.read().ok()?;
        question.options.series.get_or_insert_with(|| series.id.clone());
        Some(question)
    });
    found.next().filter(|_| found.next().is_none())
}
