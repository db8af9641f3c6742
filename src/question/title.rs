//! `title`: who can still win a championship, who has won it, and what would decide it.

use serde::Serialize;

use super::args::Args;
use super::contests::{Contest, contests};
use super::spec::{CHAMPIONSHIP, SEASON, SERIES};
use super::{Ask, Misunderstanding, Question, Spec, given};
use crate::answer::{Answer, Body, Champion, Clinch, Fight, Frame};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};
use crate::scoring::future::{Chance, ContenderId, Outlook};

pub(super) const SPEC: Spec = Spec {
    name: "title",
    summary: "Who can still win a championship, who is out, and what would decide it",
    options: &[CHAMPIONSHIP, SEASON, SERIES],
    examples: &["title", "title pro", "title drivers series:f1 season:2025"],
};

/// Who can still win a championship, or all of them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct TitleFight {
    /// Which championship; all of them if absent.
    pub championship: Option<Slug>,
    /// Which season.
    pub season: Option<Slug>,
    /// Which series.
    pub series: Option<Slug>,
}

impl TitleFight {
    pub(super) fn read(args: &Args) -> Result<Question, Misunderstanding> {
        Ok(Question::Title(Self {
            championship: args.id("championship"),
            season: args.id("season"),
            series: args.id("series"),
        }))
    }
}

impl Ask for TitleFight {
    fn spec(&self) -> &'static Spec {
        &SPEC
    }

    fn options(&self) -> Vec<(&'static str, String)> {
        given(&[
            ("championship", &self.championship),
            ("season", &self.season),
            ("series", &self.series),
        ])
    }

    fn answer(&self, catalogue: &Catalogue, asker: &Asker) -> Result<Answer, Misunderstanding> {
        let asked = (self.championship.as_ref(), self.season.as_ref(), self.series.as_ref());
        let contests = contests(asked.0, asked.1, asked.2, catalogue, asker, SPEC.name)?;
        let fights = contests.known.iter().map(|contest| fight(contest, asker)).collect();
        let sources = contests.known.iter().flat_map(|contest| contest.sources(asker));
        Ok(Answer {
            frame: Frame::of(catalogue, contests.series, Some(contests.season), asker).citing(contests.series, sources),
            body: Body::Title(fights, contests.unknown),
        })
    }
}

fn fight(contest: &Contest<'_>, asker: &Asker) -> Fight {
    let outlook = &contest.outlook;
    let all = outlook.positions().len();
    let hopes: Vec<_> = (0..outlook.contenders().len())
        .filter_map(|index| contest.hope(index, all))
        .collect();
    let whole = hopes.len();
    let hopes: Vec<_> = hopes.into_iter().filter(|hope| hope.chance != Chance::Never).collect();
    let printed = outlook.printed_champion().map(|id| Champion {
        who: contest.person(&ContenderId::Competitor(id.clone())),
        since: None,
        left: None,
    });
    let champion = printed.or_else(|| Some(champion(contest, outlook.decided()?, asker)));
    let next = contest.to_the_next_race().filter(|_| champion.is_none());
    Fight {
        championship: contest.title(),
        scene: if outlook.printed_champion().is_some() {
            contest.last_scene()
        } else {
            contest.scene(asker)
        },
        out: whole - hopes.len(),
        clinch: next.and_then(|sessions| clinch(contest, sessions)),
        safe: outlook.safe(0, all, all).filter(|_| champion.is_none()),
        hopes,
        champion,
    }
}

fn clinch(contest: &Contest<'_>, sessions: usize) -> Option<Clinch> {
    let outlook = &contest.outlook;
    let possible = outlook.can_clinch(0, sessions);
    let lines = outlook
        .lines(0, outlook.positions().len())
        .filter(|_| possible && sessions == 1);
    Some(Clinch {
        race: contest.stop(sessions - 1)?,
        possible,
        limited: lines.as_deref().map(|lines| contest.limited(lines)).unwrap_or_default(),
        lines,
    })
}

/// The champion, and since when nobody else could win: the moments after each round are looked at again, backwards.
fn champion(contest: &Contest<'_>, who: usize, asker: &Asker) -> Champion {
    let contender = contest.outlook.contenders().get(who);
    let id = contender.and_then(|contender| contender.competitor());
    let ledger = contest.ledger;
    let mut since = None;
    let known = contender.is_some_and(crate::scoring::future::Contender::is_known);
    for at in ledger.over(asker.now).into_iter().rev().filter(|_| known) {
        let Some(counted) = ledger.sessions.get(at) else {
            continue;
        };
        let then = Outlook::new(contest.season, contest.championship, ledger, counted.end);
        let sure = then.is_some_and(|then| {
            let index = id.and_then(|id| then.contender(id));
            index.is_some_and(|index| then.chance(index, then.positions().len()) == Chance::Certain)
        });
        if !sure {
            break;
        }
        since = Some((at, counted.round.clone()));
    }
    let left = since.as_ref().map(|(at, round)| {
        let rest = (at + 1..ledger.sessions.len())
            .filter(|at| ledger.sessions.get(*at).is_some_and(|counted| counted.round != *round));
        ledger.rounds(rest)
    });
    Champion {
        who: contender.map_or(crate::answer::Person::NotListed, |contender| {
            contest.person(&contender.who)
        }),
        since: since.map(|(_, round)| round),
        left,
    }
}
