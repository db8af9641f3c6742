//! `title`: the contenders of a championship, its champion, and the results that would decide it.

use super::Misunderstanding;
use super::contests::{Contest, contests};
use super::request::Request;
use crate::answer::{Answer, Body, Champion, Clinch, Fight};
use crate::domain::Asker;
use crate::scoring::future::{Chance, ContenderId, Outlook};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let contests = contests(request)?;
    let fights = contests
        .known
        .iter()
        .map(|contest| fight(contest, request.asker))
        .collect();
    let body = Body::Title(fights, contests.unknown.clone());
    Ok(contests.answer(request, body))
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
    let next = contest.to_the_next_race(asker).filter(|_| champion.is_none());
    Fight {
        championship: contest.title(),
        scene: if outlook.printed_champion().is_some() {
            contest.last_scene()
        } else {
            contest.scene(asker)
        },
        over: contest.is_over(asker),
        out: whole - hopes.len(),
        clinch: next.and_then(|sessions| clinch(contest, sessions)),
        safe: outlook
            .safe(0, all, all)
            .filter(|_| champion.is_none() && next.is_some()),
        hopes,
        champion,
    }
}

/// The conditions that decide the title by the next race: already before it, if a sprint can.
fn clinch(contest: &Contest<'_>, to_the_race: usize) -> Option<Clinch> {
    let outlook = &contest.outlook;
    let first = (1..=to_the_race).find(|sessions| outlook.can_clinch(0, *sessions));
    let lines = outlook.lines(0, outlook.positions().len()).filter(|_| first == Some(1));
    Some(Clinch {
        race: contest.stop(first.unwrap_or(to_the_race) - 1)?,
        possible: first.is_some(),
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
    let over = ledger.over(asker.now);
    for at in over.iter().copied().rev().filter(|_| known) {
        let Some(counted) = ledger.sessions.get(at) else {
            continue;
        };
        let known_from = over.get(..over.partition_point(|one| *one <= at));
        let known_from = known_from
            .and_then(|over| ledger.known_from(over))
            .unwrap_or(counted.end);
        let known_from = known_from.min(asker.now);
        let then = Outlook::new(contest.season, contest.championship, ledger, known_from);
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
