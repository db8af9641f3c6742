//! Titles still open in Porsche Carrera Cup North America before the weekend of Watkins Glen, 20 June 2024.

use chrono::{DateTime, Utc};
use raceweek::dataset::Catalogue;
use raceweek::scoring::future::{Chance, ContenderId, Outlook, Safe, SufficientResult};

use super::{points, shipped, slug};

fn before_the_glen() -> DateTime<Utc> {
    "2024-06-20T12:00:00Z".parse().unwrap()
}

fn outlook<'a>(catalogue: &'a Catalogue, championship: &str) -> Outlook<'a> {
    let (series, year) = (slug("pccna"), slug("2024"));
    let season = catalogue.season(&series, &year).unwrap();
    let ledger = catalogue.ledger(&series, &year, &slug(championship)).unwrap();
    let championship = season.championship(championship).unwrap();
    Outlook::new(season, championship, ledger, before_the_glen()).unwrap()
}

fn who(outlook: &Outlook<'_>, driver: &str) -> usize {
    outlook.contender(&slug(driver)).unwrap()
}

/// A line as text: `P1 fastest-lap 26: loek-hartog 2`.
fn text(line: &SufficientResult) -> String {
    let place = line.place.map_or("out".to_owned(), |place| format!("P{place}"));
    let awards: String = line.awards.iter().map(|award| format!(" {award}")).collect();
    let limit = |limit: &raceweek::scoring::future::ScoreLimit| {
        let who = match &limit.who {
            ContenderId::Competitor(id) => id.to_string(),
            ContenderId::NotListed => "not listed".to_owned(),
        };
        format!(" {who} {}", limit.most)
    };
    let limits: String = line.limits.iter().map(limit).collect();
    format!("{place}{awards} {}:{limits}", line.points)
}

fn lines(outlook: &Outlook<'_>, driver: &str) -> Vec<String> {
    outlook
        .lines(who(outlook, driver), 1)
        .unwrap()
        .iter()
        .map(text)
        .collect()
}

#[test]
fn cooper_leads_after_race_1_only_with_a_win_and_while_hartog_scores_next_to_nothing() {
    let catalogue = shipped();
    let pro = outlook(&catalogue, "pro");
    assert_eq!(
        lines(&pro, "michael-cooper"),
        [
            "P1 25: loek-hartog 1",
            "P1 pole 27: loek-hartog 3",
            "P1 fastest-lap 26: loek-hartog 2",
            "P1 pole fastest-lap 28: loek-hartog 4",
        ]
    );
}

#[test]
fn two_podiums_keep_hartog_ahead_whatever_happens() {
    let catalogue = shipped();
    let pro = outlook(&catalogue, "pro");
    let hartog = who(&pro, "loek-hartog");
    assert_eq!(pro.chance(hartog, 2), Chance::Possible);
    assert_eq!(pro.safe(hartog, 2, 2), Some(Safe::Place(3)));
    let cooper = pro.reach(who(&pro, "michael-cooper"), 2).unwrap();
    assert_eq!((cooper.low, cooper.high), (points("87"), points("143")));
}

#[test]
fn pro_am_can_change_hands_on_a_pole_alone() {
    let catalogue = shipped();
    let pro_am = outlook(&catalogue, "pro-am");
    let cirone = lines(&pro_am, "marco-cirone");
    assert!(
        cirone.contains(&"out pole 2: moisey-uretsky 0 jordan-wallace 21 not listed 21".to_owned()),
        "{cirone:#?}"
    );
}

#[test]
fn masters_cannot_change_hands_in_one_race() {
    let catalogue = shipped();
    let masters = outlook(&catalogue, "masters");
    assert_eq!(masters.chance(who(&masters, "matt-halcome"), 1), Chance::Certain);
    assert_eq!(masters.chance(who(&masters, "chris-bellomo"), 1), Chance::Never);
    assert_eq!(masters.chance(who(&masters, "chris-bellomo"), 2), Chance::Possible);
}

#[test]
fn nobody_can_win_a_title_this_weekend() {
    let catalogue = shipped();
    for championship in ["pro", "pro-am", "masters"] {
        let outlook = outlook(&catalogue, championship);
        let open = outlook.open().len();
        assert_eq!(outlook.decided(), None, "{championship}");
        for who in 0..outlook.contenders().len() {
            assert!(!outlook.can_clinch(who, 2), "{championship} {who} of {open}");
        }
    }
}
