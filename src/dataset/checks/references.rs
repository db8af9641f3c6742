//! Every id that one record uses is the id of another.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::fmt::Arguments;

use super::mentions::{self, ReferenceKind};
use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeasonScope, SeriesScope};
use crate::dataset::suggest::nearest;
use crate::domain::Slug;

pub const RULES: &[Rule] = &[
    Rule {
        name: "unknown-driver",
        holds: "every driver that is named stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Driver)),
    },
    Rule {
        name: "unknown-driver",
        holds: "every driver of a series' note stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Series(|scope, report| look_in_series(scope, report, ReferenceKind::Driver)),
    },
    Rule {
        name: "unknown-team",
        holds: "every team that is named stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Team)),
    },
    Rule {
        name: "unknown-make",
        holds: "every make that is named stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Make)),
    },
    Rule {
        name: "unknown-circuit",
        holds: "every weekend's circuit stands in circuits.json",
        needs: &["circuits.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Circuit)),
    },
    Rule {
        name: "unknown-class",
        holds: "every class that is named stands in season.json",
        needs: &["season.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Class)),
    },
    Rule {
        name: "unknown-championship",
        holds: "every championship that is named stands in season.json",
        needs: &["season.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Championship)),
    },
    Rule {
        name: "unknown-rules",
        holds: "the rules of every championship stand in season.json",
        needs: &["season.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Rules)),
    },
    Rule {
        name: "unknown-weekend",
        holds: "every weekend that is named stands in weekends.json",
        needs: &["weekends.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Weekend)),
    },
    Rule {
        name: "unknown-session",
        holds: "every session that is named stands in weekends.json",
        needs: &["weekends.json"],
        check: RuleCheck::Season(sessions),
    },
    Rule {
        name: "unknown-round",
        holds: "every round that is named is the label of a session in weekends.json",
        needs: &["weekends.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Round)),
    },
    Rule {
        name: "unknown-source",
        holds: "every source that is named stands in sources.json",
        needs: &["sources.json"],
        check: RuleCheck::Season(|scope, report| look(scope, report, ReferenceKind::Source)),
    },
    Rule {
        name: "unknown-source",
        holds: "every source of a driver, a team or a series' note stands in sources.json",
        needs: &["sources.json"],
        check: RuleCheck::Series(|scope, report| look_in_series(scope, report, ReferenceKind::Source)),
    },
    Rule {
        name: "unknown-source",
        holds: "every source of a circuit stands in circuits.json",
        needs: &["circuits.json"],
        check: RuleCheck::Dataset(circuits),
    },
];

/// Looks up every mention of one kind in a season.
fn look(scope: &SeasonScope<'_>, report: &mut Report<'_>, wanted: ReferenceKind) {
    let mut told = false;
    mentions::each(scope, &mut |file, kind, path, id| {
        if kind == wanted && !is_known(scope, kind, id) {
            let known = known(scope, kind);
            // Where there is none at all a file is missing, and once is enough to say so.
            if !told || !known.is_empty() {
                unknown(report, file, path, kind, id, &known);
            }
            told = true;
        }
    });
}

fn is_known(scope: &SeasonScope<'_>, kind: ReferenceKind, id: &Slug) -> bool {
    let season = scope.season;
    match kind {
        ReferenceKind::Driver => scope.series.drivers.contains_key(id),
        ReferenceKind::Team => scope.series.teams.contains_key(id),
        ReferenceKind::Make => scope.series.makes.contains_key(id),
        ReferenceKind::Circuit => scope.whole.circuit(id).is_some(),
        ReferenceKind::Class => season.class(id.as_str()).is_some(),
        ReferenceKind::Championship => season.championship(id.as_str()).is_some(),
        ReferenceKind::Rules => season.rules.contains_key(id),
        ReferenceKind::Weekend => scope.weekend(id).is_some(),
        ReferenceKind::Round => scope.round(id).is_some(),
        ReferenceKind::Source => scope.series.sources.contains_key(id),
    }
}

/// All ids of a kind: worked out for a hint only.
fn known<'c>(scope: &SeasonScope<'c>, kind: ReferenceKind) -> Vec<&'c Slug> {
    let season = scope.season;
    match kind {
        ReferenceKind::Driver => scope.series.drivers.keys().collect(),
        ReferenceKind::Team => scope.series.teams.keys().collect(),
        ReferenceKind::Make => scope.series.makes.keys().collect(),
        ReferenceKind::Circuit => scope
            .whole
            .records
            .circuits
            .iter()
            .map(|circuit| circuit.id.slug())
            .collect(),
        ReferenceKind::Class => season.classes.iter().map(|class| &class.id).collect(),
        ReferenceKind::Championship => season
            .championships
            .iter()
            .map(|championship| &championship.id)
            .collect(),
        ReferenceKind::Rules => season.rules.keys().collect(),
        ReferenceKind::Weekend => season.weekends.iter().map(|weekend| &weekend.id).collect(),
        ReferenceKind::Round => season.rounds().iter().map(|round| round.label).collect(),
        ReferenceKind::Source => scope.series.sources.keys().map(AsRef::as_ref).collect(),
    }
}

fn unknown(report: &mut Report<'_>, file: &str, path: Arguments<'_>, kind: ReferenceKind, id: &Slug, known: &[&Slug]) {
    let (what, home) = match kind {
        ReferenceKind::Driver => ("driver", "people.json"),
        ReferenceKind::Team => ("team", "people.json"),
        ReferenceKind::Make => ("make", "people.json"),
        ReferenceKind::Circuit => ("circuit", "circuits.json"),
        ReferenceKind::Class => ("class", "season.json"),
        ReferenceKind::Championship => ("championship", "season.json"),
        ReferenceKind::Rules => ("set of rules", "season.json"),
        ReferenceKind::Weekend => ("weekend", "weekends.json"),
        ReferenceKind::Round => ("round", "weekends.json"),
        ReferenceKind::Source if file == "circuits.json" => ("source", "\"sources\" of the same file"),
        ReferenceKind::Source => ("source", "sources.json"),
    };
    // Labels of rounds are mostly numbers, and no number looks like another.
    let hint = match nearest(id.as_str(), known.iter().map(|known| known.as_str())) {
        Some(near) if kind != ReferenceKind::Round => format!("did you mean '{near}'?"),
        _ if known.is_empty() => format!("there is no {what} at all; add it to {home}"),
        _ => format!("correct the id, or add the {what} to {home}"),
    };
    report.error(file, path, format!("'{id}' is no {what} here"), hint);
}

fn sessions(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    mentions::sessions(scope, &mut |file, path, named| {
        // A weekend that does not exist is another rule's fault.
        let Some(weekend) = scope.weekend(&named.weekend) else {
            return;
        };
        if weekend.session(named.session.as_str()).is_none() {
            let known = weekend.sessions.iter().map(|session| session.id.as_str());
            let hint = match nearest(named.session.as_str(), known) {
                Some(near) => format!("did you mean '{}/{near}'?", weekend.id),
                None => "correct the id, or add the session to weekends.json".to_owned(),
            };
            let message = format!("'{}' is no session of '{}'", named.session, weekend.id);
            report.error(file, path, message, hint);
        }
    });
}

/// Looks up what the series' own files mention.
fn look_in_series(scope: &SeriesScope<'_>, report: &mut Report<'_>, wanted: ReferenceKind) {
    let series = scope.series;
    let mut visit = |file: &str, kind: ReferenceKind, path: Arguments<'_>, id: &Slug| match kind {
        ReferenceKind::Driver if kind == wanted => look_among(&series.drivers, report, file, path, kind, id),
        ReferenceKind::Source if kind == wanted => look_among(&series.sources, report, file, path, kind, id),
        _ => {}
    };
    let file = scope.file("series.json");
    for (n, note) in series.notes.iter().enumerate() {
        let at = format_args!("$.notes[{n}]");
        mentions::in_note(at, note, &mut |kind, path, id| visit(&file, kind, path, id));
    }
    let file = scope.file("people.json");
    for (d, driver) in scope.drivers() {
        let at = format_args!("$.drivers[{d}]");
        mentions::sources(at, &driver.sources, &mut |kind, path, id| visit(&file, kind, path, id));
    }
    for (t, team) in scope.teams() {
        let at = format_args!("$.teams[{t}]");
        mentions::sources(at, &team.sources, &mut |kind, path, id| visit(&file, kind, path, id));
    }
}

fn circuits(scope: &DatasetScope<'_>, report: &mut Report<'_>) {
    let known = &scope.records.circuit_sources;
    let mut visit = |kind: ReferenceKind, path: Arguments<'_>, id: &Slug| {
        look_among(known, report, "circuits.json", path, kind, id);
    };
    for (c, circuit) in scope.records.circuits.iter().enumerate() {
        mentions::sources(format_args!("$.circuits[{c}]"), &circuit.sources, &mut visit);
        for (r, record) in circuit.records.iter().enumerate() {
            mentions::sources(
                format_args!("$.circuits[{c}].records[{r}]"),
                &record.sources,
                &mut visit,
            );
        }
    }
}

fn look_among<K: Ord + Borrow<Slug> + AsRef<Slug>, T>(
    known: &BTreeMap<K, T>,
    report: &mut Report<'_>,
    file: &str,
    path: Arguments<'_>,
    kind: ReferenceKind,
    id: &Slug,
) {
    if !known.contains_key(id) {
        unknown(
            report,
            file,
            path,
            kind,
            id,
            &known.keys().map(AsRef::as_ref).collect::<Vec<_>>(),
        );
    }
}
