//! Words that say what form an answer is asked for in.

/// Words for a session that is not held.
pub(super) const CANCELLED: &[&str] = &["cancelled", "canceled", "annule", "abgesagt", "cancelado", "cancelada"];

/// Words for the end of a session.
pub(super) const OVER: &[&str] = &[
    "over", "finished", "finish", "done", "ended", "end", "ends", "finishes", "vorbei", "fini",
];

/// Words for the middle of a season.
pub(super) const HALF: &[&str] = &[
    "half",
    "halfway",
    "midway",
    "midpoint",
    "midseason",
    "mid",
    "mitad",
    "moitie",
    "halfte",
];

/// Words for what is to come.
pub(super) const STILL: &[&str] = &["still", "noch", "encore", "todavia"];

/// Words for classes that do not race together.
pub(super) const APART: &[&str] = &["separate", "separately", "separated", "apart", "own", "split"];

/// Words for the last weekend of a season.
pub(super) const FINALE: &[&str] = &["finale", "final", "finals", "decider", "letztes", "derniere", "ultima"];

/// Words for the first weekend of a season.
pub(super) const FIRST: &[&str] = &[
    "first", "opener", "opening", "begin", "begins", "began", "premiere", "erste", "erstes", "primera",
];

/// Words for a session that has begun.
pub(super) const STARTED: &[&str] = &[
    "started", "begun", "begonnen", "commence", "empezado", "underway", "start", "starts",
];

/// Words for a car that did not finish.
pub(super) const RETIRED: &[&str] = &[
    "retired",
    "retire",
    "retires",
    "retirement",
    "retirements",
    "dnf",
    "dnfs",
    "dnfd",
    "dnfed",
    "crash",
    "crashed",
    "crashes",
    "abandono",
    "abandonaron",
    "abandonos",
    "abandonne",
    "abandons",
    "ausgeschieden",
    "ausgefallen",
    "ausfalle",
    "ausfall",
];

/// Words for a car that was disqualified.
pub(super) const DISQUALIFIED: &[&str] = &[
    "disqualified",
    "disqualify",
    "disqualification",
    "disqualifications",
    "dsq",
    "dsqd",
    "dq",
    "dqd",
    "excluded",
    "disqualifiziert",
    "disqualifie",
    "disqualifies",
    "descalificado",
    "descalificados",
];

/// Words for a penalty.
pub(super) const PENALISED: &[&str] = &[
    "penalty",
    "penalties",
    "penalised",
    "penalized",
    "strafe",
    "strafen",
    "bestraft",
    "penalite",
    "penalites",
    "penalise",
    "penalises",
    "penalizacion",
    "penalizaciones",
    "penalizado",
    "sancion",
    "sanciones",
    "sancionado",
];

/// Words for a car at the finish of a race.
pub(super) const FINISHED: &[&str] = &["finish", "finished", "finishes", "finishers", "classified"];

/// Words for a car at the start of a race.
pub(super) const RACED: &[&str] = &["started", "starters", "raced", "competed"];

/// Facts that count somebody's results.
pub(super) const COUNTS: &[&str] = &[
    "wins",
    "podiums",
    "poles",
    "fastest-laps",
    "starts",
    "retirements",
    "disqualifications",
    "top-fives",
    "top-tens",
    "points-finishes",
];
