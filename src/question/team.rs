//! `team`: what a team enters, and how it goes.

use serde::Serialize;

use super::args::Args;
use super::classification::SeasonView;
use super::spec::{SEASON, SERIES};
use super::{Ask, Misunderstanding, Opt, Question, Spec, Takes, defaults, given};
use crate::answer::{Answer, Body, CarResult, Frame, NamedId, TeamProfile as Facts};
use crate::dataset::Catalogue;
use crate::domain::{Asker, ClassId, Place, Ranks, SessionKind, Slug};
use crate::lookup::NameKind;

pub(super) const SPEC: Spec = Spec {
    name: "team",
    summary: "What a team enters: cars, drivers, classes, its standing and its wins",
    options: &[
        Opt {
            name: "team",
            takes: Takes::One(NameKind::Team),
            summary: "the team",
        },
        SEASON,
        SERIES,
    ],
    examples: &["team kellymoss", "team jdx season:2023"],
};

/// What a team enters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Team {
    /// Which team.
    pub team: Slug,
    /// Which season; the latest in which something is known of the team if absent.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Team {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Team(Self {
            team: args.id("team").ok_or(Misunderstanding::Missing {
                question: SPEC.name,
                option: "team",
                example: "team kellymoss",
            })?,
            season: args.id("season"),
            series: args.id("series"),
        }))
    }

    fn is_in(&self, view: SeasonView<'_>) -> bool {
        view.entries().any(|entry| entry.team.as_deref() == Some(&self.team))
            || !view.standings(Ranks::Entrant, &self.team, &[]).is_empty()
    }
}

/// Whether a result is a race's win.
fn is_win(finish: &CarResult) -> bool {
    finish.place == Some(Place::Exactly(1))
}

impl Ask for Team {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let team = Some(self.team.clone());
        given(&[("team", &team), ("season", &self.season), ("series", &self.series)])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let series = defaults::series(self.series.as_ref(), catalogue, asker, SPEC.name)?;
        let team = series
            .teams
            .get(&self.team)
            .ok_or_else(|| Misunderstanding::NothingKnown {
                question: SPEC.name,
                series: series.name.clone(),
                season: self.season.clone(),
            })?;
        let line = |season: &Slug| {
            Question::Team(Self {
                season: Some(season.clone()),
                ..self.clone()
            })
            .line()
        };
        let home = defaults::Home {
            catalogue,
            series,
            asker,
            question: SPEC.name,
            name: &team.name,
        };
        let (season, with) = home.season(self.season.as_ref(), |view| self.is_in(view), line)?;
        let view = SeasonView {
            catalogue,
            series,
            season,
            asker,
        };
        let entries: Vec<_> = view
            .entries()
            .filter(|entry| entry.team.as_deref() == Some(&self.team))
            .collect();
        let races = |id: &Slug, weekend: &Slug| {
            let session = season
                .weekend(weekend.as_str())
                .and_then(|weekend| weekend.session(id.as_str()));
            session.is_some_and(|session| matches!(session.kind, SessionKind::Race | SessionKind::Sprint))
        };
        let (mut wins, _) = view.outings(
            |finisher| finisher.team.is_some_and(|team| *team == self.team),
            |_| false,
        );
        wins.retain(|one| races(&one.session.id, &one.weekend.id) && one.finish.as_ref().is_some_and(is_win));
        let classes: Vec<&ClassId> = entries.iter().filter_map(|entry| entry.class.as_ref()).collect();
        let standings = view.standings(Ranks::Entrant, &self.team, &classes);
        let sources = entries.iter().flat_map(|entry| &entry.sources);
        let sources = sources.chain(standings.iter().flat_map(|table| &table.standings.sources));
        let frame = Frame::of(catalogue, series, Some(season), asker).citing(series, sources);
        Ok(Answer {
            frame,
            body: Body::Team(Facts {
                team: NamedId::new(&team.id, &team.name),
                nationality: team.nationality.clone(),
                seats: entries.iter().map(|entry| view.seat(entry)).collect(),
                wins,
                seasons: with
                    .iter()
                    .filter(|other| other.id != season.id)
                    .map(|other| other.id.clone())
                    .collect(),
                standings,
            }),
        })
    }
}
