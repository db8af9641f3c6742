//! Last known answers: where the weekend or season that is meant holds nothing, those of the last one that does.

use super::{Misunderstanding, Question};
use crate::answer::{Answer, Body, Fight, SessionResult};
use crate::dataset::Catalogue;
use crate::domain::{Asker, ChampionshipId, Season, Series, Slug, Weekend};
use crate::schedule::State;

/// The answer to a question about the season or weekend that is meant, whatever is held of it.
type Direct<'a> = &'a dyn Fn(&Question) -> Result<Answer, Misunderstanding>;

/// The last known answers to a question, where `answer` holds nothing, each by `direct`.
pub(super) fn last_known(
    question: &Question,
    answer: &Answer,
    catalogue: &Catalogue,
    asker: &Asker,
    direct: Direct<'_>,
) -> Vec<Answer> {
    let Some(series) = catalogue.series.get(answer.frame.series.id.as_str()) else {
        return Vec::new();
    };
    let search = Search {
        question,
        catalogue,
        series,
        asker,
        direct,
    };
    let found = match &answer.body {
        Body::Results(results) if results.notes.is_empty() && holds_nothing(&results.sessions) => {
            search.weekend(&results.weekend.title.id, has_results)
        }
        Body::Winners(winners) if !winners.whole_season => match winners.weekends.as_slice() {
            [weekend] if weekend.notes.is_empty() && holds_nothing(&weekend.sessions) => {
                search.weekend(&weekend.weekend.title.id, has_a_winner)
            }
            _ => None,
        },
        Body::Title(fights, unknown) => {
            let ids = unknown.iter().map(|title| &title.id);
            return search.champions(answer, fights, ids);
        }
        body => search.season(answer, question, is_known).filter(|_| !is_known(body)),
    };
    found.into_iter().collect()
}

/// True if these sessions are over and no result of them is held.
fn holds_nothing(sessions: &[SessionResult]) -> bool {
    sessions
        .iter()
        .all(|session| session.classes.is_empty() && session.state == State::Finished)
}

/// True if an answer about a season has what was asked for, or there is nothing earlier to look for.
fn is_known(body: &Body) -> bool {
    match body {
        Body::Standings(tables) => tables.iter().any(|table| !table.standings.rows.is_empty()),
        Body::Leaders(leaders) => leaders.iter().any(|leader| !leader.leaders.is_empty()),
        Body::Points(scorings) => scorings.iter().any(|scoring| scoring.rules.is_some()),
        _ => true,
    }
}

/// True if an answer about results has one.
fn has_results(body: &Body) -> bool {
    matches!(body, Body::Results(results) if !holds_nothing(&results.sessions))
}

/// True if an answer about winners names one.
fn has_a_winner(body: &Body) -> bool {
    let Body::Winners(winners) = body else { return false };
    let mut sessions = winners.weekends.iter().flat_map(|weekend| &weekend.sessions);
    sessions.any(|session| session.classes.iter().any(|class| !class.rows.is_empty()))
}

/// A search for what was last known.
struct Search<'a> {
    question: &'a Question,
    catalogue: &'a Catalogue,
    series: &'a Series,
    asker: &'a Asker,
    direct: Direct<'a>,
}

impl Search<'_> {
    /// The answer about the last weekend with results that satisfies `wanted`, where the one that was run last has none.
    fn weekend(&self, asked: &Slug, wanted: impl Fn(&Body) -> bool) -> Option<Answer> {
        let now = self.catalogue.at(self.series, self.asker.now);
        let named = self.question.options.season.as_ref();
        now.last_run(named).filter(|(_, run)| run.id == *asked)?;
        let held = now.held(named);
        held.first().filter(|(_, newest)| newest.id != *asked)?;
        let mut answers = held
            .into_iter()
            .filter_map(|(season, weekend)| self.held(season, weekend));
        answers.find(|answer| wanted(&answer.body))
    }

    /// The answer about a weekend with results.
    fn held(&self, season: &Season, weekend: &Weekend) -> Option<Answer> {
        let session = self.question.options.session.clone();
        let question = self
            .question
            .clone()
            .weekend(weekend.id.clone())
            .season(season.id.clone());
        let question = question.session(session.filter(|one| weekend.session(one.as_str()).is_some()));
        let mut answer = (self.direct)(&question).ok()?;
        // The weekend that was run last says that its results are missing.
        if let Body::Results(results) = &mut answer.body {
            results.unknown_since.clear();
        }
        Some(answer)
    }

    /// The answer about the last season before that of `answer` which satisfies `wanted`.
    fn season(&self, answer: &Answer, question: &Question, wanted: impl Fn(&Body) -> bool) -> Option<Answer> {
        let meant = answer
            .frame
            .season
            .as_ref()
            .filter(|_| self.question.options.season.is_none())?;
        let before = |season: &&Season| season.id.slug() < meant;
        let seasons = self.series.each_season().rev().filter(before);
        let mut answers = seasons.filter_map(|season| {
            let question = question.clone().season(season.id.clone());
            (self.direct)(&question).ok()
        });
        answers.find(|answer| wanted(&answer.body))
    }

    /// The last known champion of each championship whose season is over and whose champion is not known.
    fn champions<'s>(
        &self,
        answer: &Answer,
        fights: &'s [Fight],
        unknown: impl Iterator<Item = &'s ChampionshipId>,
    ) -> Vec<Answer> {
        if !fights.is_empty() && !fights.iter().any(|fight| fight.over) {
            return Vec::new();
        }
        let open = fights.iter().filter(|fight| fight.champion.is_none());
        let open = open.map(|fight| &fight.championship.id).chain(unknown);
        let decided =
            |body: &Body| matches!(body, Body::Title(fights, _) if fights.iter().any(|fight| fight.champion.is_some()));
        open.filter_map(|championship| {
            let question = self.question.clone().championship(championship.clone());
            self.season(answer, &question, decided)
        })
        .collect()
    }
}
