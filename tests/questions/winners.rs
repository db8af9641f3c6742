//! Winners of weekends and seasons.

use insta::assert_snapshot;

use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN, BETWEEN_THE_RACES, ask, ask_whole};

#[test]
fn a_class_answers_to_its_name_of_another_year() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "winners watkins-glen season:2023 class:masters"), @"
    Winners at Watkins Glen: Goetz (Am) in Race 1; Kvamme (Am) in Race 2.
    Porsche Carrera Cup North America 2023 · Watkins Glen Am winners

    Race 1 · Round 7 · Fri 23 Jun
    Am: John Goetz (No. 57, Wright Motorsports)

    Race 2 · Round 8 · Sat 24 Jun
    Am: Mark Kvamme (No. 43, MDK Motorsports)
    Am: Masters since 2024.
    ");
}

#[test]
fn without_a_weekend_the_last_one_is_meant() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "winners"), @"
    Winners at Montréal: Baltas (Pro), Sofronas (Pro-Am) and Halcome (Masters) in Race 1; Hartog (Pro), Uretsky (Pro-Am) and Halcome (Masters) in Race 2.
    Porsche Carrera Cup North America 2024 · Montréal winners

    Race 1 · Round 5 · Sat 8 Jun
    Pro: Yves Baltas (No. 15, MDK Motorsports)
    Pro-Am: James Sofronas (No. 14, GMG Racing)
    Masters: Matt Halcome (No. 55, ACI Motorsports)

    Race 2 · Round 6 · Sun 9 Jun
    Pro: Loek Hartog (No. 24, Kellymoss)
    Pro-Am: Moisey Uretsky (No. 44, Baby Bull Racing)
    Masters: Matt Halcome (No. 55, ACI Motorsports)
    ");
}

#[test]
fn races_to_come_point_to_the_last_time() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "winners the glen"), @"
    Not yet: Race 1 at Watkins Glen starts Fri 21 Jun at 4:20 PM EDT.
    Porsche Carrera Cup North America 2024 · Watkins Glen winners
    Race 1 has not been run yet: Fri 21 Jun, 4:20 PM EDT.
    Race 2 has not been run yet: Sat 22 Jun, 11:00 AM EDT.
    Last time: winners weekend:watkins-glen season:2023
    ");
}

#[test]
fn between_the_races_what_is_not_known_is_said() {
    assert_snapshot!(ask(BETWEEN_THE_RACES, "winners"), @"
    Winners at Watkins Glen: Yardley (Pro) in Race 1; Race 2 still to come.
    Porsche Carrera Cup North America 2024 · Watkins Glen winners

    Race 1 · Round 7 · Fri 21 Jun
    Pro: Ryan Yardley (No. 78, Topp Racing)*
    Pro-Am: not known
    Masters: not known
    Race 2 has not been run yet: Sat 22 Jun, 11:00 AM EDT.
    * worked out from other facts
    ");
}

#[test]
fn a_season_is_listed_class_by_class() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "winners season:2024"), @"
    Winners known of 16 races in 2024: 7 in Pro-Am, 4 in Masters and 9 in Pro.
    Porsche Carrera Cup North America 2024 · Winners

    Pro
       R Weekend      Winner         Team
       4 Miami        Zachary Vanier JDX Racing
       5 Montréal     Yves Baltas    MDK Motorsports
       6 Montréal     Loek Hartog    Kellymoss
       7 Watkins Glen Ryan Yardley*  Topp Racing
       8 Watkins Glen Alex Sedgwick  JDX Racing
       9 Road America Loek Hartog*   Kellymoss
      10 Road America Loek Hartog*   Kellymoss
      11 Indianapolis Loek Hartog    Kellymoss
      12 Indianapolis Loek Hartog    Kellymoss
    Not known: rounds 1, 2, 3, 13, 14, 15 and 16.

    Pro-Am
       R Weekend      Winner         Team
       1 Sebring      James Sofronas GMG Racing
       4 Miami        Moisey Uretsky Baby Bull Racing
       5 Montréal     James Sofronas GMG Racing
       6 Montréal     Moisey Uretsky Baby Bull Racing
      10 Road America James Sofronas GMG Racing
      11 Indianapolis Alan Metni     Kellymoss
      12 Indianapolis Alan Metni     Kellymoss
    Not known: rounds 2, 3, 7, 8, 9, 13, 14, 15 and 16.

    Masters
      R Weekend  Winner       Team
      3 Miami    Mark Kvamme  MDK Motorsports
      4 Miami    Mark Kvamme  MDK Motorsports
      5 Montréal Matt Halcome ACI Motorsports
      6 Montréal Matt Halcome ACI Motorsports
    Not known: rounds 1, 2, 7, 8, 9, 10, 11, 12, 13, 14, 15 and 16.
    Indianapolis: Scott Blind and Richard Edge won the two Masters races; which won which is not told.
    Road Atlanta: Ryan Yardley won one of the two Pro races; which one is not told.
    Circuit of The Americas: Ryan Yardley won one of the two Pro races, chased by Loek Hartog and Zachary Vanier; which one is not told.
    * worked out from other facts
    ");
}

#[test]
fn a_season_of_one_class() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "winners masters season:2023"), @"
    Winners known of 16 races in 2023: 13 in Am.
    Porsche Carrera Cup North America 2023 · Am winners

    Am
       R Weekend                 Winner       Team
       3 Long Beach              Mark Kvamme* MDK Motorsports
       4 Long Beach              Mark Kvamme  MDK Motorsports
       5 Miami                   Mark Kvamme  MDK Motorsports
       6 Miami                   Mark Kvamme  MDK Motorsports
       7 Watkins Glen            John Goetz   Wright Motorsports
       8 Watkins Glen            Mark Kvamme  MDK Motorsports
       9 Road America            Scott Noble  MDK Motorsports
      10 Road America            Scott Noble  MDK Motorsports
      11 Indianapolis            Scott Noble  MDK Motorsports
      12 Indianapolis            Scott Noble  MDK Motorsports
      13 Laguna Seca             Scott Noble  MDK Motorsports
      14 Laguna Seca             Scott Noble  MDK Motorsports
      16 Circuit of The Americas Mark Kvamme  MDK Motorsports
    Not known: rounds 1, 2 and 15.
    * worked out from other facts
    Am: Masters since 2024.
    ");
}

#[test]
fn who_won_one_of_two_races_is_told() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "winners indianapolis"), @"
    Winners at Indianapolis: Hartog (Pro) and Metni (Pro-Am) in Race 1; Hartog (Pro) and Metni (Pro-Am) in Race 2.
    Porsche Carrera Cup North America 2024 · Indianapolis winners

    Race 1 · Round 11 · Fri 20 Sep
    Pro: Loek Hartog (No. 24, Kellymoss)
    Pro-Am: Alan Metni (No. 99, Kellymoss)
    Masters: not known

    Race 2 · Round 12 · Sat 21 Sep
    Pro: Loek Hartog (No. 24, Kellymoss)
    Pro-Am: Alan Metni (No. 99, Kellymoss)
    Masters: not known
    Scott Blind and Richard Edge won the two Masters races; which won which is not told.
    ");
}

#[test]
fn the_order_over_all_cars_has_winners_too() {
    assert_snapshot!(ask("2026-05-11T00:00:00Z", "winners series:pcca"), @"
    Winners at Fuji: Amand, Wu (Am) and Shen (Masters) in Race 1; Amand, Wang (Pro-Am), Kwong (Am) and D Silva (Masters) in Race 2.
    Porsche Carrera Cup Asia 2026 · Fuji winners

    Race 1 · Round 5 · Sat 9 May
    Overall: Marcus Amand (No. 3)
    Pro-Am: not known
    Am: Wu Jiaxin (No. 33)
    Masters: John Shen (No. 16)

    Race 2 · Round 6 · Sun 10 May
    Overall: Marcus Amand (No. 3)
    Pro-Am: Wang Zhongwei (No. 22)
    Am: Eric Kwong (No. 23)
    Masters: Adrian D Silva (No. 61)
    ");
}

#[test]
fn an_answer_ends_with_its_sources_its_pack_and_its_moment() {
    assert_snapshot!(ask_whole(BEFORE_THE_GLEN, "winners watkins-glen season:2023 class:masters"), @"
    Winners at Watkins Glen: Goetz (Am) in Race 1; Kvamme (Am) in Race 2.
    Porsche Carrera Cup North America 2023 · Watkins Glen Am winners

    Race 1 · Round 7 · Fri 23 Jun
    Am: John Goetz (No. 57, Wright Motorsports)

    Race 2 · Round 8 · Sat 24 Jun
    Am: Mark Kvamme (No. 43, MDK Motorsports)
    Am: Masters since 2024.

    Source: IMSA: preview of Watkins Glen 2024 (2024-06-21) · rehearsal, as of 2024-06-20 12:00 UTC
    ");
}
