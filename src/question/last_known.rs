//! Last known answers: where the weekend or season that is meant holds nothing, those of the last one that does.

use super::{Misunderstanding, Question};
use crate::answer::{Answer, Body, Fact, Fight, RuleTopic, SessionResult, WeekendResults, total};
use crate::dataset::Catalogue;
use crate::domain::{Asker, ChampionshipId, Season, Series, SessionKind, Weekend};
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
        Body::Results(results) => return search.weekends(results, has_results),
        Body::Winners(winners) if !winners.whole_season => match winners.weekends.as_slice() {
            [weekend] => return search.weekends(weekend, has_a_winner),
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
        Body::Fact(Fact::Worth(worth)) => worth.pays.iter().any(|pay| total(&pay.shares).is_some()),
        Body::Fact(Fact::Rule(fact)) if fact.topic != RuleTopic::Counting => {
            fact.scorings.iter().any(|scoring| scoring.rules.is_some())
        }
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

/// The sessions of an answer about one weekend.
fn sessions(body: &Body) -> &[SessionResult] {
    match body {
        Body::Results(results) => &results.sessions,
        Body::Winners(winners) => winners.weekends.first().map_or(&[], |weekend| &weekend.sessions),
        _ => &[],
    }
}

/// True if of several races of a weekend only a sprint has a result.
fn has_sprint_alone(sessions: &[SessionResult]) -> bool {
    let held = |kind| {
        let mut of_kind = sessions.iter().filter(move |session| session.kind == kind);
        of_kind.any(|session| !session.classes.is_empty())
    };
    let is_named = sessions.len() < 2;
    !is_named && held(SessionKind::Sprint) && !held(SessionKind::Race)
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
    /// The last known answers where the weekend that was run last has no result, or of its races so far a sprint alone: the last
    /// weekend whose race satisfies `wanted`, with the sprint of a later one behind it.
    fn weekends(&self, results: &WeekendResults, wanted: impl Fn(&Body) -> bool) -> Vec<Answer> {
        let now = self.catalogue.at(self.series, self.asker.now);
        let named = self.question.options.season.as_ref();
        let asked = &results.weekend.title.id;
        let is_open = self.question.options.weekend.is_none() && has_sprint_alone(&results.sessions);
        let holds_nothing = results.notes.is_empty() && holds_nothing(&results.sessions);
        let is_last = now.last_run(named).is_some_and(|(_, run)| run.id == *asked);
        if !(is_open || holds_nothing) || !is_last {
            return Vec::new();
        }
        let held = now.held(named);
        if held.first().is_none_or(|(_, newest)| newest.id == *asked && !is_open) {
            return Vec::new();
        }
        let held = held.into_iter().filter(|(_, weekend)| weekend.id != *asked);
        let answers = held.filter_map(|(season, weekend)| self.held(season, weekend));
        let mut sprint = None;
        for answer in answers.filter(|answer| wanted(&answer.body)) {
            if !has_sprint_alone(sessions(&answer.body)) {
                return std::iter::once(answer).chain(sprint).collect();
            }
            sprint.get_or_insert(answer);
        }
        sprint.into_iter().collect()
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
