//! Finding of a fact: its type, and the options that several subjects read alike.

use crate::answer::{Fact, Feat};
use crate::domain::{Ranks, Season, SourceId};
use crate::question::classification::SeasonView;
use crate::question::request::Request;
use crate::question::{Misunderstanding, Options, QuestionKind};

/// A fact with the ids of its sources.
pub(super) type FactResult<'a> = Result<(Fact, Vec<&'a SourceId>), Misunderstanding>;

/// The words that the subject needs, one by one.
pub(super) fn given_words(asked: &Options) -> impl Iterator<Item = &str> {
    let words = asked.words.as_deref().unwrap_or_default();
    words.split('-').filter(|word| !word.is_empty())
}

/// The misunderstanding that an option was left out which a subject needs.
pub(super) fn missing(option: &'static str, example: &'static str) -> Misunderstanding {
    Misunderstanding::Missing {
        question: QuestionKind::Fact.spec().name,
        option,
        example,
    }
}

/// The season that is named, else the one whose calendar is meant.
pub(super) fn calendar<'a>(request: Request<'_>, view: SeasonView<'a>) -> Result<&'a Season, Misunderstanding> {
    match request.options.season {
        Some(_) => Ok(view.season),
        None => request.calendar(view.series),
    }
}

/// The feat that is asked for.
pub(super) fn feat(request: Request<'_>) -> Feat {
    let counted = [
        Feat::PointsScored,
        Feat::PointsFinishes,
        Feat::Podiums,
        Feat::TopFives,
        Feat::TopTens,
        Feat::Poles,
        Feat::FastestLaps,
        Feat::Starts,
        Feat::Retirements,
        Feat::Disqualifications,
    ];
    let words = request.options.words.as_deref();
    let asked = counted.into_iter().find(|what| words == Some(what.as_str()));
    asked.unwrap_or(Feat::Wins)
}

/// True if teams are meant, by a championship of them.
pub(super) fn is_of_teams(request: Request<'_>, view: SeasonView<'_>) -> bool {
    let named = request.options.championship.as_ref();
    let championship = named.and_then(|id| view.season.championship(id.as_str()));
    championship.is_some_and(|one| one.ranks == Ranks::Entrant)
}
