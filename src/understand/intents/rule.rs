//! Intent rule: the tags that make an intent, and the function that fills it in.

use crate::understand::intent::Filled;
use crate::understand::parse::Parse;
use crate::understand::tags::Tag;

/// A rule that makes an intent of tags.
pub(in crate::understand) struct IntentRule {
    /// Name in parse traces.
    pub(in crate::understand) name: &'static str,
    /// Required tags: at least one of each group.
    pub(in crate::understand) needs: &'static [&'static [Tag]],
    /// Tags that exclude it.
    pub(in crate::understand) bars: &'static [Tag],
    /// Weight of each tag, in tenths.
    pub(in crate::understand) weighs: &'static [(Tag, i32)],
    /// True if unknown words do not matter.
    pub(in crate::understand) lenient: bool,
    /// Fills in the intent.
    pub(in crate::understand) fill: fn(&Parse<'_>) -> Filled,
}

pub(super) const fn strict(
    name: &'static str,
    needs: &'static [&'static [Tag]],
    bars: &'static [Tag],
    weighs: &'static [(Tag, i32)],
    fill: fn(&Parse<'_>) -> Filled,
) -> IntentRule {
    IntentRule {
        name,
        needs,
        bars,
        weighs,
        lenient: false,
        fill,
    }
}

pub(super) const fn lenient(
    name: &'static str,
    needs: &'static [&'static [Tag]],
    bars: &'static [Tag],
    weighs: &'static [(Tag, i32)],
    fill: fn(&Parse<'_>) -> Filled,
) -> IntentRule {
    IntentRule {
        lenient: true,
        ..strict(name, needs, bars, weighs, fill)
    }
}
