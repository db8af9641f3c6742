//! `points`: the scoring rules of championships.

use super::Misunderstanding;
use super::request::Request;
use crate::answer::{Answer, Body, NamedId, Scoring};
use crate::domain::{Championship, Rules, Season, SourceId};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let asked = |season: &Season| -> Vec<Championship> {
        let named = request.options.championship.as_ref();
        let wanted = |one: &&Championship| named.is_none_or(|named| one.id == *named);
        season.championships.iter().filter(wanted).cloned().collect()
    };
    let season = request.season(series)?;
    let championships = asked(season);
    if championships.is_empty() {
        return Err(request.nothing_known(series, Some(&season.id)));
    }
    // Championships that are scored alike are told of together.
    let mut scorings: Vec<Scoring> = Vec::new();
    for one in &championships {
        let title = NamedId::new(&one.id, &one.name);
        let alike = |known: &&mut Scoring| one.rules.is_some() && known.id == one.rules && known.ranks == one.ranks;
        match scorings.iter_mut().find(alike) {
            Some(known) => known.championships.push(title),
            None => scorings.push(Scoring::of(series, season, one, title)),
        }
    }
    let rules = scorings.iter().filter_map(|scoring| scoring.rules.as_ref());
    let frame = request
        .frame(series, Some(season))
        .citing(series, rules.flat_map(sources));
    Ok(Answer::new(frame, Body::Points(scorings)))
}

/// Sources of rules.
fn sources(rules: &Rules) -> impl Iterator<Item = &SourceId> {
    let places = rules.scales.iter().flatten().flat_map(|scale| &scale.sources);
    let awards = rules.awards.iter().flatten().flat_map(|award| &award.sources);
    let drops = rules.drops.iter().flatten().flat_map(|drops| &drops.sources);
    places
        .chain(awards)
        .chain(drops)
        .chain(rules.ties.iter().flat_map(|ties| &ties.sources))
}
