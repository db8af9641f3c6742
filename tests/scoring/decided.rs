//! When Formula 1 titles were decided, and on what.

use chrono::{DateTime, Utc};
use raceweek::dataset::Catalogue;
use raceweek::domain::{Season, Series};
use raceweek::scoring::Ledger;
use raceweek::scoring::future::{Chance, Outlook};

use super::formula1::packs;
use super::slug;

/// The champion, and the first round after whose end nobody else could win.
fn decided(season: &Season, ledger: &Ledger) -> (String, String) {
    let championship = season.championship(ledger.championship.as_str()).unwrap();
    let at = |moment: DateTime<Utc>| {
        let outlook = Outlook::new(season, championship, ledger, moment).unwrap();
        let champion = outlook.decided()?;
        Some(outlook.contenders()[champion].competitor().unwrap().to_string())
    };
    let mut sessions = ledger.sessions.iter();
    let (champion, round) = sessions
        .find_map(|one| Some((at(one.end)?, one.round.to_string())))
        .unwrap();
    assert_eq!(
        at(DateTime::<Utc>::MAX_UTC).as_ref(),
        Some(&champion),
        "a title was lost again"
    );
    (champion, round)
}

/// The catalogue that a season is in.
fn catalogue_of(year: &str) -> Catalogue {
    let [shipped, older] = packs();
    if year == "2025" { shipped } else { older }
}

fn of(catalogue: &Catalogue, year: &str, championship: &str) -> (String, String) {
    let ledger = catalogue.ledger(&slug("f1"), &slug(year), &slug(championship)).unwrap();
    decided(catalogue.season(&slug("f1"), &slug(year)).unwrap(), ledger)
}

#[test]
fn titles_were_decided_after_the_rounds_that_history_tells() {
    let told = [
        ("1988", "ayrton-senna", "15"),
        ("2014", "lewis-hamilton", "19"),
        ("2021", "max-verstappen", "22"),
        ("2025", "lando-norris", "24"),
    ];
    for (year, champion, round) in told {
        let found = of(&catalogue_of(year), year, "drivers");
        assert_eq!(found, (champion.to_owned(), round.to_owned()), "{year}");
    }
}

#[test]
fn without_dropped_scores_1988_goes_to_prost() {
    let catalogue = catalogue_of("1988");
    let series: &Series = &catalogue.series["f1"];
    let mut season = Season::clone(&series.seasons["1988"]);
    for rules in season.rules.values_mut() {
        rules.drops = Some(Vec::new());
    }
    let with_drops = catalogue.ledger(&slug("f1"), &slug("1988"), &slug("drivers")).unwrap();
    let end = |weekend: &raceweek::domain::Weekend, session: &raceweek::domain::Session| {
        let same = |one: &&raceweek::scoring::CountedSession| {
            one.session.weekend == weekend.id && one.session.session == session.id
        };
        with_drops
            .sessions
            .iter()
            .find(same)
            .map_or(DateTime::<Utc>::MAX_UTC, |one| one.end)
    };
    let without = Ledger::new(&season, season.championship("drivers").unwrap(), end);
    assert_eq!(decided(&season, &without).0, "alain-prost");
}

#[test]
fn before_abu_dhabi_2021_the_two_of_them_were_level_and_both_could_win() {
    let catalogue = catalogue_of("2021");
    let season = catalogue.season(&slug("f1"), &slug("2021")).unwrap();
    let ledger = catalogue.ledger(&slug("f1"), &slug("2021"), &slug("drivers")).unwrap();
    let before = ledger.sessions[ledger.last_of_round("21").unwrap()].end;
    let outlook = Outlook::new(season, season.championship("drivers").unwrap(), ledger, before).unwrap();
    let can: Vec<String> = (0..outlook.contenders().len())
        .filter(|who| outlook.chance(*who, 1) != Chance::Never)
        .map(|who| outlook.contenders()[who].competitor().unwrap().to_string())
        .collect();
    assert_eq!(can, ["max-verstappen", "lewis-hamilton"]);
}
