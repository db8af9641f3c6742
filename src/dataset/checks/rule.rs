//! Rules between records: a name, the statement that holds, and the check of one scope.

use super::report::Report;
use super::scope::{DatasetScope, SeasonScope, SeriesScope};

/// One named rule.
pub struct Rule {
    /// Name, as faults print it.
    pub name: &'static str,
    /// Statement that holds where the rule is kept.
    pub holds: &'static str,
    /// Files that it looks things up in. It is skipped while one of them cannot be read, since everything would seem to be
    /// missing from it.
    pub needs: &'static [&'static str],
    /// Check of one scope.
    pub check: RuleCheck,
}

/// Check of a rule, by the scope that it looks at.
pub enum RuleCheck {
    /// Circuits, and all series side by side.
    Dataset(fn(&DatasetScope<'_>, &mut Report<'_>)),
    /// One series with all its seasons.
    Series(fn(&SeriesScope<'_>, &mut Report<'_>)),
    /// One season.
    Season(fn(&SeasonScope<'_>, &mut Report<'_>)),
    /// One season in whose needed files no earlier rule has found an error: a table computed from faulty results says
    /// nothing.
    Sound(fn(&SeasonScope<'_>, &mut Report<'_>)),
}
