//! Entry lists and how much of them is known.

use insta::assert_snapshot;
use serde_json::json;

use crate::scoring::invented::{Invented, order, plain};
use crate::scoring::loaded;
use crate::support::ask::{AFTER_THE_SEASON, BEFORE_THE_GLEN, ask, ask_of};

#[test]
fn the_list_of_the_running_weekend_says_how_much_is_known() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "entries"), @"
    35 cars are entered for Watkins Glen: 15 Pro, 11 Pro-Am and 9 Masters.
    Porsche Carrera Cup North America 2024 · Watkins Glen entries
    20 of 35 entries are known.
    12 teams are entered.

    Pro: 15 entries
      No Driver               Team
       2 Jimmy Llibre         ACI Motorsports
       4 Elias De La Torre IV JDX Racing
       5 Ángel Benítez        Momentop FMS Motorsport x RGB Racing
       8 Michael McCann       McCann Racing
       9 Zachary Vanier       JDX Racing
      15 Yves Baltas          MDK Motorsports
      24 Loek Hartog          Kellymoss
      37 Sabré Cook
      64 (name not known)
      77 (name not known)     Topp Racing
      78 Ryan Yardley         Topp Racing
      82 Madeline Stewart     JDX Racing
      85 (name not known)     Kellymoss
      88 Michael Cooper       Baby Bull Racing
      98 Alex Sedgwick        JDX Racing

    Pro-Am: 5 of 11 known
      No Driver           Team             From
      44 Moisey Uretsky   Baby Bull Racing Miami, Florida
      56 (name not known) Topp Racing
      65 Efrin Castro     Kellymoss
      84 Marco Cirone     ACI Motorsports  Toronto
      99 Alan Metni       Kellymoss        Austin, Texas

    Masters: 0 of 9 known
    No entry is known for sure.
    Entered in the season, at which weekends is not told: Jordan Wallace (Pro-Am), Pedro Torres (Pro-Am), Mark Kvamme (Masters), Matt Halcome (Masters), Chris Bellomo (Masters), John Goetz (Masters), Kyle Washington (Masters), Scott Blind (Masters) and Richard Edge (Masters).
    ");
}

#[test]
fn a_list_is_not_known_before_its_weekend() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, r#"entries "road america""#), @"
    The entry list for Road America is not known before 1 Aug 2024.
    Porsche Carrera Cup North America 2024 · Road America entries
    ");
}

#[test]
fn who_is_seen_in_the_results_is_listed() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "entries the glen masters"), @"
    9 cars are entered for Watkins Glen in Masters.
    Porsche Carrera Cup North America 2024 · Watkins Glen Masters entries

    Masters: 1 of 9 known
      No Driver      Team            From
      43 Mark Kvamme MDK Motorsports Columbus, Ohio
    Entered in the season, at which weekends is not told: Matt Halcome (Masters), Chris Bellomo (Masters), John Goetz (Masters), Kyle Washington (Masters), Scott Blind (Masters) and Richard Edge (Masters).
    ");
}

#[test]
fn a_complete_list() {
    assert_snapshot!(ask(BEFORE_THE_GLEN, "entries miami pro-am season:2023"), @"
    10 cars are entered for Miami in Pro-Am.
    Porsche Carrera Cup North America 2023 · Miami Pro-Am entries

    Pro-Am: 10 entries
      No Driver             Team                     From
      27 Christian Cole     McCann Racing
      32 Kyle Washington    GMG Racing
      42 Don Yount          MDK Motorsports
      44 Moisey Uretsky     Accelerating Performance Miami, Florida
      56 Jeff Mosing        Topp Racing              Austin, Texas
      65 Efrin Castro       Kellymoss
      68 Chris Bellomo      MDK Motorsports          Portola Valley, California
      69 Thomas Collingwood BGB Motorsports
      82 Marco Cirone       ACI Motorsports          Toronto
      89 Todd Parriott      GMG Racing
    ");
}

#[test]
fn a_season_lists_who_was_entered_so_far() {
    assert_snapshot!(ask(AFTER_THE_SEASON, "entries season:2024 pro"), @"
    21 Pro entries are known of 2024 so far.
    Porsche Carrera Cup North America 2024 · Pro entries

    Pro: 21 known
      No Driver               Team
       2 Jimmy Llibre         ACI Motorsports
       4 Elias De La Torre IV JDX Racing
       5 Ángel Benítez        Momentop FMS Motorsport x RGB Racing
       8 Michael McCann       McCann Racing
       8 Michael McCann       Kellymoss
       9 Zachary Vanier       JDX Racing
      15 Yves Baltas          MDK Motorsports
      15 Yves Baltas          ACI Motorsports
      20 (name not known)     MDK Motorsports
      24 Loek Hartog          Kellymoss
      27 Thomas Kiefer        Momentop FMS Motorsport x RGB Racing
      37 Sabré Cook
      37 Sabré Cook           ERA Motorsport
      64 (name not known)
      77 (name not known)     Topp Racing
      78 Ryan Yardley         Topp Racing
      82 Madeline Stewart     JDX Racing
      85 (name not known)     Kellymoss
      88 Michael Cooper       Baby Bull Racing
      91 Michael Verhagen     Momentop FMS Motorsport x RGB Racing
      98 Alex Sedgwick        JDX Racing
    ");
}

#[test]
fn a_season_without_entries_says_so() {
    let mut race = order(&["ann"]);
    race["rows"][0]["class"] = json!("gt");
    let mut season = Invented::new(&plain(), vec![race]);
    season.entries = json!([]);
    let packs = loaded(&season.files()).unwrap();
    assert_snapshot!(ask_of(&packs, "2030-04-01T00:00:00Z", "entries season:2030"), @"
    No entry of 2030 is known.
    Test Series 2030 · Entries
    ");
}
