//! Form of a question: true or false, or open, and the relation that its first sentence answers.

use std::fmt;
use std::str::FromStr;

/// Form in which an answer is asked for. The default leaves it to the kind of question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Form {
    /// True if yes or no is asked for.
    pub polar: bool,
    /// The relation that is asked about, where it is not that of the kind of question.
    pub relation: Option<Relation>,
}

/// A relation of somebody to a table or a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// First in a table.
    Leading,
    /// Better placed than another.
    Ahead,
    /// Worse placed than another.
    Behind,
    /// Last in a table or result.
    Last,
    /// In this place.
    Place(u16),
    /// Among the first of this number.
    Top(u16),
    /// Number of points.
    Points,
    /// This number of what is counted.
    Number(u16),
    /// First in a race.
    Won,
    /// Best in qualifying.
    Pole,
    /// Fastest lap of a race.
    FastestLap,
    /// Not at the finish of a race.
    Retired,
    /// Disqualified from a race.
    Disqualified,
    /// Penalised in a race.
    Penalised,
    /// Number of cars at the finish of a race.
    Finishers,
    /// Number of cars at the start of a race.
    Starters,
    /// Champion.
    Champion,
    /// Champion for certain after a race.
    Clinch,
    /// The result or the points that are needed.
    Needs,
    /// As it stands, as nobody scores.
    Unchanged,
    /// Begun.
    Started,
    /// At its end.
    Over,
    /// Still to come.
    Left,
    /// Past the half.
    Halfway,
    /// The first of a season.
    First,
    /// Each class for itself.
    Apart,
    /// Not held.
    Cancelled,
    /// On at the moment.
    Now,
    /// The car and the team.
    Seat,
    /// The place.
    Where,
    /// The lap record.
    Record,
    /// The number of turns.
    Turns,
    /// The moment of a decision, or the first at which it can fall.
    When,
    /// The points by which a title is won.
    Margin,
    /// In the dark.
    Night,
    /// At this time of day, in hours and minutes: 1620.
    At(u16),
    /// In this month, from 1 to 12.
    Month(u16),
}

/// The prefix of a form that asks for yes or no.
const POLAR: &str = "is";

impl Form {
    /// An open question about a relation.
    pub const fn open(relation: Relation) -> Self {
        Self {
            polar: false,
            relation: Some(relation),
        }
    }

    /// True if yes or no is asked for about this relation, or about none in particular.
    pub fn asks_whether(self, relation: Relation) -> bool {
        self.polar && self.relation.is_none_or(|asked| asked == relation)
    }
}

/// As a command line has it after `form:`, without a word for the default: `is`, `is-leading`, `top-3`.
impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.polar, self.relation) {
            (true, Some(relation)) => write!(f, "{POLAR}-{relation}"),
            (true, None) => f.write_str(POLAR),
            (false, Some(relation)) => relation.fmt(f),
            (false, None) => Ok(()),
        }
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Place(place) => write!(f, "p{place}"),
            Self::Top(number) => write!(f, "top-{number}"),
            Self::Number(number) => write!(f, "number-{number}"),
            Self::At(time) => write!(f, "at-{time:04}"),
            Self::Month(month) => write!(f, "month-{month}"),
            named => {
                let (_, name) = NAMED.iter().find(|(one, _)| one == named).ok_or(fmt::Error)?;
                f.write_str(name)
            }
        }
    }
}

/// The relations without a number, by name.
const NAMED: [(Relation, &str); 32] = [
    (Relation::Leading, "leading"),
    (Relation::Ahead, "ahead"),
    (Relation::Behind, "behind"),
    (Relation::Last, "last"),
    (Relation::Points, "points"),
    (Relation::Won, "won"),
    (Relation::Pole, "pole"),
    (Relation::FastestLap, "fastest-lap"),
    (Relation::Retired, "retired"),
    (Relation::Disqualified, "disqualified"),
    (Relation::Penalised, "penalised"),
    (Relation::Finishers, "finishers"),
    (Relation::Starters, "starters"),
    (Relation::Champion, "champion"),
    (Relation::Clinch, "clinch"),
    (Relation::Needs, "needs"),
    (Relation::Unchanged, "unchanged"),
    (Relation::Started, "started"),
    (Relation::Over, "over"),
    (Relation::Left, "left"),
    (Relation::Halfway, "halfway"),
    (Relation::First, "first"),
    (Relation::Apart, "apart"),
    (Relation::Cancelled, "cancelled"),
    (Relation::Now, "now"),
    (Relation::Seat, "seat"),
    (Relation::Where, "where"),
    (Relation::Record, "record"),
    (Relation::Turns, "turns"),
    (Relation::When, "when"),
    (Relation::Margin, "margin"),
    (Relation::Night, "night"),
];

/// A text that names no form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoForm;

impl FromStr for Form {
    type Err = NoForm;

    fn from_str(text: &str) -> Result<Self, NoForm> {
        let text = text.to_lowercase();
        if text == POLAR {
            return Ok(Self {
                polar: true,
                relation: None,
            });
        }
        let (polar, name) = match text.strip_prefix(POLAR).and_then(|rest| rest.strip_prefix('-')) {
            Some(name) => (true, name),
            None => (false, text.as_str()),
        };
        Ok(Self {
            polar,
            relation: Some(relation(name).ok_or(NoForm)?),
        })
    }
}

fn relation(name: &str) -> Option<Relation> {
    if let Some((relation, _)) = NAMED.iter().find(|(_, named)| *named == name) {
        return Some(*relation);
    }
    let number = |text: &str| text.parse().ok().filter(|number| *number > 0);
    if let Some(place) = name.strip_prefix('p') {
        return number(place).map(Relation::Place);
    }
    if let Some(counted) = name.strip_prefix("number-") {
        return counted.parse().ok().map(Relation::Number);
    }
    if let Some(time) = name.strip_prefix("at-") {
        let time: u16 = time.parse().ok()?;
        return (time < 2400 && time % 100 < 60).then_some(Relation::At(time));
    }
    if let Some(month) = name.strip_prefix("month-") {
        return month
            .parse()
            .ok()
            .filter(|month| (1..=12).contains(month))
            .map(Relation::Month);
    }
    name.strip_prefix("top-").and_then(number).map(Relation::Top)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_reads_back_from_its_text() {
        let named = NAMED.map(|(relation, _)| relation);
        let numbered = [
            Relation::Place(2),
            Relation::Top(3),
            Relation::Number(0),
            Relation::At(905),
            Relation::Month(7),
        ];
        for relation in named.into_iter().chain(numbered) {
            for polar in [false, true] {
                let form = Form {
                    polar,
                    relation: Some(relation),
                };
                assert_eq!(form.to_string().parse(), Ok(form), "{form}");
            }
        }
        let polar = Form {
            polar: true,
            relation: None,
        };
        assert_eq!("is".parse(), Ok(polar));
    }

    #[test]
    fn a_text_that_is_no_form_is_refused() {
        for text in [
            "", "is-", "p0", "top-", "top-none", "leads", "p70000", "at-2460", "month-13",
        ] {
            assert_eq!(text.parse::<Form>(), Err(NoForm), "{text}");
        }
    }
}
