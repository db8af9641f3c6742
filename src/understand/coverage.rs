//! Coverage: words that name something or change the truth of an answer, and that its questions do not use.

use super::learned::model;
use super::numbers::NumericEntity;
use super::parse::Parse;
use super::segments::{Segment, SegmentValue};
use super::tags::Tag;
use crate::lookup::{NameKind, Named};
use crate::question::{Options, Question, QuestionKind, Relation};

/// Words that turn a statement into its opposite or leave somebody out.
const NEGATIONS: &[&str] = &[
    "not",
    "never",
    "without",
    "except",
    "excluding",
    "besides",
    "didnt",
    "isnt",
    "hasnt",
    "wasnt",
    "havent",
    "wont",
    "doesnt",
    "dont",
    "cant",
    "couldnt",
    "wouldnt",
    "arent",
    "werent",
];

/// Words for none of what follows them.
const NONE: &[&str] = &[
    "no", "zero", "0", "sans", "sin", "kein", "keine", "keinen", "ningun", "ninguna", "aucun", "aucune",
];

/// Words for somebody without something.
const WITHOUT: &[&str] = &[
    "without",
    "winless",
    "pointless",
    "sans",
    "sin",
    "ohne",
    "scoreless",
    "yet to",
    "still to",
];

/// True if a word turns a statement into its opposite or leaves somebody out: an answer without it would be another's.
pub(super) fn is_negation(word: &str) -> bool {
    NEGATIONS.contains(&word)
}

impl Parse<'_> {
    /// The words that no question uses, as they were understood, in the order of the text. A word that no name or tag explains
    /// is used if the examples have it for one of the measures that were read.
    pub(super) fn left_out(&self, questions: &[Question], measures: &[&str]) -> Vec<String> {
        let unsaid =
            |segment: &Segment<'_>| matches!(segment.value, SegmentValue::Unknown) && !self.supports(segment, measures);
        let unused = self
            .segments
            .iter()
            .filter(|segment| unsaid(segment) || !self.is_used(segment, questions));
        let mut words: Vec<String> = Vec::new();
        for segment in unused {
            let text = self.text.words(segment.at, segment.count).to_owned();
            if !words.contains(&text) {
                words.push(text);
            }
        }
        words
    }

    /// True if a word speaks for one of these measures by the examples, or for none at all.
    fn supports(&self, segment: &Segment<'_>, measures: &[&str]) -> bool {
        let word = self.text.words(segment.at, segment.count);
        measures.is_empty() || measures.iter().any(|measure| model().weight(word, measure) > 0.0)
    }

    /// True if yes or no is asked of somebody whom no question is about: the answer would be about somebody else.
    pub(super) fn asks_of_another(&self, questions: &[Question]) -> bool {
        let people = [Tag::ADriver, Tag::ATeam];
        let mut left_out = self.segments.iter().filter(|segment| !self.is_used(segment, questions));
        let kinds = [QuestionKind::Fact, QuestionKind::Gap];
        let counts = questions.iter().any(|question| kinds.contains(&question.kind));
        counts && self.tags.has(Tag::Polar) && left_out.any(|segment| segment.tags.any(&people))
    }

    /// True if what is left out changes the truth of every answer: a limit of the results, or the number of a yes or no.
    pub(super) fn misses_truth(&self, questions: &[Question]) -> bool {
        let limits = [Tag::Since, Tag::Before];
        let mut unused = self.segments.iter().filter(|segment| !self.is_used(segment, questions));
        let of_tables = |question: &Question| {
            matches!(
                question.kind,
                QuestionKind::Gap | QuestionKind::Leaders | QuestionKind::Standings
            )
        };
        let numbered = self.claimed().is_some()
            && questions.iter().all(of_tables)
            && !questions
                .iter()
                .any(|one| matches!(one.form.relation, Some(Relation::Number(_))));
        numbered || (unused.any(|segment| segment.tags.any(&limits)) && questions.iter().all(of_tables))
    }

    fn is_used(&self, segment: &Segment<'_>, questions: &[Question]) -> bool {
        let any = |uses: &dyn Fn(&Question) -> bool| questions.iter().any(uses);
        match &segment.value {
            SegmentValue::Named(named) => {
                let words = self.text.words(segment.at, segment.count).replace(' ', "-");
                named.iter().any(|named| any(&|question| self.names(question, named)))
                    || any(&|question| is_about(question, "from") && question.options.words.as_deref() == Some(&words))
            }
            SegmentValue::Count(count) => any(&|question| self.counts(question, *count)),
            SegmentValue::Years(_) => self.has_season(questions),
            SegmentValue::Day(_) | SegmentValue::Month(_) => any(&|question| {
                self.either_days > 0
                    || question.options.day.is_some()
                    || question.options.weekend.is_some()
                    || matches!(question.form.relation, Some(Relation::Month(_)))
                    || is_now(question)
            }),
            SegmentValue::Zone(_) => any(&|question| question.options.zone.is_some()),
            SegmentValue::Tag if segment.tags.has(Tag::Before) => any(&|question| {
                let options = &question.options;
                options.before.is_some() || options.after.is_some() || question.kind == QuestionKind::Schedule
            }),
            SegmentValue::Tag if segment.tags.has(Tag::Since) => {
                any(&|question| question.options.since.is_some() || is_about(question, "lead-history"))
            }
            SegmentValue::Tag | SegmentValue::Filler => {
                !(is_negation(self.text.words(segment.at, segment.count)) || self.is_none_of(segment))
                    || any(&|question| {
                        question.form.polar
                            || question.form.relation == Some(Relation::Retired)
                            || is_about(question, "without")
                            || question.kind == QuestionKind::WhatIf
                    })
            }
            SegmentValue::Unknown => true,
        }
    }

    /// True if a word says that there is none of what follows: "no podium".
    fn is_none_of(&self, segment: &Segment<'_>) -> bool {
        let counted = [Tag::Win, Tag::Podium, Tag::Pole, Tag::Points, Tag::Fastest, Tag::Top];
        let none = NONE.contains(&self.text.words(segment.at, segment.count));
        none && self
            .segments
            .iter()
            .any(|next| next.at == segment.at + segment.count && next.tags.any(&counted))
    }

    /// True if it is asked who has none of something.
    pub(super) fn is_negated(&self) -> bool {
        let negates = |segment: &Segment<'_>| {
            is_negation(self.text.words(segment.at, segment.count))
                || self.is_none_of(segment)
                || WITHOUT.contains(&self.text.words(segment.at, segment.count))
        };
        self.segments.iter().any(negates)
    }

    /// True if a question is about something that was named.
    fn names(&self, question: &Question, named: &Named) -> bool {
        let options = &question.options;
        let id = named.id.as_str();
        let mentions = |text: &Option<String>| text.as_deref().is_some_and(|text| text.contains(id));
        let given = question.given().any(|(_, value)| value == id);
        match named.kind {
            NameKind::Series => options
                .series
                .as_ref()
                .map_or(self.series.id == *id, |series| series.as_str() == id),
            NameKind::Season => self.has_season(std::slice::from_ref(question)),
            // The team-mates of a driver are those of the team, and the two of a team are its duel.
            NameKind::Driver if question.kind == QuestionKind::Team && self.tags.has(Tag::Mate) => true,
            NameKind::Team if is_about(question, "beat") => true,
            // A driver's class is that of the championship or of the driver alone.
            NameKind::Class | NameKind::Championship => {
                given || is_about(question, "together") || self.is_only_class(question, id)
            }
            _ => given || mentions(&options.results) || mentions(&options.words) || self.is_at_hand(question, named),
        }
    }

    /// True if a class or championship is the one of those whom the question is about.
    fn is_only_class(&self, question: &Question, class: &str) -> bool {
        let options = &question.options;
        let asked = |driver: &str| options.driver.as_ref().is_some_and(|one| one.as_str() == driver);
        self.season().is_some_and(|season| {
            let mut entries = season.entries.iter();
            entries.any(|entry| {
                entry.class.as_ref().is_some_and(|of| of.as_str() == class)
                    && entry.drivers.iter().any(|driver| asked(driver.as_str()))
            })
        })
    }

    /// True if a weekend or circuit is that which a question without one means.
    fn is_at_hand(&self, question: &Question, named: &Named) -> bool {
        let place = matches!(named.kind, NameKind::Weekend | NameKind::Track);
        let limits = |options: &Options| {
            let limits = [&options.after, &options.before, &options.since];
            limits.into_iter().flatten().count() > 0 || options.day.is_some() || options.code.is_some()
        };
        let at_hand = || {
            self.at_hand()
                .is_some_and(|(_, weekend)| weekend.id == *named.id.as_str())
        };
        place && (limits(&question.options) || (question.options.weekend.is_none() && at_hand()))
    }

    fn counts(&self, question: &Question, count: NumericEntity) -> bool {
        let options = &question.options;
        match count {
            NumericEntity::Session(kind, _) => {
                options.session.is_some()
                    || options.kind == Some(kind)
                    || options.results.is_some()
                    || is_limited(options)
            }
            NumericEntity::Round(_) => options.weekend.is_some() || is_limited(options) || options.results.is_some(),
            NumericEntity::Year(_) => self.has_season(std::slice::from_ref(question)),
            // Places, tops and bare numbers are read where a question needs one.
            NumericEntity::Clock(_) => matches!(question.form.relation, Some(Relation::At(_))),
            NumericEntity::Place(_) | NumericEntity::Top(_) | NumericEntity::Car | NumericEntity::Bare => true,
        }
    }

    /// True if the season that was named is that of a question, by its option or as the one at hand.
    fn has_season(&self, questions: &[Question]) -> bool {
        let current = || {
            self.current()
                .is_some_and(|season| self.season.as_ref() == Some(&season.id))
        };
        questions.iter().any(|question| question.options.season.is_some()) || current()
    }
}

/// True if a question is for this fact.
fn is_about(question: &Question, fact: &str) -> bool {
    question.options.about.as_deref() == Some(fact)
}

/// True if a question is limited to a part of the season.
const fn is_limited(options: &Options) -> bool {
    options.after.is_some() || options.before.is_some() || options.since.is_some()
}

/// True if a question is about the moment at which it is asked.
const fn is_now(question: &Question) -> bool {
    matches!(question.kind, QuestionKind::Next)
}
