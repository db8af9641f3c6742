//! References: every id that a record names is the id of another record.

use std::collections::BTreeSet;

use super::ids::UnknownReference;
use super::report::Report;
use super::rule::{Rule, RuleCheck};
use super::scope::{DatasetScope, SeasonScope, SeriesScope};
use crate::dataset::read::document::{Document, Reference};
use crate::dataset::read::references::IdKind;
use crate::domain::Id;
use crate::lookup::nearest;

pub const RULES: &[Rule] = &[
    Rule {
        name: "unknown-driver",
        holds: "every driver that is named stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Driver)),
    },
    Rule {
        name: "unknown-driver",
        holds: "every driver of a series' note stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Series(|scope, report| in_series(scope, report, IdKind::Driver)),
    },
    Rule {
        name: "unknown-team",
        holds: "every team that is named stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Team)),
    },
    Rule {
        name: "unknown-make",
        holds: "every make that is named stands in people.json",
        needs: &["people.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Make)),
    },
    Rule {
        name: "unknown-circuit",
        holds: "every weekend's circuit stands in circuits.json",
        needs: &["circuits.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Circuit)),
    },
    Rule {
        name: "unknown-class",
        holds: "every class that is named stands in season.json",
        needs: &["season.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Class)),
    },
    Rule {
        name: "unknown-championship",
        holds: "every championship that is named stands in season.json",
        needs: &["season.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Championship)),
    },
    Rule {
        name: "unknown-rules",
        holds: "the rules of every championship stand in season.json",
        needs: &["season.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Rules)),
    },
    Rule {
        name: "unknown-weekend",
        holds: "every weekend that is named stands in weekends.json",
        needs: &["weekends.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Weekend)),
    },
    Rule {
        name: "unknown-session",
        holds: "every session that is named stands in weekends.json",
        needs: &["weekends.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Session)),
    },
    Rule {
        name: "unknown-round",
        holds: "every round that is named is the label of a session in weekends.json",
        needs: &["weekends.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Round)),
    },
    Rule {
        name: "unknown-source",
        holds: "every source that is named stands in sources.json",
        needs: &["sources.json"],
        check: RuleCheck::Season(|scope, report| in_season(scope, report, IdKind::Source)),
    },
    Rule {
        name: "unknown-source",
        holds: "every source of a driver, a team or a series' note stands in sources.json",
        needs: &["sources.json"],
        check: RuleCheck::Series(|scope, report| in_series(scope, report, IdKind::Source)),
    },
    Rule {
        name: "unknown-source",
        holds: "every source of a circuit stands in circuits.json",
        needs: &["circuits.json"],
        check: RuleCheck::Dataset(circuits),
    },
];

/// Reports the references of one kind in a season.
fn in_season(scope: &SeasonScope<'_>, report: &mut Report<'_>, kind: IdKind) {
    let ids = scope.ids();
    let known = ids.known(kind);
    if kind == IdKind::Session {
        for reference in ids.unknown(kind) {
            unknown_session(scope, report, reference);
        }
    } else if known.is_empty() {
        // Without any record of a kind a file is missing, and one fault is enough.
        if let Some(first) = ids.unknown(kind).min_by_key(|reference| reference.declaration) {
            unknown(report, first, known);
        }
    } else {
        for reference in ids.unknown(kind) {
            unknown(report, reference, known);
        }
    }
}

fn unknown(report: &mut Report<'_>, reference: &UnknownReference<'_>, known: &BTreeSet<&str>) {
    let UnknownReference {
        file, path, kind, id, ..
    } = reference;
    let (what, home) = match kind {
        IdKind::Driver => ("driver", "people.json"),
        IdKind::Team => ("team", "people.json"),
        IdKind::Make => ("make", "people.json"),
        IdKind::Circuit => ("circuit", "circuits.json"),
        IdKind::Class => ("class", "season.json"),
        IdKind::Championship => ("championship", "season.json"),
        IdKind::Rules => ("set of rules", "season.json"),
        IdKind::Weekend => ("weekend", "weekends.json"),
        IdKind::Round => ("round", "weekends.json"),
        IdKind::Source if *file == "circuits.json" => ("source", "\"sources\" of the same file"),
        IdKind::Source => ("source", "sources.json"),
        // These have faults of their own, or are one of the others.
        IdKind::Session | IdKind::Award | IdKind::Tag | IdKind::Competitor => return,
    };
    // Labels of rounds are mostly numbers, and no number looks like another.
    let hint = match nearest(id, known.iter().copied()) {
        Some(near) if *kind != IdKind::Round => format!("did you mean '{near}'?"),
        _ if known.is_empty() => format!("there is no {what} at all; add it to {home}"),
        _ => format!("correct the id, or add the {what} to {home}"),
    };
    report.error(file, format_args!("{path}"), format!("'{id}' is no {what} here"), hint);
}

fn unknown_session(scope: &SeasonScope<'_>, report: &mut Report<'_>, reference: &UnknownReference<'_>) {
    let Some((id, session)) = reference.id.split_once('/') else {
        return;
    };
    let weekend = scope.season.weekends.iter().find(|weekend| weekend.id == *id);
    let known = weekend.into_iter().flat_map(|weekend| &weekend.sessions);
    let hint = match nearest(session, known.map(|session| session.id.as_str())) {
        Some(near) => format!("did you mean '{id}/{near}'?"),
        None => "correct the id, or add the session to weekends.json".to_owned(),
    };
    let message = format!("'{session}' is no session of '{id}'");
    report.error(reference.file, format_args!("{}", reference.path), message, hint);
}

/// Reports the references of one kind in the files that a series has beside its seasons.
fn in_series(scope: &SeriesScope<'_>, report: &mut Report<'_>, kind: IdKind) {
    let known: BTreeSet<&str> = match kind {
        IdKind::Driver => scope.series.drivers.keys().map(Id::as_str).collect(),
        _ => scope.series.sources.keys().map(Id::as_str).collect(),
    };
    for file in ["series.json", "people.json"] {
        in_file(report, file, scope.document(file), kind, &known);
    }
}

fn circuits(scope: &DatasetScope<'_>, report: &mut Report<'_>) {
    let known = scope.records.circuit_sources.keys().map(Id::as_str).collect();
    in_file(
        report,
        "circuits.json",
        scope.document("circuits.json"),
        IdKind::Source,
        &known,
    );
}

/// Reports the references of one kind in a file, if it could be read.
fn in_file(
    report: &mut Report<'_>,
    file: &'static str,
    document: Option<&Document>,
    kind: IdKind,
    known: &BTreeSet<&str>,
) {
    let Some(document) = document else { return };
    document.references(&mut |path, reference| {
        let Reference { id, declaration, .. } = reference;
        if reference.kind == kind && !known.contains(id) {
            let path = path.to_string();
            let reference = UnknownReference {
                file,
                path,
                kind,
                id,
                declaration,
            };
            unknown(report, &reference, known);
        }
    });
}
