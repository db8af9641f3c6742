//! Headlines of outlooks and of supposed tables: titles, the lead, "if".

use super::headlines::headline;
use crate::support::ask::BEFORE_THE_GLEN;

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
            "Yes: Cooper can still win the Pro title: at most 367 points; Hartog is sure of 110.",
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
            "Yes: Norris can still win the Drivers title: at most 433 points; Verstappen is sure of 396.",
        ),
        (
            BEFORE_ABU_DHABI,
            "is verstappen champion",
            "Not yet: Norris, Verstappen and Piastri can still win the Drivers title.",
        ),
        (
            RESULTS_MISSING,
            "title drivers driver:piastri series:f1 form:is",
            "No: Piastri can no longer win the Drivers title: at most 303 points; Antonelli is sure of 325.",
        ),
        (
            RESULTS_MISSING,
            "title drivers driver:norris series:f1 form:is",
            "Not known: the results of 5 sessions are missing; as far as is known, Norris can still win the Drivers title: at most 364 points; Antonelli is sure of 325.",
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
            "Yes: after the weekend at Watkins Glen Cooper (at most 143), Sedgwick (at most 138) or anyone not listed (at most 138) can pass Hartog; 3rd or better in every race keeps Hartog ahead.",
        ),
        (
            BEFORE_THE_GLEN,
            "is hartog safe this weekend",
            "No: after the weekend at Watkins Glen Cooper (at most 143), Sedgwick (at most 138) or anyone not listed (at most 138) can pass Hartog; 3rd or better in every race keeps Hartog ahead.",
        ),
        (
            BEFORE_THE_GLEN,
            "can halcome lose the masters lead at the glen",
            "Yes: after the weekend at Watkins Glen Bellomo (at most 156) or anyone not listed (at most 156) can pass Halcome; 6th or better in every race keeps Halcome ahead.",
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
