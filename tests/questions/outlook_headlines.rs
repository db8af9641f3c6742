//! Headlines of outlooks and of supposed tables: titles, the lead, "if".

use super::headlines::headline;
use crate::support::ask::BEFORE_THE_GLEN;

const JULY_2025: &str = "2025-07-01T12:00:00Z";
const BEFORE_ABU_DHABI: &str = "2025-12-04T12:00:00Z";
const AFTER_ABU_DHABI: &str = "2025-12-10T12:00:00Z";
const RESULTS_MISSING: &str = "2026-11-28T12:00:00Z";

fn hold(table: &[(&str, &str, &str)]) {
    for (now, text, wanted) in table {
        assert_eq!(headline(now, text).0, *wanted, "{text}");
    }
}

#[test]
fn a_title_that_is_open_is_told_with_what_can_be_reached() {
    hold(&[
        (
            BEFORE_THE_GLEN,
            "can cooper still win pro",
            "Yes: Cooper can still win the Pro title: at most 367; Hartog is sure of 110.",
        ),
        (
            BEFORE_THE_GLEN,
            "who can still win the title pro",
            "Hartog, Cooper, Sedgwick and anyone not listed can still win the Pro title.",
        ),
        (
            BEFORE_THE_GLEN,
            "has hartog clinched",
            "Not yet: Hartog, Cooper, Sedgwick and anyone not listed can still win the Pro title.",
        ),
        (
            BEFORE_THE_GLEN,
            "title",
            "Still open: Pro, Pro-Am and Masters; not known: Entrants and ANDIAL Cup.",
        ),
        (
            BEFORE_ABU_DHABI,
            "can norris still win the title series:f1",
            "Yes: Norris can still win the Drivers title: at most 433; Verstappen is sure of 396.",
        ),
        (
            BEFORE_ABU_DHABI,
            "is verstappen champion",
            "Not yet: Norris, Verstappen and Piastri can still win the Drivers title.",
        ),
        (
            RESULTS_MISSING,
            "title drivers driver:piastri series:f1 form:is",
            "No: Piastri can no longer win the Drivers title: at most 303; Antonelli is sure of 325.",
        ),
        (
            RESULTS_MISSING,
            "title drivers driver:norris series:f1 form:is",
            "Not known: the results of 5 sessions are missing; so far Norris can still win the Drivers title.",
        ),
    ]);
}

#[test]
fn a_title_that_is_decided_is_told_with_its_champion() {
    hold(&[
        (
            AFTER_ABU_DHABI,
            "title drivers driver:piastri series:f1 season:2025 form:is",
            "No: the Drivers title is decided; Norris is the champion.",
        ),
        (
            AFTER_ABU_DHABI,
            "title drivers driver:norris series:f1 season:2025 form:is",
            "Yes: Norris is the Drivers champion.",
        ),
        (
            AFTER_ABU_DHABI,
            "title series:f1 season:2025",
            "Champions: Norris in Drivers and McLaren in Constructors.",
        ),
        (
            AFTER_ABU_DHABI,
            "lead drivers driver:verstappen series:f1 season:2025 form:is",
            "No: the season is over; Norris is the Drivers champion.",
        ),
    ]);
}

#[test]
fn the_lead_is_told_at_the_horizon_that_is_asked_for() {
    hold(&[
        (
            BEFORE_THE_GLEN,
            "can sedgwick take the lead after r1",
            "No: Sedgwick cannot lead after Race 1 at Watkins Glen: at most 110, and Hartog is sure of 110.",
        ),
        (
            BEFORE_THE_GLEN,
            "can hartog still lose the lead this weekend",
            "Yes: after the weekend at Watkins Glen Cooper (at most 143), Sedgwick (138) or anyone not listed (138) can pass Hartog.",
        ),
        (
            BEFORE_THE_GLEN,
            "is hartog safe this weekend",
            "No: after the weekend at Watkins Glen Cooper (at most 143), Sedgwick (138) or anyone not listed (138) can pass Hartog.",
        ),
        (
            BEFORE_THE_GLEN,
            "can halcome lose the masters lead at the glen",
            "Yes: after the weekend at Watkins Glen Bellomo (at most 156) or anyone not listed (156) can pass Halcome.",
        ),
        (
            BEFORE_THE_GLEN,
            "what does cooper need to lead",
            "Cooper leads after Race 1 at Watkins Glen with a win, if Hartog scores 1 at most.",
        ),
        (
            BEFORE_THE_GLEN,
            "can cooper take the lead",
            "Yes: Cooper leads after Race 1 at Watkins Glen with a win, if Hartog scores 1 at most.",
        ),
    ]);
}

/// Command lines about what somebody needs, and about the lead of several championships.
#[rustfmt::skip]
const NEEDS: &[(&str, &str, &str)] = &[
    (BEFORE_THE_GLEN, "lead driver:cooper form:needs", "Cooper leads after Race 1 at Watkins Glen with a win, if Hartog scores 1 at most."),
    (BEFORE_THE_GLEN, "lead driver:cirone form:needs", "Cirone leads after Race 1 at Watkins Glen with a win, whatever the others do."),
    (BEFORE_THE_GLEN, "lead driver:sedgwick form:needs", "Sedgwick needs at least 28 points more than Hartog, and can lead after the weekend at Watkins Glen."),
    (BEFORE_THE_GLEN, "lead driver:hartog form:needs", "Hartog stays ahead after Race 1 at Watkins Glen with 11th or better, whatever the others do."),
    (BEFORE_THE_GLEN, "lead driver:yardley form:needs", "Yardley can lead at the season's end: at most 362, and Hartog is sure of 110."),
    (JULY_2025, "lead drivers driver:verstappen series:f1 form:needs", "Verstappen needs at least 61 points more than Piastri: possible by the season's end, not yet after the Great Britain race."),
    (BEFORE_THE_GLEN, "title driver:cooper form:needs", "Cooper has to score at least 23 points more than Hartog in the 10 sessions left, which pay 280 at most."),
    (BEFORE_THE_GLEN, "title pro form:needs", "With 258 of the 280 points left Hartog is sure of the Pro title; Cooper can reach 367."),
    (JULY_2025, "title constructors series:f1 form:needs", "With 413 of the 619 points left McLaren is sure of the Constructors title; Ferrari can reach 829."),
    (BEFORE_ABU_DHABI, "title drivers driver:norris series:f1 form:needs", "Norris is the Drivers champion after the Abu Dhabi race with 3rd or better, whatever the others do."),
    (BEFORE_ABU_DHABI, "title drivers driver:verstappen series:f1 form:needs", "Verstappen is the Drivers champion after the Abu Dhabi race with a win, if Norris scores 12 at most."),
    (BEFORE_ABU_DHABI, "title drivers driver:russell series:f1 form:needs", "Russell can no longer win the Drivers title: at most 334; Norris is sure of 408."),
    (AFTER_ABU_DHABI, "title drivers driver:piastri series:f1 form:needs", "The Drivers title is decided; Norris is the champion."),
    (RESULTS_MISSING, "title constructors series:f1 form:needs", "Not known: the results of 5 sessions are missing; so far 4 contenders can still win the Constructors title."),
    (BEFORE_THE_GLEN, "gap driver:sedgwick to:cooper form:needs", "Sedgwick has to score at least 5 points more than Cooper in Pro; 280 are left."),
    (BEFORE_THE_GLEN, "gap driver:cooper to:sedgwick form:needs", "Cooper is 5 points ahead of Sedgwick in Pro already."),
    (BEFORE_THE_GLEN, "gap driver:sedgwick to:p2 form:needs", "Sedgwick has to score at least 5 points more than Cooper in Pro; 280 are left."),
    (BEFORE_ABU_DHABI, "gap driver:russell to:norris series:f1 form:needs", "Russell can no longer catch Norris in Drivers: 99 points behind, and only 25 are left."),
    (AFTER_ABU_DHABI, "gap driver:piastri to:verstappen series:f1 form:needs", "Piastri can no longer catch Verstappen in Drivers: 11 points behind, and none are left."),
    (RESULTS_MISSING, "gap driver:piastri to:verstappen series:f1 form:needs", "After round 17, Piastri has to score at least 68 points more than Verstappen in Drivers."),
];

#[rustfmt::skip]
const LEADS: &[(&str, &str, &str)] = &[
    (BEFORE_THE_GLEN, "lead", "After Race 1 at Watkins Glen Pro and Pro-Am can have a new leader, Masters cannot; not known: Entrants and ANDIAL Cup."),
    (BEFORE_THE_GLEN, "lead andial-cup", "Not known: who leads the ANDIAL Cup."),
    (BEFORE_THE_GLEN, "lead entrants", "Not known: MDK Motorsports leads Entrants, and too little is known to tell who can take the lead."),
    (BEFORE_ABU_DHABI, "lead series:f1 form:is", "Yes: after the Abu Dhabi race Drivers can have a new leader, Constructors cannot."),
    (AFTER_ABU_DHABI, "lead series:f1", "The season is over; champions: Norris in Drivers and McLaren in Constructors."),
    (RESULTS_MISSING, "lead series:f1 form:is", "Not known: results are missing; so far after the Qatar race Drivers and Constructors can have a new leader."),
    (BEFORE_THE_GLEN, "title pro form:is-over", "No: Hartog, Cooper, Sedgwick and anyone not listed can still win the Pro title."),
    (BEFORE_THE_GLEN, "title form:is-over", "No: still open: Pro, Pro-Am and Masters; not known: Entrants and ANDIAL Cup."),
    (RESULTS_MISSING, "title series:f1 form:is-over", "Not known: the results of 5 sessions are missing; so far still open: Drivers and Constructors."),
    (AFTER_ABU_DHABI, "title drivers series:f1 form:is-over", "Yes: Norris is the Drivers champion."),
];

#[test]
fn needs_are_told_as_a_result_or_as_points() {
    hold(NEEDS);
}

#[test]
fn the_lead_of_several_championships_is_told_in_a_sentence() {
    hold(LEADS);
}

#[test]
fn conditions_in_words_lead_to_the_table_that_follows() {
    hold(&[
        (
            BEFORE_THE_GLEN,
            "if cooper wins both and hartog dnfs both",
            "Cooper would lead Pro with at least 137; Sedgwick would have 128 at most.",
        ),
        (
            BEFORE_THE_GLEN,
            "hartog p2, cooper wins race 1 with pole",
            "Hartog would lead Pro with at least 130; Cooper would have 115 at most.",
        ),
        (
            BEFORE_THE_GLEN,
            "if sedgwick wins both n gets pole n fl where is he",
            "Sedgwick would have 138 points and be 1st or 2nd in Pro; Hartog can have 150.",
        ),
        (
            BEFORE_THE_GLEN,
            "what happens if cirone gets pole",
            "Cirone would have 104 to 130 points and be 1st or lower in Pro-Am; Uretsky can have 129.",
        ),
        (
            BEFORE_THE_GLEN,
            "suppose hartog crashes out of race 1",
            "Hartog would have 110 to 113 points and be 1st or lower in Pro; Cooper can have 115.",
        ),
        (
            BEFORE_THE_GLEN,
            "does pole flip the pro-am lead",
            "Yes: that alone puts Cirone on 104, 1 ahead of Uretsky (103) in Pro-Am; the places are open.",
        ),
        (
            BEFORE_THE_GLEN,
            "if cooper wins all remaining races does he win the title",
            "Not known: Cooper would have 337 to 367 points and be 1st or 2nd in Pro; Hartog can have 340.",
        ),
        (
            BEFORE_THE_GLEN,
            "does hartog still lead if cooper wins both",
            "Not known: Hartog would have 110 to 156 points and be 1st or lower in Pro; Cooper can have 143.",
        ),
        (
            BEFORE_ABU_DHABI,
            "if max wins and norris p3 in abu dhabi, who is champion",
            "Norris would be the Drivers champion with 423, 2 ahead of Verstappen.",
        ),
        (
            BEFORE_ABU_DHABI,
            "if verstappen wins and norris is fourth is max champion",
            "Yes: Verstappen would be the Drivers champion with 421, 1 ahead of Norris.",
        ),
        (
            BEFORE_ABU_DHABI,
            "if norris finishes third is he champion",
            "Yes: Norris would be the Drivers champion with 423; Verstappen would have 421 at most.",
        ),
    ]);
}
