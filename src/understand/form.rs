//! Form of a question in words: true or false, or open, and the relation that is asked about.

use super::parse::Parse;
use super::tags::Tag;
use crate::question::{Form, QuestionKind, Relation};

/// Words for a session that is not held.
const CANCELLED: &[&str] = &["cancelled", "canceled", "annule", "abgesagt", "cancelado", "cancelada"];

/// Words for the end of a session.
const OVER: &[&str] = &[
    "over", "finished", "finish", "done", "ended", "end", "ends", "finishes", "vorbei", "fini",
];

/// Words for a session that has begun.
const STARTED: &[&str] = &[
    "started", "begun", "begonnen", "commence", "empezado", "underway", "start",
];

impl Parse<'_> {
    /// The form that the words ask for of a question of this kind.
    pub(super) fn form(&self, kind: QuestionKind) -> Form {
        let relation = match kind {
            QuestionKind::Standings | QuestionKind::Leaders | QuestionKind::Gap => self.relation_in_table(kind),
            QuestionKind::Title | QuestionKind::Lead => self.relation_in_outlook(kind),
            QuestionKind::Results | QuestionKind::Winners => self.relation_in_result(),
            QuestionKind::Schedule | QuestionKind::Next | QuestionKind::Track => self.relation_in_time(kind),
            // A fact names its own form.
            QuestionKind::Fact | QuestionKind::Help | QuestionKind::About => return Form::default(),
            _ => None,
        };
        let polar = self.tags.has(Tag::Polar);
        Form {
            polar,
            relation: relation.filter(|relation| polar || !is_usual(*relation)),
        }
    }

    fn relation_in_table(&self, kind: QuestionKind) -> Option<Relation> {
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
        if self.tags.has(Tag::HowMany) && self.tags.has(Tag::Points) {
            return Some(Relation::Points);
        }
        let found = relations.iter().find(|(tag, _)| self.tags.has(*tag));
        // "Championship" alone names a table.
        let found = found.filter(|(tag, _)| *tag != Tag::Champ || self.tags.has(Tag::Title));
        found.map(|(_, relation)| *relation)
    }

    /// Being champion already, or losing or keeping the lead. Whether somebody can win or lead is what is asked otherwise.
    fn relation_in_outlook(&self, kind: QuestionKind) -> Option<Relation> {
        if kind == QuestionKind::Title {
            let already = self.tags.any(&[Tag::Clinch, Tag::Title]) && !self.tags.has(Tag::Can);
            return (already && self.tags.has(Tag::Polar)).then_some(Relation::Champion);
        }
        let relations = [(Tag::Lose, Relation::Behind), (Tag::Stay, Relation::Leading)];
        let found = relations.iter().find(|(tag, _)| self.tags.has(*tag));
        found.map(|(_, relation)| *relation)
    }

    fn relation_in_time(&self, kind: QuestionKind) -> Option<Relation> {
        let says = |words: &[&str]| (0..self.text.len()).any(|at| words.contains(&self.text.words(at, 1)));
        let told = |tag: Tag, relation: Relation| self.tags.has(tag).then_some(relation);
        match kind {
            QuestionKind::Track => told(Tag::Record, Relation::Record).or(told(Tag::Turn, Relation::Turns)),
            _ if says(CANCELLED) => Some(Relation::Cancelled),
            _ if says(OVER) => Some(Relation::Over),
            _ if says(STARTED) && self.tags.has(Tag::Polar) => Some(Relation::Started),
            _ if self.tags.has(Tag::Where) => Some(Relation::Where),
            _ if self.tags.has(Tag::Now) => Some(Relation::Now),
            _ => told(Tag::Last, Relation::Last).filter(|_| kind == QuestionKind::Schedule),
        }
    }

    fn relation_in_result(&self) -> Option<Relation> {
        if let Some(place) = self.places.first().copied() {
            let top = self.tags.has(Tag::Top);
            return Some(if top {
                Relation::Top(place)
            } else {
                Relation::Place(place)
            });
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

/// True if an open question about a relation is answered by the kind of question alone.
const fn is_usual(relation: Relation) -> bool {
    matches!(
        relation,
        Relation::Leading | Relation::Ahead | Relation::Behind | Relation::Won
    )
}
