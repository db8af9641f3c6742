//! `lead`: who can take the lead or lose it, at the next race, this weekend, by the season's end.

use serde::Serialize;

use super::args::Args;
use super::contests::{Contest, contests};
use super::spec::{CHAMPIONSHIP, SEASON, SERIES, Takes};
use super::{Ask, Misunderstanding, Opt, Question, Rival, Spec, given};
use crate::answer::{Answer, Body, Frame, Horizon, LeadForecast, LeadOutlook as Facts, PathToLead};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};

pub(super) const SPEC: Spec = Spec {
    name: "lead",
    summary: "Who can take or lose the lead: next race, this weekend, by the end, and with which result",
    options: &[
        Opt {
            name: "driver",
            takes: Takes::Rival,
            summary: "a driver, a team, or a place such as p2; everybody who can take the lead if left out",
        },
        CHAMPIONSHIP,
        SEASON,
        SERIES,
    ],
    examples: &["lead pro", "lead cooper", "lead masters"],
};

/// Who can take the lead, or lose it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Lead {
    /// About whom; the leader if absent.
    pub driver: Option<Rival>,
    /// In which championship; in every one that has the driver if absent.
    pub championship: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl Lead {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Lead(Self {
            driver: args.rival("driver"),
            championship: args.id("championship"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }

    /// The contender that is meant in a championship.
    fn index(&self, contest: &Contest<'_>) -> Option<usize> {
        match self.driver.as_ref()? {
            Rival::Driver(id) | Rival::Team(id) => contest.outlook.contender(id),
            Rival::Place(place) => usize::from(*place).checked_sub(1),
        }
    }
}

impl Ask for Lead {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        let mut options = Vec::new();
        options.extend(self.driver.as_ref().map(|one| ("driver", one.to_string())));
        options.extend(given(&[
            ("championship", &self.championship),
            ("season", &self.season),
            ("series", &self.series),
        ]));
        options
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let asked = (self.championship.as_ref(), self.season.as_ref(), self.series.as_ref());
        let contests = contests(asked.0, asked.1, asked.2, catalogue, asker, SPEC.name)?;
        let leads: Vec<Facts> = contests
            .known
            .iter()
            .filter_map(|contest| {
                let about = self.index(contest);
                (self.driver.is_none() || about.is_some()).then(|| lead(contest, about, asker))?
            })
            .collect();
        if leads.is_empty() {
            return Err(Misunderstanding::NothingKnown {
                question: SPEC.name,
                series: contests.series.name.clone(),
                season: Some(contests.season.id.clone().into()),
            });
        }
        let sources = contests.known.iter().flat_map(|contest| contest.sources(asker));
        Ok(Answer {
            frame: Frame::of(catalogue, contests.series, Some(contests.season), asker).citing(contests.series, sources),
            body: Body::Lead(leads),
        })
    }
}

fn lead(contest: &Contest<'_>, about: Option<usize>, asker: &Asker) -> Option<Facts> {
    let outlook = &contest.outlook;
    let leader = outlook.contenders().first()?;
    let about = about.filter(|index| *index > 0);
    let mut spans = Vec::new();
    let mut takes = Vec::new();
    if let Some(race) = contest.to_the_next_race() {
        let weekend = contest.to_the_end_of_weekend(race);
        let all = outlook.positions().len();
        spans.extend(span(contest, Horizon::Race, race, about));
        if weekend > race {
            spans.extend(span(contest, Horizon::Weekend, weekend, about));
        }
        if all > weekend {
            spans.extend(span(contest, Horizon::Season, all, about));
        }
        let challengers = match about {
            Some(index) => vec![index],
            None => {
                let named = |index: &usize| {
                    outlook
                        .contenders()
                        .get(*index)
                        .is_some_and(|one| one.competitor().is_some())
                };
                outlook
                    .threats(0, race)
                    .into_iter()
                    .filter(named)
                    .take(MOST_TAKES)
                    .collect()
            }
        };
        takes.extend(
            challengers
                .into_iter()
                .filter(|_| race == 1)
                .filter_map(|index| take(contest, index)),
        );
    }
    Some(Facts {
        championship: contest.title(),
        scene: contest.scene(asker),
        leader: contest.person(&leader.who),
        points: leader.points(),
        about: about
            .and_then(|index| outlook.contenders().get(index))
            .map(|one| contest.person(&one.who)),
        spans,
        takes,
    })
}

/// For how many challengers an answer tells in detail what they need.
const MOST_TAKES: usize = 2;

fn span(contest: &Contest<'_>, by: Horizon, sessions: usize, about: Option<usize>) -> Option<LeadForecast> {
    let outlook = &contest.outlook;
    let threats = match about {
        Some(index) => vec![index],
        None => outlook.threats(0, sessions),
    };
    Some(LeadForecast {
        by,
        until: contest.stop(sessions - 1)?,
        sessions,
        keeps: outlook.chance(0, sessions),
        reach: outlook.reach(0, sessions)?,
        threats: threats
            .into_iter()
            .filter_map(|index| contest.hope(index, sessions))
            .collect(),
        safe: outlook.safe(0, sessions, sessions),
    })
}

fn take(contest: &Contest<'_>, index: usize) -> Option<PathToLead> {
    let lines = contest.outlook.lines(index, 1)?;
    Some(PathToLead {
        who: contest.person(&contest.outlook.contenders().get(index)?.who),
        limited: contest.limited(&lines),
        lines,
    })
}
