//! Every id that the records of a season use for another record, with the place where it stands.

use std::fmt::Arguments;

use super::scope::SeasonScope;
use crate::dataset::read::json_path::PathKey;
use crate::domain::{
    Award, Championship, Classification, Complete, Conflict, Entry, FieldSize, Note, PublishedTable, Ranks, Row, Rules,
    Season, SessionRef, Slug, SourceId, Span, Weekend, Weekends, When,
};

/// What an id is the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceKind {
    Driver,
    Team,
    Make,
    Circuit,
    Class,
    Championship,
    Rules,
    Weekend,
    Round,
    Source,
}

/// Takes one mention: the kind of id, the place in the file, the id.
type VisitReference<'v> = &'v mut dyn FnMut(ReferenceKind, Arguments<'_>, &Slug);

/// Calls `visit` with the file, the kind, the place and the id of every mention in a season.
pub fn each(scope: &SeasonScope<'_>, visit: &mut dyn FnMut(&str, ReferenceKind, Arguments<'_>, &Slug)) {
    let season = scope.season;
    let file = scope.file("season.json");
    in_season(season, &mut |kind, path, id| visit(&file, kind, path, id));
    let file = scope.file("weekends.json");
    for (w, weekend) in season.weekends.iter().enumerate() {
        in_weekend(format_args!("$.weekends[{w}]"), weekend, &mut |kind, path, id| {
            visit(&file, kind, path, id);
        });
    }
    let file = scope.file("entries.json");
    for (e, entry) in season.entries.iter().enumerate() {
        in_entry(format_args!("$.entries[{e}]"), entry, &mut |kind, path, id| {
            visit(&file, kind, path, id);
        });
    }
    for (s, size) in season.field_sizes.iter().enumerate() {
        in_field_size(format_args!("$.field_sizes[{s}]"), size, &mut |kind, path, id| {
            visit(&file, kind, path, id);
        });
    }
    let file = scope.file("results.json");
    for (c, classification) in season.classifications.iter().enumerate() {
        let at = format_args!("$.classifications[{c}]");
        in_classification(season, at, classification, &mut |kind, path, id| {
            visit(&file, kind, path, id);
        });
    }
    let file = scope.file("published.json");
    in_published(season, &mut |kind, path, id| visit(&file, kind, path, id));
}

/// Calls `visit` with the file, the place and the name of every session that a season's records name.
pub fn sessions(scope: &SeasonScope<'_>, visit: &mut dyn FnMut(&str, Arguments<'_>, &SessionRef)) {
    let season = scope.season;
    let file = scope.file("season.json");
    let mut list = |at: Arguments<'_>, sessions: &[SessionRef]| {
        for (index, session) in sessions.iter().enumerate() {
            visit(&file, format_args!("{at}[{index}]"), session);
        }
    };
    whens(season, &mut |at, when| {
        list(format_args!("{at}.sessions"), &when.sessions);
    });
    for (a, adjustment) in season.adjustments.iter().enumerate() {
        let annulled = adjustment.annul.as_ref().map_or(&[][..], |annul| &annul.sessions);
        list(format_args!("$.adjustments[{a}].annul.sessions"), annulled);
    }
    let file = scope.file("results.json");
    for (c, classification) in season.classifications.iter().enumerate() {
        visit(
            &file,
            format_args!("$.classifications[{c}].session"),
            &classification.session,
        );
    }
}

/// Calls `visit` with the place of every `when` in a season's rules.
pub fn whens(season: &Season, visit: &mut dyn FnMut(Arguments<'_>, &When)) {
    for (id, rules) in &season.rules {
        let at = format!("$.rules{}", PathKey(id.as_str()));
        for (index, scale) in rules.scales.iter().flatten().enumerate() {
            visit(format_args!("{at}.scales[{index}].when"), &scale.when);
        }
        for (index, factor) in rules.factors.iter().enumerate() {
            visit(format_args!("{at}.factors[{index}].when"), &factor.when);
        }
        for (index, award) in rules.awards.iter().flatten().enumerate() {
            visit(format_args!("{at}.awards[{index}].when"), &award.when);
        }
    }
}

/// The mentions in a note, which a series has too.
pub fn in_note(at: Arguments<'_>, note: &Note, visit: VisitReference<'_>) {
    list(ReferenceKind::Driver, at, "drivers", &note.drivers, visit);
    sources(at, &note.sources, visit);
}

/// The sources of a record.
pub fn sources(at: Arguments<'_>, sources: &[SourceId], visit: VisitReference<'_>) {
    list(ReferenceKind::Source, at, "sources", sources, visit);
}

fn list(kind: ReferenceKind, at: Arguments<'_>, key: &str, ids: &[impl AsRef<Slug>], visit: VisitReference<'_>) {
    for (index, id) in ids.iter().enumerate() {
        visit(kind, format_args!("{at}.{key}[{index}]"), id.as_ref());
    }
}

fn one(kind: ReferenceKind, at: Arguments<'_>, key: &str, id: Option<&impl AsRef<Slug>>, visit: VisitReference<'_>) {
    if let Some(id) = id {
        visit(kind, format_args!("{at}.{key}"), id.as_ref());
    }
}

/// Somebody a championship ranks, and the championship.
fn competitor(season: &Season, at: Arguments<'_>, championship: &Slug, id: &Slug, visit: VisitReference<'_>) {
    visit(
        ReferenceKind::Championship,
        format_args!("{at}.championship"),
        championship,
    );
    ranked(season, format_args!("{at}.competitor"), championship, id, visit);
}

fn ranked(season: &Season, path: Arguments<'_>, championship: &Slug, id: &Slug, visit: VisitReference<'_>) {
    // Of an unknown championship it cannot be said whether it ranks drivers or teams.
    if let Some(championship) = season.championship(championship.as_str()) {
        let kind = match championship.ranks {
            Ranks::Driver => ReferenceKind::Driver,
            Ranks::Entrant => ReferenceKind::Team,
            Ranks::Make => ReferenceKind::Make,
            // A car is named by its number, which no record explains further.
            Ranks::Car => return,
        };
        visit(kind, path, id);
    }
}

fn in_season(season: &Season, visit: VisitReference<'_>) {
    for (c, class) in season.classes.iter().enumerate() {
        sources(format_args!("$.classes[{c}]"), &class.sources, visit);
    }
    for (c, championship) in season.championships.iter().enumerate() {
        in_championship(format_args!("$.championships[{c}]"), championship, visit);
    }
    for (id, rules) in &season.rules {
        in_rules(format_args!("$.rules{}", PathKey(id.as_str())), rules, visit);
    }
    whens(season, &mut |at, when| in_when(at, when, visit));
    for (a, adjustment) in season.adjustments.iter().enumerate() {
        let at = format_args!("$.adjustments[{a}]");
        competitor(season, at, &adjustment.championship, &adjustment.competitor, visit);
        if let Some(behind) = &adjustment.ahead_of {
            let path = format_args!("{at}.ahead_of");
            ranked(season, path, &adjustment.championship, behind, visit);
        }
        let annulled = adjustment.annul.iter().flat_map(|annul| &annul.sessions);
        for (s, session) in annulled.enumerate() {
            visit(
                ReferenceKind::Weekend,
                format_args!("{at}.annul.sessions[{s}]"),
                &session.weekend,
            );
        }
        sources(at, &adjustment.sources, visit);
    }
    for (n, note) in season.notes.iter().enumerate() {
        in_note(format_args!("$.notes[{n}]"), note, visit);
    }
    for (c, conflict) in season.conflicts.iter().enumerate() {
        in_conflict(format_args!("$.conflicts[{c}]"), conflict, visit);
    }
}

fn in_championship(at: Arguments<'_>, championship: &Championship, visit: VisitReference<'_>) {
    one(ReferenceKind::Class, at, "class", championship.class.as_ref(), visit);
    list(
        ReferenceKind::Weekend,
        at,
        "weekends",
        championship.weekends.as_deref().unwrap_or_default(),
        visit,
    );
    one(ReferenceKind::Rules, at, "rules", championship.rules.as_ref(), visit);
    sources(at, &championship.sources, visit);
}

fn in_rules(at: Arguments<'_>, rules: &Rules, visit: VisitReference<'_>) {
    for (index, scale) in rules.scales.iter().flatten().enumerate() {
        sources(format_args!("{at}.scales[{index}]"), &scale.sources, visit);
    }
    for (index, factor) in rules.factors.iter().enumerate() {
        sources(format_args!("{at}.factors[{index}]"), &factor.sources, visit);
    }
    for (index, award) in rules.awards.iter().flatten().enumerate() {
        sources(format_args!("{at}.awards[{index}]"), &award.sources, visit);
    }
    for (index, drops) in rules.drops.iter().flatten().enumerate() {
        let at = format_args!("{at}.drops[{index}]");
        in_span(format_args!("{at}.rounds"), drops.rounds.as_ref(), visit);
        one(ReferenceKind::Round, at, "until", drops.until.as_ref(), visit);
        one(ReferenceKind::Round, at, "from", drops.from.as_ref(), visit);
        sources(at, &drops.sources, visit);
    }
    for (index, phase) in rules.phases.iter().enumerate() {
        let at = format_args!("{at}.phases[{index}]");
        visit(ReferenceKind::Round, format_args!("{at}.from"), &phase.from);
        sources(at, &phase.sources, visit);
    }
    if let Some(ties) = &rules.ties {
        sources(format_args!("{at}.ties"), &ties.sources, visit);
    }
}

fn in_when(at: Arguments<'_>, when: &When, visit: VisitReference<'_>) {
    list(ReferenceKind::Weekend, at, "weekends", &when.weekends, visit);
    for (index, session) in when.sessions.iter().enumerate() {
        visit(
            ReferenceKind::Weekend,
            format_args!("{at}.sessions[{index}]"),
            &session.weekend,
        );
    }
    in_span(format_args!("{at}.rounds"), when.rounds.as_ref(), visit);
}

fn in_span(at: Arguments<'_>, span: Option<&Span>, visit: VisitReference<'_>) {
    if let Some(span) = span {
        one(ReferenceKind::Round, at, "from", span.from.as_ref(), visit);
        one(ReferenceKind::Round, at, "to", span.to.as_ref(), visit);
    }
}

fn in_conflict(at: Arguments<'_>, conflict: &Conflict, visit: VisitReference<'_>) {
    one(
        ReferenceKind::Championship,
        at,
        "championship",
        conflict.championship.as_ref(),
        visit,
    );
    one(ReferenceKind::Round, at, "after", conflict.after.as_ref(), visit);
    one(ReferenceKind::Weekend, at, "weekend", conflict.weekend.as_ref(), visit);
    sources(at, &conflict.sources, visit);
}

fn in_weekend(at: Arguments<'_>, weekend: &Weekend, visit: VisitReference<'_>) {
    visit(ReferenceKind::Circuit, format_args!("{at}.circuit"), &weekend.circuit);
    sources(at, &weekend.sources, visit);
    for (s, session) in weekend.sessions.iter().enumerate() {
        sources(format_args!("{at}.sessions[{s}]"), &session.sources, visit);
    }
    for (n, note) in weekend.notes.iter().enumerate() {
        in_note(format_args!("{at}.notes[{n}]"), note, visit);
    }
}

fn in_entry(at: Arguments<'_>, entry: &Entry, visit: VisitReference<'_>) {
    list(ReferenceKind::Driver, at, "drivers", &entry.drivers, visit);
    one(ReferenceKind::Team, at, "team", entry.team.as_ref(), visit);
    one(ReferenceKind::Make, at, "make", entry.make.as_ref(), visit);
    one(ReferenceKind::Class, at, "class", entry.class.as_ref(), visit);
    if let Some(Weekends::Only(weekends)) = &entry.weekends {
        list(ReferenceKind::Weekend, at, "weekends", weekends, visit);
    }
    sources(at, &entry.sources, visit);
}

fn in_field_size(at: Arguments<'_>, size: &FieldSize, visit: VisitReference<'_>) {
    visit(ReferenceKind::Weekend, format_args!("{at}.weekend"), &size.weekend);
    for class in size.classes.keys() {
        visit(
            ReferenceKind::Class,
            format_args!("{at}.classes{}", PathKey(class.as_str())),
            class,
        );
    }
    sources(at, &size.sources, visit);
}

fn in_classification(season: &Season, at: Arguments<'_>, classification: &Classification, visit: VisitReference<'_>) {
    visit(
        ReferenceKind::Weekend,
        format_args!("{at}.session"),
        &classification.session.weekend,
    );
    if let Complete::Classes(classes) = &classification.complete {
        list(ReferenceKind::Class, at, "complete", classes, visit);
    }
    sources(at, &classification.sources, visit);
    for (r, row) in classification.rows.iter().enumerate() {
        in_row(format_args!("{at}.rows[{r}]"), row, visit);
    }
    for (a, award) in classification.awards.iter().enumerate() {
        in_award(format_args!("{at}.awards[{a}]"), award, visit);
    }
    for (c, cell) in classification.cells.iter().enumerate() {
        let at = format_args!("{at}.cells[{c}]");
        competitor(season, at, &cell.championship, &cell.competitor, visit);
        sources(at, &cell.sources, visit);
    }
    for (p, penalty) in classification.penalties.iter().enumerate() {
        let at = format_args!("{at}.penalties[{p}]");
        one(ReferenceKind::Driver, at, "driver", Some(&penalty.driver), visit);
        sources(at, &penalty.sources, visit);
    }
}

fn in_row(at: Arguments<'_>, row: &Row, visit: VisitReference<'_>) {
    one(ReferenceKind::Class, at, "class", row.class.as_ref(), visit);
    one(ReferenceKind::Driver, at, "driver", row.driver.as_ref(), visit);
    for (c, member) in row.crew.iter().enumerate() {
        visit(ReferenceKind::Driver, format_args!("{at}.crew[{c}]"), member.driver());
    }
    one(ReferenceKind::Team, at, "team", row.team.as_ref(), visit);
    one(ReferenceKind::Make, at, "make", row.make.as_ref(), visit);
    sources(at, &row.sources, visit);
}

fn in_award(at: Arguments<'_>, award: &Award, visit: VisitReference<'_>) {
    one(ReferenceKind::Class, at, "class", award.class.as_ref(), visit);
    one(ReferenceKind::Driver, at, "driver", award.driver.as_ref(), visit);
    sources(at, &award.sources, visit);
}

fn in_published(season: &Season, visit: VisitReference<'_>) {
    for (t, table) in season.tables.iter().enumerate() {
        in_table(season, format_args!("$.tables[{t}]"), table, visit);
    }
    for (t, tally) in season.tallies.iter().enumerate() {
        let at = format_args!("$.tallies[{t}]");
        competitor(season, at, &tally.championship, &tally.competitor, visit);
        one(ReferenceKind::Round, at, "after", Some(&tally.after), visit);
        sources(at, &tally.sources, visit);
    }
}

fn in_table(season: &Season, at: Arguments<'_>, table: &PublishedTable, visit: VisitReference<'_>) {
    visit(
        ReferenceKind::Championship,
        format_args!("{at}.championship"),
        &table.championship,
    );
    visit(ReferenceKind::Round, format_args!("{at}.after"), &table.after);
    sources(at, &table.sources, visit);
    for (r, row) in table.rows.iter().enumerate() {
        let at = format_args!("{at}.rows[{r}]");
        ranked(
            season,
            format_args!("{at}.competitor"),
            &table.championship,
            &row.competitor,
            visit,
        );
        for round in row.cells.keys() {
            visit(
                ReferenceKind::Round,
                format_args!("{at}.cells{}", PathKey(round.as_str())),
                round,
            );
        }
    }
}
