//! Form of a question in words: true or false, or open, and the relation that is asked about.

use super::coverage::is_negation;
use super::form_words::{
    APART, CANCELLED, COUNTS, DISQUALIFIED, FINALE, FINISHED, FIRST, HALF, OVER, PENALISED, RACED, RETIRED, STARTED,
    STILL,
};
use super::numbers::NumericEntity;
use super::parse::Parse;
use super::segments::{Segment, SegmentValue};
use super::tags::Tag;
use crate::question::{Form, Options, Question, QuestionKind, Relation, Rival};

impl Parse<'_> {
    /// The form that the words ask for of a question.
    pub(super) fn form(&self, question: &Question) -> Form {
        let kind = question.kind;
        if kind == QuestionKind::Gap && question.options.rival == Some(Rival::Place(1)) && self.asks_margin_of_title() {
            return Form::open(Relation::Margin);
        }
        let relation = match kind {
            QuestionKind::Standings | QuestionKind::Leaders | QuestionKind::Gap => self.relation_in_table(kind),
            QuestionKind::Title | QuestionKind::Lead => self.relation_in_outlook(kind),
            QuestionKind::Results | QuestionKind::Winners => self.relation_in_result(),
            QuestionKind::Schedule if is_calendar(&question.options) => self.relation_in_calendar(),
            QuestionKind::Driver => {
                let home = self.tags.any(&[Tag::Where, Tag::From]);
                let seat = [Tag::Car, Tag::ACar, Tag::Model, Tag::Team, Tag::Drive];
                let home = home.then_some(Relation::Where);
                home.or(self.tags.any(&seat).then_some(Relation::Seat))
            }
            QuestionKind::Schedule | QuestionKind::Next | QuestionKind::Track => self.relation_in_time(kind),
            QuestionKind::Fact if question.options.about.as_deref() == Some("finish") => {
                let polar = self.tags.has(Tag::Polar);
                return self
                    .relation_in_finish()
                    .filter(|relation| polar || *relation == Relation::Penalised)
                    .map_or_else(Form::default, |relation| Form {
                        polar,
                        relation: Some(relation),
                    });
            }
            QuestionKind::Fact if question.options.about.as_deref() == Some("progress") => self.relation_in_season(),
            QuestionKind::Fact if question.options.about.as_deref() == Some("together") => {
                self.says(APART).then_some(Relation::Apart)
            }
            QuestionKind::Fact if question.options.about.as_deref() == Some("lead-history") => None,
            QuestionKind::Fact if is_told_whether(question) => {
                return Form {
                    polar: self.tags.has(Tag::Polar),
                    relation: None,
                };
            }
            QuestionKind::Fact => return self.form_of_fact(question.options.about.as_deref()),
            QuestionKind::About
                if self.says(&[
                    "old", "fresh", "date", "recent", "current", "age", "stale", "newest", "latest", "updated",
                ]) =>
            {
                return Form::open(Relation::When);
            }
            QuestionKind::Help | QuestionKind::About => return Form::default(),
            _ => None,
        };
        let polar = self.tags.has(Tag::Polar) || self.disputes();
        Form {
            polar,
            relation: relation.filter(|relation| polar || !is_usual(*relation) || self.asks_neighbour(*relation)),
        }
    }

    /// The form of a fact: of one that rests on rules, as all others name their own.
    fn form_of_fact(&self, about: Option<&str>) -> Form {
        let of_rules = ["worth", "paying", "drops", "counts", "retired", "shortened"];
        let either = self.says(&["or"]) || self.is_compared();
        let counts = about == Some("worth") || about.is_some_and(|about| COUNTS.contains(&about));
        if let Some(number) = self.claimed().filter(|_| counts && !either) {
            return Form {
                polar: true,
                relation: Some(Relation::Number(number)),
            };
        }
        Form {
            polar: about.is_some_and(|about| of_rules.contains(&about)) && self.tags.has(Tag::Polar) && !either,
            relation: (about == Some("paying") && self.tags.has(Tag::Last)).then_some(Relation::Last),
        }
    }

    /// True if the one before or behind somebody is asked for: "who is behind Hamilton".
    fn asks_neighbour(&self, relation: Relation) -> bool {
        let beside = matches!(relation, Relation::Ahead | Relation::Behind);
        beside && self.tags.has(Tag::Who) && self.drivers.len() + self.teams.len() == 1 && self.places.is_empty()
    }

    /// True if two things are set against each other.
    pub(super) fn is_compared(&self) -> bool {
        self.tags.any(&[Tag::Versus, Tag::Between]) || self.says(&["than", "que", "als"])
    }

    /// The number that a yes or no is asked about: "has he won 4 races".
    pub(super) fn claimed(&self) -> Option<u16> {
        let is_bare = |segment: &&Segment<'_>| matches!(segment.value, SegmentValue::Count(NumericEntity::Bare));
        let bare = self
            .segments
            .iter()
            .find(is_bare)
            .filter(|_| self.tags.has(Tag::Polar) || self.disputes())?;
        self.text.words(bare.at, 1).parse().ok()
    }

    /// True if the points are asked for by which a title was won.
    pub(super) fn asks_margin_of_title(&self) -> bool {
        let by = self.says(&["by", "margin", "um", "por", "de"]);
        let title = self.tags.any(&[Tag::Title, Tag::Champ]);
        let points = self.tags.has(Tag::Points) || self.says(&["margin"]);
        by && (title || self.tags.has(Tag::Win)) && points && !self.tags.any(&[Tag::Need, Tag::If])
    }

    /// True if a number that is named is that of a lead or a gap, or a bound: "by more than 20 points".
    fn compares_number(&self) -> bool {
        let apart = [Tag::Lead, Tag::Ahead, Tag::Behind, Tag::Gap, Tag::Between];
        self.tags.any(&apart) || self.says(&["than", "least", "over", "under", "mas", "plus", "mehr", "als", "que"])
    }

    /// True if somebody says that an answer was wrong.
    pub(super) fn disputes(&self) -> bool {
        self.says(&["wrong", "incorrect", "falsch", "incorrecto", "faux", "mistaken"])
    }

    fn relation_in_table(&self, kind: QuestionKind) -> Option<Relation> {
        let total = self.disputes() || (self.tags.has(Tag::Points) && !self.compares_number());
        if let Some(number) = self.claimed().filter(|_| kind == QuestionKind::Gap && total) {
            return Some(Relation::Number(number));
        }
        if kind == QuestionKind::Gap && self.needs() {
            return Some(Relation::Needs);
        }
        let place = self.places.first().copied();
        let named = kind == QuestionKind::Gap && !self.tags.has(Tag::Polar);
        if let Some(place) = place.filter(|_| !named) {
            let top = self.tags.has(Tag::Top);
            return Some(if top {
                Relation::Top(place)
            } else {
                Relation::Place(place)
            });
        }
        let in_time = [
            Tag::Race,
            Tag::Weekend,
            Tag::Round,
            Tag::Session,
            Tag::Season,
            Tag::Quali,
        ];
        let relations = [
            (Tag::Podium, Relation::Top(3)),
            (Tag::Behind, Relation::Behind),
            (Tag::Ahead, Relation::Ahead),
            (Tag::Lead, Relation::Leading),
            (Tag::Champ, Relation::Champion),
        ];
        if self.tags.has(Tag::Last) && !self.tags.any(&in_time) && self.weekends.is_empty() {
            return Some(Relation::Last);
        }
        let orders = [Tag::Lead, Tag::Ahead, Tag::Behind, Tag::Gap, Tag::Champ];
        let scores = self.tags.has(Tag::HowMany) || (self.tags.has(Tag::Polar) && !self.tags.any(&orders));
        if scores && self.tags.has(Tag::Points) {
            return Some(Relation::Points);
        }
        let found = relations.iter().find(|(tag, _)| self.tags.has(*tag));
        // "Championship" alone names a table.
        let found = found.filter(|(tag, _)| *tag != Tag::Champ || self.tags.has(Tag::Title));
        found.map(|(_, relation)| *relation)
    }

    /// Being champion already, or losing or keeping the lead. Whether somebody can win or lead is what is asked otherwise.
    fn relation_in_outlook(&self, kind: QuestionKind) -> Option<Relation> {
        let asks_when =
            self.tags.any(&[Tag::When, Tag::Where]) || self.says(&["earliest", "soonest", "frueh", "fruhestens"]);
        if kind == QuestionKind::Title && asks_when && !self.tags.has(Tag::Polar) {
            return Some(Relation::When);
        }
        if self.needs() {
            return Some(Relation::Needs);
        }
        if kind == QuestionKind::Title && self.tags.has(Tag::Polar) && self.says(OVER) && self.drivers.is_empty() {
            return Some(Relation::Over);
        }
        if kind == QuestionKind::Title {
            if self.tags.has(Tag::Polar) && self.tags.has(Tag::Clinch) && self.tags.has(Tag::Can) {
                return Some(Relation::Clinch);
            }
            let already = self.tags.any(&[Tag::Clinch, Tag::Title]) && !self.tags.has(Tag::Can);
            return (already && self.tags.has(Tag::Polar)).then_some(Relation::Champion);
        }
        let relations = [(Tag::Lose, Relation::Behind), (Tag::Stay, Relation::Leading)];
        let found = relations.iter().find(|(tag, _)| self.tags.has(*tag));
        found.map(|(_, relation)| *relation)
    }

    /// True if it is asked what somebody needs.
    fn needs(&self) -> bool {
        self.tags.has(Tag::Need)
    }

    fn relation_in_season(&self) -> Option<Relation> {
        let told = |words: &[&str], relation: Relation| self.says(words).then_some(relation);
        told(HALF, Relation::Halfway)
            .or(told(OVER, Relation::Over).filter(|_| self.tags.has(Tag::Polar)))
            .or(told(STARTED, Relation::Started).filter(|_| self.tags.has(Tag::Polar)))
    }

    /// The weekends of a season that are asked for: the first, the last, those to come.
    fn relation_in_calendar(&self) -> Option<Relation> {
        match () {
            () if self.month.is_some() => self
                .month
                .and_then(|month| u16::try_from(month).ok())
                .map(Relation::Month),
            () if self.says(CANCELLED) => Some(Relation::Cancelled),
            () if self.tags.has(Tag::Remaining) || self.says(STILL) => Some(Relation::Left),
            () if self.tags.has(Tag::Last) || self.says(OVER) || self.says(FINALE) => Some(Relation::Last),
            () if self.says(STARTED) || self.says(FIRST) => Some(Relation::First),
            () => self.tags.has(Tag::Where).then_some(Relation::Where),
        }
    }

    fn relation_in_time(&self, kind: QuestionKind) -> Option<Relation> {
        let told = |tag: Tag, relation: Relation| self.tags.has(tag).then_some(relation);
        match kind {
            QuestionKind::Track if self.asks_clock() => Some(Relation::Now),
            QuestionKind::Track => told(Tag::Record, Relation::Record).or(told(Tag::Turn, Relation::Turns)),
            _ if self.says(CANCELLED) => Some(Relation::Cancelled),
            _ if self.says(&["night", "nacht", "noche", "nuit", "dark"]) && self.tags.has(Tag::Polar) => {
                Some(Relation::Night)
            }
            _ if self.clock.is_some() && self.tags.has(Tag::Polar) => self.clock.map(Relation::At),
            _ if self.says(OVER) => Some(Relation::Over),
            _ if self.says(STARTED) && self.tags.has(Tag::Polar) => Some(Relation::Started),
            _ if self.tags.has(Tag::Where) => Some(Relation::Where),
            _ if self.tags.has(Tag::Now) => Some(Relation::Now),
            _ => told(Tag::Last, Relation::Last).filter(|_| kind == QuestionKind::Schedule),
        }
    }

    /// True if the time of day at a circuit is asked for.
    fn asks_clock(&self) -> bool {
        (self.tags.has(Tag::When) && !self.tags.any(&[Tag::Record, Tag::Turn])) || self.tags.has(Tag::Now)
    }

    /// The end of somebody's race that is asked about.
    pub(super) fn relation_in_finish(&self) -> Option<Relation> {
        let place = self.place_in_result();
        let podium = self.tags.has(Tag::Podium).then_some(Relation::Top(3));
        let finished = self.says(FINISHED).then_some(Relation::Over);
        place.or(podium).or_else(|| self.relation_in_end()).or(finished)
    }

    /// An end of a race that is none at the flag.
    fn relation_in_end(&self) -> Option<Relation> {
        let ended = [
            (RETIRED, Relation::Retired),
            (DISQUALIFIED, Relation::Disqualified),
            (PENALISED, Relation::Penalised),
        ];
        let named = ended.iter().find(|(words, _)| self.says(words));
        let unfinished = self.says(FINISHED) && (0..self.text.len()).any(|at| is_negation(self.text.words(at, 1)));
        named
            .map(|(_, relation)| *relation)
            .or(unfinished.then_some(Relation::Retired))
    }

    /// True if the number of cars in a race is asked for, at its start or at its finish.
    pub(super) fn counts_field(&self) -> bool {
        self.field_counted().is_some()
    }

    fn field_counted(&self) -> Option<Relation> {
        let counted = self.tags.has(Tag::HowMany) && self.tags.any(&[Tag::Car, Tag::Driver, Tag::Who, Tag::Entry]);
        match counted {
            true if self.says(FINISHED) => Some(Relation::Finishers),
            true if self.says(RACED) => Some(Relation::Starters),
            _ => None,
        }
    }

    /// True if any of these words stands in the text.
    pub(super) fn says(&self, words: &[&str]) -> bool {
        (0..self.text.len()).any(|at| words.contains(&self.text.words(at, 1)))
    }

    /// True if "last" is a place: "who finished last", not "the last race".
    fn is_last_placed(&self) -> bool {
        let of_time = [
            Tag::Race,
            Tag::Weekend,
            Tag::Round,
            Tag::Session,
            Tag::Season,
            Tag::Quali,
            Tag::Sprint,
            Tag::ADay,
            Tag::When,
            Tag::Win,
            Tag::Podium,
            Tag::Pole,
        ];
        let mut segments = self.segments.iter().peekable();
        while let Some(segment) = segments.next() {
            if self.text.words(segment.at, segment.count) == "last" {
                return segments.peek().is_none_or(|next| !next.tags.any(&of_time));
            }
        }
        false
    }

    fn place_in_result(&self) -> Option<Relation> {
        let place = self.places.first().copied()?;
        let top = self.tags.has(Tag::Top);
        Some(if top {
            Relation::Top(place)
        } else {
            Relation::Place(place)
        })
    }

    fn relation_in_result(&self) -> Option<Relation> {
        if let Some(asked) = self.field_counted().or_else(|| self.place_in_result()) {
            return Some(asked);
        }
        if let Some(ended) = self.relation_in_end() {
            return Some(ended);
        }
        if self.is_last_placed() && self.tags.has(Tag::Result) {
            return Some(Relation::Last);
        }
        let relations = [
            (Tag::Pole, Relation::Pole),
            (Tag::Fastest, Relation::FastestLap),
            (Tag::Podium, Relation::Top(3)),
            (Tag::Win, Relation::Won),
        ];
        let found = relations.iter().find(|(tag, _)| self.tags.has(*tag));
        found.map(|(_, relation)| *relation)
    }
}

/// True if a whole season is asked for.
const fn is_calendar(asked: &Options) -> bool {
    asked.season.is_some() && asked.weekend.is_none() && asked.session.is_none() && asked.day.is_none()
}

/// True for a fact that answers yes or no where that is asked.
fn is_told_whether(question: &Question) -> bool {
    let about = question.options.about.as_deref();
    matches!(
        about,
        Some("beat" | "titles" | "points-scored" | "longest-track" | "shortest-track" | "most-turns" | "fewest-turns")
    ) || (about == Some("more") && question.options.to.is_some())
}

/// True if an open question about a relation is answered by the kind of question alone.
const fn is_usual(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Leading | Relation::Ahead | Relation::Behind | Relation::Won
    )
}
