//! Headlines of scoring rules and of sums of points: what a result is worth, what is left, what the rules say.

use super::headlines::headline;
use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN};

/// The Tuesday after the Austrian Grand Prix of 2025.
const JULY_2025: &str = "2025-07-01T12:00:00Z";
/// After the season of 2025.
const DECEMBER_2025: &str = "2025-12-10T12:00:00Z";
/// Weeks after the last results of 2026 that the packs have.
const NOVEMBER_2026: &str = "2026-11-28T12:00:00Z";

/// A moment, a command line or text, and the headline of its answer.
type Row = (&'static str, &'static str, &'static str);

#[rustfmt::skip]
const WORTH: &[Row] = &[
    (BEFORE_THE_GLEN, "fact worth words:p1", "25 points for a win, in each class."),
    (BEFORE_THE_GLEN, "fact worth words:p3", "17 points for 3rd place, in each class."),
    (BEFORE_THE_GLEN, "fact worth words:p11 class:pro", "5 points for 11th place (as in 2021), in each class."),
    (BEFORE_THE_GLEN, "fact worth words:p16 form:is", "No: nothing for 16th place (as in 2021)."),
    (BEFORE_THE_GLEN, "fact worth words:pole form:is", "Yes: 2 points for pole, in each class."),
    (BEFORE_THE_GLEN, "fact worth words:p2-pole", "22 points: 2nd place (20) and pole (2), in each class."),
    (BEFORE_THE_GLEN, "fact worth words:p1-pole-fastest-lap", "28 points: a win (25), pole (2) and fastest lap (1), in each class."),
    (BEFORE_THE_GLEN, "fact worth words:p1-p1-pole-pole", "54 points: two wins (50) and two poles (4), in each class."),
    (BEFORE_THE_GLEN, "fact worth words:p1 championship:andial-cup", "Not known: the packs do not tell what a win pays in the ANDIAL Cup in 2024."),
    (BEFORE_THE_GLEN, "fact worth words:p1 season:2026", "Not known: the packs do not tell what a win pays in 2026."),
    (JULY_2025, "fact worth words:p1 series:f1", "25 points for a win, 8 in a sprint."),
    (JULY_2025, "fact worth words:p9 series:f1", "2 points for 9th place, nothing in a sprint."),
    (JULY_2025, "fact worth words:p1 kind:sprint series:f1", "8 points for a sprint win."),
    (JULY_2025, "fact worth words:pole series:f1 form:is", "No: nothing for pole."),
    (JULY_2025, "fact worth words:p1-pole series:f1", "25 points: a win (25) and pole (nothing)."),
    (NOVEMBER_2026, "fact worth words:p1-pole-fastest-lap series:pcca", "27 points: a win (25), pole (1) and fastest lap (1)."),
];

#[rustfmt::skip]
const MAXIMUM: &[Row] = &[
    (BEFORE_THE_GLEN, "fact maximum words:race", "28 points at most in a race: a win (25), pole (2) and fastest lap (1), in each class."),
    (BEFORE_THE_GLEN, "fact maximum words:weekend", "56 points at most in a weekend: two wins (50), two poles (4) and two fastest laps (2), in each class."),
    (BEFORE_THE_GLEN, "fact maximum weekend:watkins-glen class:pro", "56 points at most at Watkins Glen: two wins (50), two poles (4) and two fastest laps (2)."),
    (BEFORE_THE_GLEN, "fact maximum", "280 points are left: 10 wins (250), 10 poles (20) and 10 fastest laps (10), in each class."),
    (AFTER_THE_SEASON, "fact maximum words:left", "No points are left: the season of 2024 is over."),
    (BEFORE_THE_GLEN, "fact maximum driver:cooper", "Cooper can reach 367 points in Pro: 87 now and 280 more."),
    (BEFORE_THE_GLEN, "fact maximum driver:yardley", "Yardley can reach 362 points at most in Pro, with at most 82 so far."),
    (JULY_2025, "fact maximum words:race series:f1", "25 points at most in a race: a win."),
    (JULY_2025, "fact maximum words:race kind:sprint series:f1", "8 points at most in a sprint: a sprint win."),
    (JULY_2025, "fact maximum words:weekend series:f1", "33 points at most in a weekend: a win (25) and a sprint win (8)."),
    (JULY_2025, "fact maximum words:left series:f1", "357 points are left: 13 wins (325) and four sprint wins (32)."),
    (JULY_2025, "fact maximum championship:constructors series:f1", "619 points are left: 13 wins (325), 13 2nd places (234), four sprint wins (32) and four 2nd places in sprints (28)."),
    (JULY_2025, "fact maximum driver:piastri series:f1", "Piastri can reach 573 points in Drivers: 216 now and 357 more."),
    (JULY_2025, "fact maximum team:mclaren series:f1", "McLaren can reach 1036 points in Constructors: 417 now and 619 more."),
    (DECEMBER_2025, "fact maximum words:left series:f1", "No points are left: the season of 2025 is over."),
    (DECEMBER_2025, "fact maximum driver:piastri series:f1", "The season is over: Piastri has 410 points in Drivers."),
    (NOVEMBER_2026, "fact maximum words:left series:f1", "50 points are left: two wins; the results of 5 sessions are missing."),
    (NOVEMBER_2026, "fact maximum driver:piastri series:f1", "Piastri can reach 303 points in Drivers: 128 now and 175 more; the results of 5 sessions are missing."),
    (NOVEMBER_2026, "fact maximum words:left series:pcca", "No points are left: the season of 2026 is over."),
];

#[rustfmt::skip]
const TOPICS: &[Row] = &[
    (BEFORE_THE_GLEN, "fact paying", "The first 15 score, from 25 points to 1 (from 4th on as in 2021), in each class."),
    (BEFORE_THE_GLEN, "fact paying form:last", "1 point for 15th, the last place that scores (from 4th on as in 2021), in each class."),
    (BEFORE_THE_GLEN, "fact paying kind:sprint form:is", "No: there are no sprints in 2024."),
    (JULY_2025, "fact paying kind:sprint form:is series:f1", "Yes: the first 8 of a sprint score, from 8 points to 1."),
    (JULY_2025, "fact paying series:f1", "The first 10 score, from 25 points to 1."),
    (BEFORE_THE_GLEN, "fact drops form:is", "Not known for 2024; in 2023 the 2 lowest results of rounds 1 to 14 are dropped in Pro-Am and Am."),
    (BEFORE_THE_GLEN, "fact drops season:2023 form:is", "Yes: the 2 lowest results of rounds 1 to 14 are dropped in Pro-Am and Am; not known in Pro."),
    (JULY_2025, "fact drops series:f1 form:is", "No: no results are dropped."),
    (BEFORE_THE_GLEN, "fact ties", "Ties go to most wins, then most 2nd places; further steps are not known (worked out, not published as a rule)."),
    (NOVEMBER_2026, "fact ties series:pcca", "Equal points share the place, and the next place is numbered on without a gap (worked out, not published as a rule)."),
    (BEFORE_THE_GLEN, "fact order words:fastest-lap", "By class: 1 point for fastest lap."),
    (JULY_2025, "fact order words:fastest-lap series:f1", "Neither: fastest lap pays nothing."),
    (NOVEMBER_2026, "fact order words:pole series:pcca", "Over all cars in Overall: 1 point for pole; by class in Pro-Am, Am and Masters: 1 point for pole."),
    (BEFORE_THE_GLEN, "fact counts championship:andial-cup weekend:watkins-glen form:is", "Yes: Watkins Glen counts for the ANDIAL Cup; so do Sebring, Road America, Indianapolis and Road Atlanta."),
    (BEFORE_THE_GLEN, "fact counts championship:andial-cup weekend:miami form:is", "No: Miami does not count for the ANDIAL Cup; Sebring, Watkins Glen, Road America, Indianapolis and Road Atlanta do."),
    (BEFORE_THE_GLEN, "fact counts championship:andial-cup", "5 weekends count for the ANDIAL Cup: Sebring, Watkins Glen, Road America, Indianapolis and Road Atlanta."),
    (BEFORE_THE_GLEN, "fact counts weekend:miami", "Miami counts for Pro, Pro-Am, Masters and Entrants."),
    (BEFORE_THE_GLEN, "fact shortened", "Not known: the packs have no rule for shortened races in 2024."),
    (JULY_2025, "fact shortened series:f1", "A win pays 25 in full, 19 under 3/4 of the distance, 13 under 1/2 and 6 under 1/4; nothing under 2 green laps."),
    (NOVEMBER_2026, "fact shortened series:f1", "A win pays 25 in full, 19 under 3/4 of the distance, 13 under 1/2 and 6 under 1/4; nothing under 2 green laps (as in 2025)."),
    (BEFORE_THE_GLEN, "fact retired form:is", "Not known: the packs do not tell whether a car that retires scores in 2024."),
    (JULY_2025, "fact retired series:f1 form:is", "Yes: a car that retires scores for the place it keeps."),
    (BEFORE_THE_GLEN, "points", "In Pro, Pro-Am and Masters a win pays 25 points, pole 2 and fastest lap 1; 15 places score."),
    (BEFORE_THE_GLEN, "points pro", "A win pays 25 points, pole 2 and fastest lap 1; 15 places score, in each class."),
    (JULY_2025, "points series:f1", "A win pays 25 points and a sprint win 8; 10 places score."),
    (BEFORE_THE_GLEN, "points season:2026", "Not known: the scoring of 2026 is not in the packs."),
    (
        BEFORE_THE_GLEN,
        "explain the andial cup please",
        "Not known: the scoring of the ANDIAL Cup in 2024 is not in the packs.",
    ),
];

/// Questions in words.
#[rustfmt::skip]
const IN_WORDS: &[Row] = &[
    (BEFORE_THE_GLEN, "how many points for a win", "25 points for a win, in each class."),
    (BEFORE_THE_GLEN, "how many points for p3", "17 points for 3rd place, in each class."),
    (BEFORE_THE_GLEN, "how many points for the pole", "2 points for pole, in each class."),
    (BEFORE_THE_GLEN, "how many points for a win and pole and fastest lap", "28 points: a win (25), pole (2) and fastest lap (1), in each class."),
    (BEFORE_THE_GLEN, "what is second place plus pole worth", "22 points: 2nd place (20) and pole (2), in each class."),
    (BEFORE_THE_GLEN, "is pole worth anything", "Yes: 2 points for pole, in each class."),
    (BEFORE_THE_GLEN, "how many points for two wins and two poles", "54 points: two wins (50) and two poles (4), in each class."),
    (BEFORE_THE_GLEN, "most points in a race", "28 points at most in a race: a win (25), pole (2) and fastest lap (1), in each class."),
    (BEFORE_THE_GLEN, "most points in a weekend", "56 points at most in a weekend: two wins (50), two poles (4) and two fastest laps (2), in each class."),
    (BEFORE_THE_GLEN, "most points left in the season in pro", "280 points are left: 10 wins (250), 10 poles (20) and 10 fastest laps (10)."),
    (BEFORE_THE_GLEN, "how many points are still available", "280 points are left: 10 wins (250), 10 poles (20) and 10 fastest laps (10), in each class."),
    (BEFORE_THE_GLEN, "how many points are left in pro", "280 points are left: 10 wins (250), 10 poles (20) and 10 fastest laps (10)."),
    (BEFORE_THE_GLEN, "maximum cooper can reach", "Cooper can reach 367 points in Pro: 87 now and 280 more."),
    (BEFORE_THE_GLEN, "how many points can sedgwick still get", "Sedgwick can reach 362 points in Pro: 82 now and 280 more."),
    (BEFORE_THE_GLEN, "what does cooper need to lead", "Cooper leads after Race 1 at Watkins Glen with a win, if Hartog scores 1 at most."),
    (BEFORE_THE_GLEN, "what does cooper need to be champion", "Cooper has to score at least 23 points more than Hartog in the 10 sessions left, which pay 280 at most."),
    (BEFORE_THE_GLEN, "what does sedgwick need to be second", "Sedgwick has to score at least 5 points more than Cooper in Pro; 280 are left."),
    (BEFORE_THE_GLEN, "what does cirone need to catch uretsky", "Cirone has to score at least 1 point more than Uretsky in Pro-Am; 280 are left."),
    (BEFORE_THE_GLEN, "what does sedgwick need to catch cooper", "Sedgwick has to score at least 5 points more than Cooper in Pro; 280 are left."),
    (BEFORE_THE_GLEN, "magic number for hartog", "With 258 of the 280 points left Hartog is sure of the Pro title; Cooper can reach 367."),
    (BEFORE_THE_GLEN, "hartog's magic number", "With 258 of the 280 points left Hartog is sure of the Pro title; Cooper can reach 367."),
    (BEFORE_THE_GLEN, "what does hartog need to keep the lead", "Hartog stays ahead after Race 1 at Watkins Glen with 11th or better, whatever the others do."),
    (BEFORE_THE_GLEN, "can cooper still win", "Yes: Cooper can still win the Pro title: at most 367; Hartog is sure of 110."),
    (BEFORE_THE_GLEN, "is it over", "No: still open: Pro, Pro-Am and Masters; not known: Entrants and ANDIAL Cup."),
    (BEFORE_THE_GLEN, "is it over in pro", "No: Hartog, Cooper, Sedgwick and anyone not listed can still win the Pro title."),
    (BEFORE_THE_GLEN, "is pro decided", "Not yet: Hartog, Cooper, Sedgwick and anyone not listed can still win the Pro title."),
    (BEFORE_THE_GLEN, "if nobody scores", "Nothing changes. Leaders: Hartog in Pro (110), Uretsky in Pro-Am (103), Halcome in Masters (138) and MDK Motorsports in Entrants."),
    (BEFORE_THE_GLEN, "how many points does last place pay", "1 point for 15th, the last place that scores (from 4th on as in 2021), in each class."),
    (BEFORE_THE_GLEN, "how many places score", "The first 15 score, from 25 points to 1 (from 4th on as in 2021), in each class."),
    (BEFORE_THE_GLEN, "are there drop scores", "Not known for 2024; in 2023 the 2 lowest results of rounds 1 to 14 are dropped in Pro-Am and Am."),
    (BEFORE_THE_GLEN, "how many drops", "Not known for 2024; in 2023 the 2 lowest results of rounds 1 to 14 are dropped in Pro-Am and Am."),
    (BEFORE_THE_GLEN, "tie break: who wins on equal points", "Ties go to most wins, then most 2nd places; further steps are not known (worked out, not published as a rule)."),
    (BEFORE_THE_GLEN, "who wins on equal points", "Ties go to most wins, then most 2nd places; further steps are not known (worked out, not published as a rule)."),
    (BEFORE_THE_GLEN, "is fastest lap paid by class or overall", "By class: 1 point for fastest lap."),
    (BEFORE_THE_GLEN, "are pole points by class or overall", "By class: 2 points for pole."),
    (BEFORE_THE_GLEN, "does this weekend count for the andial cup", "Yes: Watkins Glen counts for the ANDIAL Cup; so do Sebring, Road America, Indianapolis and Road Atlanta."),
    (BEFORE_THE_GLEN, "does miami count for the andial cup", "No: Miami does not count for the ANDIAL Cup; Sebring, Watkins Glen, Road America, Indianapolis and Road Atlanta do."),
    (BEFORE_THE_GLEN, "which weekends count for the andial cup", "5 weekends count for the ANDIAL Cup: Sebring, Watkins Glen, Road America, Indianapolis and Road Atlanta."),
    (BEFORE_THE_GLEN, "half points when", "Not known: the packs have no rule for shortened races in 2024."),
    (BEFORE_THE_GLEN, "does a dnf score points", "Not known: the packs do not tell whether a car that retires scores in 2024."),
    (BEFORE_THE_GLEN, "can the lead change", "Yes: after Race 1 at Watkins Glen Pro and Pro-Am can have a new leader, Masters cannot; not known: Entrants and ANDIAL Cup."),
    (BEFORE_THE_GLEN, "who can take the lead this weekend", "After the weekend at Watkins Glen Pro, Pro-Am and Masters can have a new leader; not known: Entrants and ANDIAL Cup."),
    (BEFORE_THE_GLEN, "does cirone need to win to lead", "Cirone leads after Race 1 at Watkins Glen with a win, whatever the others do."),
    (BEFORE_THE_GLEN, "how can cooper win the title", "Cooper has to score at least 23 points more than Hartog in the 10 sessions left, which pay 280 at most."),
    (BEFORE_THE_GLEN, "if no one scores in race 1 who leads pro", "Nothing changes. Hartog leads Pro with 110 points, 23 ahead of Cooper."),
    (BEFORE_THE_GLEN, "magic number", "Points left that make the title sure: 258 of 280 for Hartog (Pro), 280 of 280 for Uretsky (Pro-Am) and 243 of 280 for Halcome (Masters)."),
    (JULY_2025, "how many points for a win in f1", "25 points for a win, 8 in a sprint."),
    (JULY_2025, "how many points for a sprint win f1", "8 points for a sprint win."),
    (JULY_2025, "points for pole in f1?", "Nothing for pole."),
    (JULY_2025, "most points in a sprint weekend f1", "33 points at most in a weekend: a win (25) and a sprint win (8)."),
    (JULY_2025, "f1: how many points are left", "357 points are left: 13 wins (325) and four sprint wins (32)."),
    (JULY_2025, "how many points can piastri reach", "Piastri can reach 573 points in Drivers: 216 now and 357 more."),
    (JULY_2025, "what does norris need to be champion", "Norris has to score at least 15 points more than Piastri in the 17 sessions left, which pay 357 at most."),
    (JULY_2025, "what does verstappen need to catch norris", "Verstappen has to score at least 46 points more than Norris in Drivers; 357 are left."),
    (JULY_2025, "what does russell need to be third", "Russell has to score at least 9 points more than Verstappen in Drivers; 357 are left."),
    (JULY_2025, "what's piastri's magic number", "With 343 of the 357 points left Piastri is sure of the Drivers title; Norris can reach 558."),
    (JULY_2025, "is the f1 title over", "No: still open: Drivers and Constructors."),
    (JULY_2025, "do f1 sprints pay points", "Yes: the first 8 of a sprint score, from 8 points to 1."),
    (JULY_2025, "how many places score in f1", "The first 10 score, from 25 points to 1."),
    (JULY_2025, "are there drop scores in f1", "No: no results are dropped."),
    (JULY_2025, "what happens if verstappen and norris finish on equal points", "Ties go to most wins, then most second places, and so on (worked out, not published as a rule)."),
    (JULY_2025, "when are half points given in f1", "A win pays 25 in full, 19 under 3/4 of the distance, 13 under 1/2 and 6 under 1/4; nothing under 2 green laps."),
    (JULY_2025, "is fastest lap worth a point in f1", "No: nothing for fastest lap."),
    (JULY_2025, "does monaco count for the constructors", "Yes: Monaco counts for Constructors; every weekend does."),
    (JULY_2025, "can the f1 lead change this weekend", "Yes: after the Great Britain race Drivers can have a new leader, Constructors cannot."),
    (JULY_2025, "what do mclaren need to win the wcc", "With 413 of the 619 points left McLaren is sure of the Constructors title; Ferrari can reach 829."),
];

fn hold(rows: &[Row]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(now, text, wanted)| {
            let got = headline(now, text).0;
            (got != *wanted).then(|| format!("{text}\n  wanted: {wanted}\n  got:    {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_worth_of_results_is_their_points_together() {
    hold(WORTH);
}

#[test]
fn the_most_points_are_told_with_the_results_that_bring_them() {
    hold(MAXIMUM);
}

#[test]
fn a_topic_of_the_rules_is_told_in_a_sentence() {
    hold(TOPICS);
}

#[test]
fn questions_in_words_arrive_at_the_rules_that_they_ask_for() {
    hold(IN_WORDS);
}
