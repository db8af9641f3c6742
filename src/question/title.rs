//! `title`: the contenders of a championship, its champion, and the results that would decide it.

use super::contests::{Contest, TitleRace, contests};
use super::request::Request;
use super::{Misunderstanding, Relation, Rival};
use crate::answer::{Answer, Body, Champion, Clinch, Fight, NamedId, OpenRace, Person, TitleHope};
use crate::domain::{Asker, ChampionshipId, Slug, SourceId};
use crate::scoring::future::{Chance, Outlook};
use crate::scoring::{PublishedChampion, published_champion};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let asker = request.asker;
    let contests = contests(request)?;
    let (series, season) = (contests.series, contests.season);
    let mut sources: Vec<&SourceId> = Vec::new();
    let mut unknown = Vec::new();
    let mut fights = Vec::new();
    let asks_when = request.question.form.relation == Some(Relation::When);
    for contest in &contests.known {
        let published = of_published(contest, asker);
        match published.filter(|published| published.is_final) {
            Some(published) => sources.extend(&published.table.sources),
            None => sources.extend(contest.sources(asker)),
        }
        let about = match &request.options.rival {
            Some(rival) if contest.ranks(rival) => Some((contest.index(rival), rival)),
            Some(_) => continue,
            None => None,
        };
        let mut told = fight(contest, published, about, asker);
        told.earliest = earliest(contest, about.map_or(Some(0), |(index, _)| index))
            .filter(|_| asks_when && told.champion.is_none());
        fights.push(told);
    }
    for race in contests.unknown.iter().filter(|_| request.options.rival.is_none()) {
        match without_outlook(race, asker) {
            Some((fight, cited)) => {
                sources.extend(cited);
                fights.push(fight);
            }
            None => unknown.push(race.title()),
        }
    }
    let running = request.catalogue.at(series, asker.now).running();
    if fights.is_empty() && (request.options.season.is_some() || running.is_some_and(|one| one.id == season.id)) {
        return Err(request.nothing_known(series, Some(&season.id)));
    }
    fights.sort_by_key(|fight| {
        season
            .championships
            .iter()
            .position(|one| one.id == fight.championship.id)
    });
    Ok(request.answer(series, season, sources, Body::Title(fights, unknown)))
}

/// The champion of a championship, where one is known.
pub(super) struct TitleHolder {
    pub title: NamedId<ChampionshipId>,
    pub champion: Option<Slug>,
    /// True if all its sessions are over.
    pub over: bool,
    pub sources: Vec<SourceId>,
}

/// The champions of all championships of the season that is meant.
pub(super) fn holders(request: Request<'_>) -> Result<Vec<TitleHolder>, Misunderstanding> {
    let asker = request.asker;
    let contests = contests(request)?;
    let holder = |fight: Fight, sources: Vec<SourceId>| TitleHolder {
        title: fight.championship,
        champion: match fight.champion.map(|champion| champion.who) {
            Some(Person::Named { id, .. }) => Some(id),
            Some(Person::NotListed) | None => None,
        },
        over: fight.over,
        sources,
    };
    let known = contests.known.iter().map(|contest| {
        let published = of_published(contest, asker).filter(|published| published.is_final);
        let sources = match published {
            Some(published) => published.table.sources.clone(),
            None => contest.sources(asker).cloned().collect(),
        };
        holder(settled(contest, asker), sources)
    });
    let unknown = contests.unknown.iter().map(|race| match without_outlook(race, asker) {
        Some((fight, sources)) => holder(fight, sources.to_vec()),
        None => TitleHolder {
            title: race.title(),
            champion: None,
            over: race.is_over(asker),
            sources: Vec::new(),
        },
    });
    Ok(known.chain(unknown).collect())
}

/// The contenders of a contest, or its champion.
pub(super) fn settled(contest: &Contest<'_>, asker: &Asker) -> Fight {
    fight(contest, of_published(contest, asker), None, asker)
}

/// The champion that a published table tells by now, where one is needed: a table that is wholly computed tells more.
fn of_published<'a>(contest: &Contest<'a>, asker: &Asker) -> Option<PublishedChampion<'a>> {
    contest.outlook.base().and_then(|_| published(&contest.race, asker))
}

/// The champion that a published table tells by now.
fn published<'a>(race: &TitleRace<'a>, asker: &Asker) -> Option<PublishedChampion<'a>> {
    published_champion(race.season, race.ledger, &race.ledger.over(asker.now), asker.now)
}

/// A championship of which published tables alone tell something: its champion, or that it is over without a known one;
/// with the sources. `None` if they tell neither.
fn without_outlook<'a>(race: &TitleRace<'a>, asker: &Asker) -> Option<(Fight, &'a [SourceId])> {
    let tables = race
        .ledger
        .printed(race.season, &race.ledger.over(asker.now), asker.now);
    let (newest, table) = tables.last()?;
    let published = published(race, asker);
    let over = race.is_over(asker);
    let is_last = *newest + 1 == race.ledger.sessions.len();
    if published.is_none() && (!over || is_last) {
        return None;
    }
    let sources = published.map_or(&table.sources, |published| &published.table.sources);
    let fight = Fight {
        championship: race.title(),
        scene: race.scene(published.map_or(*newest, |published| published.after), asker),
        over,
        champion: published.map(|published| titled(race, published)),
        hopes: Vec::new(),
        out: 0,
        clinch: None,
        safe: None,
        about: None,
        earliest: None,
    };
    Some((fight, sources))
}

/// The champion of a published table.
fn titled(race: &TitleRace<'_>, published: PublishedChampion<'_>) -> Champion {
    let PublishedChampion { who, table, after, .. } = published;
    let early = !published.is_final;
    let row = table.rows.iter().find(|row| row.competitor == *who);
    let rest = after + 1..race.ledger.sessions.len();
    Champion {
        who: race.person(who),
        since: None,
        at: None,
        by: early.then(|| table.after.clone()),
        left: early.then(|| race.ledger.rounds(rest)),
        points: row.and_then(|row| row.points).filter(|_| !early),
    }
}

/// The first open session after which somebody can be champion for certain.
fn earliest(contest: &Contest<'_>, who: Option<usize>) -> Option<(Person, OpenRace)> {
    let who = who?;
    let outlook = &contest.outlook;
    let first = (1..=outlook.positions().len()).find(|sessions| outlook.can_clinch(who, *sessions))?;
    let person = contest.person(&outlook.contenders().get(who)?.who);
    Some((person, contest.stop(first - 1)?))
}

/// The chance of a contender, and who is sure of most points among the others.
fn about(
    contest: &Contest<'_>,
    (index, rival): (Option<usize>, &Rival),
    decided: bool,
    next: Option<usize>,
    asker: &Asker,
) -> TitleHope {
    let outlook = &contest.outlook;
    let all = outlook.positions().len();
    let sure = (0..outlook.contenders().len()).filter(|other| Some(*other) != index);
    let sure = sure.filter_map(|other| Some((other, outlook.reach(other, all)?.low)));
    let sure = sure.rev().max_by_key(|(_, least)| *least);
    let named = |who: usize| outlook.contenders().get(who).map(|one| contest.person(&one.who));
    TitleHope {
        who: match rival.in_ranks(contest.race.championship.ranks) {
            Some(id) => contest.race.person(id),
            None => index.and_then(named).unwrap_or(Person::NotListed),
        },
        outlook: index.and_then(|index| contest.hope(index, all)).filter(|_| !decided),
        sure: sure.and_then(|(other, least)| Some((named(other)?, least))),
        clinch: next
            .zip(index)
            .and_then(|(next, index)| clinch(contest, index, next, asker)),
    }
}

fn fight(
    contest: &Contest<'_>,
    published: Option<PublishedChampion<'_>>,
    asked: Option<(Option<usize>, &Rival)>,
    asker: &Asker,
) -> Fight {
    let outlook = &contest.outlook;
    let all = outlook.positions().len();
    let hopes: Vec<_> = (0..outlook.contenders().len())
        .filter_map(|index| contest.hope(index, all))
        .collect();
    let whole = hopes.len();
    let hopes: Vec<_> = hopes.into_iter().filter(|hope| hope.chance != Chance::Never).collect();
    let of_final = published.filter(|published| published.is_final);
    let champion = match of_final {
        Some(published) => Some(titled(&contest.race, published)),
        None => outlook
            .decided()
            .map(|who| champion(contest, who, asker))
            .or_else(|| Some(titled(&contest.race, published?))),
    };
    let next = contest.to_the_next_race(asker).filter(|_| champion.is_none());
    Fight {
        championship: contest.race.title(),
        scene: match of_final {
            Some(published) => contest.race.scene(published.after, asker),
            None => contest.scene(asker),
        },
        over: contest.race.is_over(asker),
        out: whole - hopes.len(),
        clinch: next.and_then(|sessions| clinch(contest, 0, sessions, asker)),
        safe: outlook
            .safe(0, all, all)
            .filter(|_| champion.is_none() && next.is_some()),
        hopes,
        about: asked.map(|asked| about(contest, asked, champion.is_some(), next, asker)),
        earliest: None,
        champion,
    }
}

/// The conditions that decide the title for somebody by the next race: already before it, if a sprint can.
fn clinch(contest: &Contest<'_>, who: usize, to_the_race: usize, asker: &Asker) -> Option<Clinch> {
    let outlook = &contest.outlook;
    let first = (1..=to_the_race).find(|sessions| outlook.can_clinch(who, *sessions));
    let at = first.unwrap_or(to_the_race) - 1;
    let run = contest.is_run(at, asker);
    let lines = outlook.lines(who, outlook.positions().len());
    let lines = lines.filter(|_| first == Some(1) && !run);
    Some(Clinch {
        race: contest.stop(at)?,
        possible: first.is_some(),
        run,
        limited: lines.as_deref().map(|lines| contest.limited(lines)).unwrap_or_default(),
        lines,
    })
}

/// The champion, and since when nobody else could win: the moments after each round are looked at again, backwards.
fn champion(contest: &Contest<'_>, who: usize, asker: &Asker) -> Champion {
    let contender = contest.outlook.contenders().get(who);
    let id = contender.and_then(|contender| contender.competitor());
    let ledger = contest.race.ledger;
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
        let then = Outlook::new(contest.race.season, contest.race.championship, ledger, known_from);
        let sure = then.is_some_and(|then| {
            let index = id.and_then(|id| then.contender(id));
            index.is_some_and(|index| then.chance(index, then.positions().len()) == Chance::Certain)
        });
        if !sure {
            break;
        }
        since = Some((at, counted.round.clone()));
    }
    let at = since.as_ref().and_then(|(at, _)| ledger.sessions.get(*at));
    let at = at.map(|counted| NamedId::weekend(contest.race.season, &counted.session.weekend));
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
        at,
        by: None,
        left,
        points: None,
    }
}
