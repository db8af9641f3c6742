//! `fact`: one fact in a line: a count of wins, a duration, the progress of a season, a home.

mod calendar;
mod circuits;
mod duels;
mod feats;
mod field;
mod finding;
mod honours;
mod lead_history;
mod maximum;
mod measures;
mod most;
mod openness;
mod people;
mod published;
mod races;
mod rules;
mod scope;
mod story;
mod tables;

use super::classification::SeasonView;
use super::request::Request;
use super::{Misunderstanding, Options, Question};
use crate::answer::{Answer, Body, Feat};

use finding::FactResult;
pub(crate) use people::is_place;
pub(crate) use story::{found as stories, words_of};

/// Finds a fact.
type Find = for<'a> fn(Request<'_>, SeasonView<'a>) -> FactResult<'a>;

/// All subjects, each with its function. To add one: a line here and a function.
const SUBJECTS: &[(&str, Find)] = &[
    ("wins", feats::count),
    ("poles", feats::count),
    ("podiums", feats::count),
    ("top-fives", feats::count),
    ("top-tens", feats::count),
    ("fastest-laps", feats::count),
    ("starts", feats::count),
    ("retirements", feats::count),
    ("disqualifications", feats::count),
    ("best-finish", measures::measure),
    ("worst-finish", measures::measure),
    ("average-finish", measures::measure),
    ("average-points", measures::measure),
    ("win-streak", measures::measure),
    ("points-finishes", feats::count),
    ("points-scored", measures::measure),
    ("with", field::split),
    ("without", field::split),
    ("in-points", feats::ever),
    ("laps", calendar::laps),
    ("longest-track", circuits::order),
    ("shortest-track", circuits::order),
    ("most-turns", circuits::order),
    ("fewest-turns", circuits::order),
    ("won", feats::ever),
    ("won-both", feats::ever),
    ("on-pole", feats::ever),
    ("on-podium", feats::ever),
    ("in-top-five", feats::ever),
    ("in-top-ten", feats::ever),
    ("set-fastest-lap", feats::ever),
    ("finish", races::finish),
    ("most", most::most),
    ("more", duels::more),
    ("beat", duels::beat),
    ("last", honours::occasion),
    ("first", honours::occasion),
    ("titles", honours::titles),
    ("sweeps", races::sweeps),
    ("margin", races::margin),
    ("closest", tables::leads),
    ("biggest-lead", tables::leads),
    ("lead-history", lead_history::history),
    ("worth", rules::worth),
    ("maximum", maximum::maximum),
    ("paying", rules::topic),
    ("drops", rules::topic),
    ("ties", rules::topic),
    ("order", rules::topic),
    ("counts", rules::topic),
    ("shortened", rules::topic),
    ("retired", rules::topic),
    ("length", calendar::length),
    ("round", calendar::round),
    ("progress", calendar::progress),
    ("races", calendar::races),
    ("together", calendar::together),
    ("from", people::from),
    ("rookies", people::rookies),
    ("entered", people::entered),
    ("drives", people::drives),
    ("car", people::car),
    ("story", story::story),
];

/// True if a subject can be asked about before or since a stage of the season.
fn is_of_a_stage(subject: &str) -> bool {
    let of_results = [
        "won",
        "won-both",
        "on-pole",
        "on-podium",
        "in-top-five",
        "in-top-ten",
        "set-fastest-lap",
        "finish",
        "in-points",
        "with",
        "without",
        "most",
        "more",
        "beat",
        "last",
        "first",
    ];
    Feat::named(subject).is_some() || of_results.contains(&subject)
}

/// The names of all subjects.
pub(super) fn subjects() -> impl Iterator<Item = &'static str> {
    SUBJECTS.iter().map(|(name, _)| *name)
}

/// The subject of this name.
pub(super) fn subject(text: &str) -> Option<&'static str> {
    let key = crate::lookup::normalised(text).replace(' ', "-");
    subjects().find(|name| *name == key)
}

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let series = request.series()?;
    let season = request.season(series)?;
    let about = request.options.about.as_deref();
    let find = SUBJECTS.iter().find(|(name, _)| Some(*name) == about);
    let (name, find) = find.ok_or_else(|| request.nothing_known(series, request.options.season.as_ref()))?;
    let options = request.options;
    if (options.before.is_some() || options.since.is_some()) && !is_of_a_stage(name) {
        return Err(Misunderstanding::NotLimited {
            subject: name,
            option: if options.before.is_some() { "before" } else { "since" },
            instead: vec![Question::new(
                request.question.kind,
                Options {
                    before: None,
                    since: None,
                    ..options.clone()
                },
            )],
        });
    }
    let (fact, sources) = find(request, request.view(series, season))?;
    Ok(request.answer(series, season, sources, Body::Fact(fact)))
}
