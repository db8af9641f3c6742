//! Results: places, points, awards, and what is not known of them.

use insta::assert_snapshot;

use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN, BETWEEN_THE_RACES, ask};

#[test]
fn before_the_weekend_the_last_one_is_meant() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "results"), @"
    Winners at Montréal: Baltas (Pro), Sofronas (Pro-Am) and Halcome (Masters) in Race 1; Hartog (Pro), Uretsky (Pro-Am) and Halcome (Masters) in Race 2.
    Porsche Carrera Cup North America 2024 · Montréal results

    Race 1 · Round 5 · Sat 8 Jun
    Pro
      P No Driver          Pts Team
      1 15 Yves Baltas   25–26 MDK Motorsports
      4 98 Alex Sedgwick 14–15 JDX Racing
    Pole: Loek Hartog*
    Only these are known.
    Pro-Am
      P No Driver           Pts Team
      1 14 James Sofronas 25–28 GMG Racing
    Only the winner is known.
    Masters
      P No Driver         Pts Team
      1 55 Matt Halcome 25–28 ACI Motorsports
    Only the winner is known.
    * worked out from other facts
    Finished under yellow.

    Race 2 · Round 6 · Sun 9 Jun
    Pro
      P No Driver          Pts Team
      1 24 Loek Hartog   25–28 Kellymoss
      4 98 Alex Sedgwick 14–17 JDX Racing
    Only these are known.
    Pro-Am
      P No Driver           Pts Team
      1 44 Moisey Uretsky 25–28 Baby Bull Racing
    Only the winner is known.
    Masters
      P No Driver         Pts Team
      1 55 Matt Halcome 25–28 ACI Motorsports
    Only the winner is known.
    Finished under yellow.
    ");
}

#[test]
fn between_the_races_the_first_is_told_and_the_second_announced() {
    assert_snapshot!(ask(BETWEEN_THE_RACES, "results"), @"
    Winners at Watkins Glen: Yardley (Pro) in Race 1; Race 2 still to come.
    Porsche Carrera Cup North America 2024 · Watkins Glen results

    Race 1 · Round 7 · Fri 21 Jun
    Pro
       P No Driver           Pts Team
      1* 78 Ryan Yardley   25–28 Topp Racing
      5   9 Zachary Vanier 12–15 JDX Racing
      6  98 Alex Sedgwick  10–13 JDX Racing
    Only these are known.
    Masters
      P No Driver        Pts Team
      4 43 Mark Kvamme 14–17 MDK Motorsports
    Only these are known.
    Pro-Am: not known.
    * worked out from other facts
    Race 2 has not been run yet: Sat 22 Jun, 11:00 AM EDT.
    ");
}

#[test]
fn a_race_that_has_not_been_run_says_when_it_will_be() {
    assert_snapshot!(ask(BETWEEN_THE_RACES, "results race-2"), @"
    Not yet: Race 2 at Watkins Glen starts Sat 22 Jun at 11:00 AM EDT.
    Porsche Carrera Cup North America 2024 · Watkins Glen results

    Race 2 · Round 8 · Sat 22 Jun
    ");
}

#[test]
fn a_session_that_is_over_and_not_in_the_packs_says_so() {
    assert_snapshot!(ask(BETWEEN_THE_RACES, "results quali the glen"), @"
    Not known: the packs do not tell who was fastest in Qualifying in Watkins Glen.
    Porsche Carrera Cup North America 2024 · Watkins Glen results

    Qualifying · Fri 21 Jun
    ");
}

#[test]
fn a_session_tells_all_that_is_known_of_it() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "results indianapolis race 2"), @"
    Hartog won Race 2 at Indianapolis (Pro); Metni won Pro-Am; not known in Masters.
    Porsche Carrera Cup North America 2024 · Indianapolis results

    Race 2 · Round 12 · Sat 21 Sep
    Pro
        P No Driver          Pts Team
        1 24 Loek Hartog      28 Kellymoss
      2/3 98 Alex Sedgwick 17–20 JDX Racing
    Pole: Loek Hartog · Fastest lap: Loek Hartog
    Only these are known.
    Alex Sedgwick: second and third in the two races; which was which is not told.
    Pro-Am
      P No Driver       Pts Team
      1 99 Alan Metni 25–28 Kellymoss
    Pole: not known · Fastest lap: not known
    Only the winner is known.
    Masters: not known.
    Sources differ: Hartog's weekend at Indianapolis is reported as 52 points. Two wins, poles and fastest laps make 56.
    Scott Blind and Richard Edge won the two Masters races; which won which is not told.
    ");
}

#[test]
fn a_complete_class_shows_every_car_with_points_or_their_bounds() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "results miami race-1 season:2023 class:pro-am"), @"
    Castro won Race 1 at Miami (Pro-Am).
    Porsche Carrera Cup North America 2023 · Miami Pro-Am results

    Race 1 · Round 5 · Sat 6 May
       P No Driver                   Pts      Time Team
       1 65 Efrin Castro           25–27 40:44.054 Kellymoss
       2 82 Marco Cirone           20–22 40:44.297 ACI Motorsports
       3 32 Kyle Washington        17–19 40:47.033 GMG Racing
       4 44 Moisey Uretsky         15–17 40:47.562 Accelerating Performance
       5 68 Chris Bellomo          12–14 40:49.431 MDK Motorsports
       6 69 Thomas Collingwood     10–12 40:50.773 BGB Motorsports
       7 27 Christian Cole          9–11 40:53.559 McCann Racing
       8 42 Don Yount               8–10 40:57.046 MDK Motorsports
       9 89 Todd Parriott            7–9 40:58.592 GMG Racing
      10 56 Jeff Mosing        DNF   0–8 36:50.235 Topp Racing
    Fastest lap: Moisey Uretsky (2:00.317)* · Pole: not known
    * Fastest lap: worked out; the best lap of the classification.
    16 laps.
    ");
}

#[test]
fn a_weekend_in_short_shows_the_best_of_each_class() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "results miami season:2023"), @"
    Winners at Miami: Dickinson (Pro), Castro (Pro-Am) and Kvamme (Am) in Race 1; Dickinson (Pro) and Kvamme (Am) in Race 2.
    Porsche Carrera Cup North America 2023 · Miami results

    Race 1 · Round 5 · Sat 6 May
    Pro
      P No Driver          Pts      Time Team
      1 53 Riley Dickinson  28 40:34.588 Kellymoss
      2 17 Tom Sargent      20 40:36.483 McElrea Racing
      3  8 Michael McCann   17 40:38.519 McCann Racing
    Pole: Riley Dickinson* · Fastest lap: Riley Dickinson (1:58.527)*
    and 18 more
    Pro-Am
      P No Driver            Pts      Time Team
      1 65 Efrin Castro    25–27 40:44.054 Kellymoss
      2 82 Marco Cirone    20–22 40:44.297 ACI Motorsports
      3 32 Kyle Washington 17–19 40:47.033 GMG Racing
    Fastest lap: Moisey Uretsky (2:00.317)*
    and 7 more
    Am
      P No Driver          Pts      Time Team
      1 43 Mark Kvamme      28 40:50.603 MDK Motorsports
      2 63 Michael Merritt  20 40:52.236 McCann Racing
      3 83 James McCann     17 40:58.057 McCann Racing
    Pole: Mark Kvamme · Fastest lap: Mark Kvamme (2:01.710)*
    and 6 more
    * worked out from other facts

    Race 2 · Round 6 · Sun 7 May
    Pro
      P No Driver          Pts Team
      1 53 Riley Dickinson  28 Kellymoss
      2  9 Will Martin      20 JDX Racing
      3 98 Alex Sedgwick    17 JDX Racing
    Pole: Riley Dickinson* · Fastest lap: Riley Dickinson*
    and 3 more
    Am
      P No Driver        Pts Team
      1 43 Mark Kvamme 25–28 MDK Motorsports
    Only the winner is known.
    Pro-Am: not known.
    * worked out from other facts
    ");
}

#[test]
fn a_weekend_of_another_season_is_asked_for_there() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, r#"results "long beach""#), @r"
    Not known
    Long Beach is not in the 2024 season as far as the packs tell. It is in 2023.
    Try results weekend:long-beach season:2023
    ");
}

#[test]
fn after_the_season_the_last_weekend_is_meant() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "results"), @"
    Not known: the packs do not tell who won at Circuit of The Americas.
    Porsche Carrera Cup North America 2024 · Circuit of The Americas results

    Race 1 · Round 15 · Sat 19 Oct
    Masters
      P No Driver            Pts Team
      2 32 Kyle Washington 20–23 GMG Racing
    Only these are known.
    Pro and Pro-Am: not known.
    Three yellows; 12 green laps.

    Race 2 · Round 16 · Sun 20 Oct
    Pro, Pro-Am and Masters: not known.
    Masters: Bellomo crossed the line right behind Blind, and Halcome gained one place in the last corner.
    Ryan Yardley won one of the two Pro races, chased by Loek Hartog and Zachary Vanier; which one is not told.
    ");
}

#[test]
fn places_that_are_one_of_several_are_shown_so() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "results cota race-1 season:2023"), @"
    Dickinson won Race 1 at Circuit of The Americas (Pro); Sofronas won Pro-Am; not known in Am.
    Porsche Carrera Cup North America 2023 · Circuit of The Americas results

    Race 1 · Round 15 · Sat 21 Oct
    Pro
            P No Driver            Pts Team
            1 53 Riley Dickinson 25–28 Kellymoss
      6/10/12 64 Dan Clarke       4–13 NOLASPORT
    Pole: not known · Fastest lap: not known
    Only these are known.
    Dan Clarke: 12th in the page's text, 6th in its table.
    Pro-Am
      P Driver           Pts Team
      1 James Sofronas 25–28 GMG Racing
    Pole: not known · Fastest lap: not known
    Only the winner is known.
    Am: not known.
    Sources differ: Clarke's Race 1 at the Circuit of The Americas is 12th in his team's text. The same page's table says 6th.
    ");
}

#[test]
fn half_points_and_the_order_over_all_cars() {
    assert_snapshot!(ask("2026-03-16T00:00:00Z", "results series:pcca class:masters"), @"
    Winners at Shanghai: Wu (Masters) in Race 1; Shen (Masters) in Race 2.
    Porsche Carrera Cup Asia 2026 · Shanghai Masters results

    Race 1 · Round 1 · Sat 14 Mar
      P  No Driver        Pts
      1 969 Jacky Wu     14.5
      2  16 John Shen      10
      3  65 Douglas Khoo  8.5
    Pole: Jacky Wu · Second pole: Jacky Wu · Fastest lap: nobody
    Half points.

    Race 2 · Round 2 · Sun 15 Mar
      P  No Driver       Pts
      1  16 John Shen     25
      2 969 Jacky Wu      21
      3  65 Douglas Khoo  17
    Fastest lap: Jacky Wu
    The weekend's poles stand with its first race.
    ");
}

#[test]
fn weekends_without_results_are_named() {
    assert_snapshot!(ask("2026-12-01T00:00:00Z", "results masters series:pcca"), @"
    Not known: the packs do not tell who won at Marina Bay.
    Porsche Carrera Cup Asia 2026 · Marina Bay Masters results
    Race 1 is over; its result is not in the packs.
    Race 2 is over; its result is not in the packs.

    Last known: Porsche Carrera Cup Asia 2026 · Bangsaen Masters results
    Winners at Bangsaen: Shen (Masters) in Race 1; D Silva (Masters) in Race 2.

    Race 1 · Round 7 · Sat 4 Jul
      P  No Driver             Pts
      1  16 John Shen           25
      2  61 Adrian D Silva      23
      – 969 Jacky Wu       DNF   0
    Pole: Adrian D Silva · Second pole: Adrian D Silva · Fastest lap: Adrian D Silva

    Race 2 · Round 8 · Sun 5 Jul
      P  No Driver         Pts
      1  61 Adrian D Silva  25
      2  16 John Shen       21
      3 969 Jacky Wu        17
    Fastest lap: John Shen
    The weekend's poles stand with its first race.
    ");
}

#[test]
fn an_unknown_session_is_asked_back() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "results cota session:practice-2"), @r"
    Not understood
    I know no session called 'practice-2'. The nearest: Practice (session), Qualifying (session), Race 1 (session) or Race 2 (session).
    Try results weekend:cota session:practice
    Try results weekend:cota session:qualifying
    Try results weekend:cota session:race-1
    Try results weekend:cota session:race-2
    ");
}

#[test]
fn the_last_weekend_can_be_named_so() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "results last weekend race-2 masters"), @"
    Halcome won Race 2 at Montréal (Masters).
    Porsche Carrera Cup North America 2024 · Montréal Masters results

    Race 2 · Round 6 · Sun 9 Jun
      P No Driver         Pts Team
      1 55 Matt Halcome 25–28 ACI Motorsports
    Pole: not known · Fastest lap: not known
    Only the winner is known.
    Finished under yellow.
    Masters: Am until 2023.
    ");
}
