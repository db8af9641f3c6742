//! `preview`: a weekend before it begins: timetable, field, last year's winners, tables, rules and notes.
//!
//! It is put together from other answers, asked as of the earlier of now and the weekend's first day.

use super::request::Request;
use super::{Misunderstanding, Question, QuestionKind, entries, gap, points, track, winners};
use crate::answer::{Answer, Body, Entries, Frame, LastTime, LocalDriver, Preview, Seat, WeekendTimetable};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Circuit, Conflict, Note, Season, Series, Weekend, day_start};

pub(super) fn answer(request: Request<'_>) -> Result<Answer, Misunderstanding> {
    let (catalogue, asker) = (request.catalogue, request.asker);
    let series = request.series()?;
    let season = request.calendar(series)?;
    let weekend = request.weekend_at_hand(series, season)?;
    let begin = day_start(catalogue.zone(weekend), weekend.start);
    let eve = Asker {
        now: asker.now.min(begin),
        ..asker.clone()
    };
    let mut parts = Parts {
        catalogue,
        series,
        season,
        weekend,
        eve: &eve,
        frame: Frame::of(catalogue, series, Some(season), &eve),
    };
    let preview = parts.preview();
    let notes = weekend.notes.iter().flat_map(|note| &note.sources);
    Ok(Answer::new(
        parts.frame.citing(series, weekend.sources.iter().chain(notes)),
        Body::Preview(Box::new(preview)),
    ))
}

/// Answers a question.
type AnswerFn = for<'q> fn(Request<'q>) -> Result<Answer, Misunderstanding>;

/// Other answers as of the weekend's eve, and the frame that gathers their sources.
struct Parts<'a> {
    catalogue: &'a Catalogue,
    series: &'a Series,
    season: &'a Season,
    weekend: &'a Weekend,
    eve: &'a Asker,
    frame: Frame,
}

impl Parts<'_> {
    /// Asks another question. What has no answer is left out of the preview: the question itself says why.
    fn ask(&mut self, answer: AnswerFn, question: &Question) -> Option<Body> {
        let answer = answer(Request::new(question, self.catalogue, self.eve)).ok()?;
        for cited in answer.frame.sources {
            if !self.frame.sources.contains(&cited) {
                self.frame.sources.push(cited);
            }
        }
        Some(answer.body)
    }

    /// A question of a kind about the series.
    fn of(&self, kind: QuestionKind) -> Question {
        Question::of(kind).series(self.series.id.clone())
    }

    fn preview(&mut self) -> Preview {
        let (season, weekend) = (self.season, self.weekend);
        let in_season = |question: Question| question.season(season.id.clone());
        let entries = in_season(self.of(QuestionKind::Entries)).weekend(weekend.id.clone());
        let entries = match self.ask(entries::answer, &entries) {
            Some(Body::Entries(entries)) => Some(entries),
            _ => None,
        };
        let last_time = self.last_time();
        let mut track = self.of(QuestionKind::Track);
        track.options.track = Some(weekend.circuit.clone());
        let track = match self.ask(track::answer, &track) {
            Some(Body::Track(track)) => Some(track),
            _ => None,
        };
        let championships = match self.ask(gap::answer, &in_season(self.of(QuestionKind::Gap))) {
            Some(Body::Gap(gaps)) => gaps,
            _ => Vec::new(),
        };
        let scoring = match self.ask(points::answer, &in_season(self.of(QuestionKind::Points))) {
            Some(Body::Points(scoring)) => scoring,
            _ => Vec::new(),
        };
        let rookies = seats(entries.as_ref()).filter(|seat| seat.rookie == Some(true));
        let concerns = |conflict: &&Conflict| conflict.weekend.as_ref() == Some(&weekend.id);
        Preview {
            plan: WeekendTimetable::of(self.catalogue, self.series, season, weekend, self.eve),
            track,
            last_time,
            championships,
            scoring,
            locals: self.locals(entries.as_ref()),
            rookies: rookies.map(|seat| seat.who.clone()).collect(),
            notes: self.notes(),
            conflicts: season.conflicts.iter().filter(concerns).cloned().collect(),
            entries,
        }
    }

    /// The winners of the weekend's latest edition before this one.
    fn last_time(&mut self) -> Option<LastTime> {
        let id = &self.weekend.id;
        let mut earlier = self.series.each_season().rev();
        let earlier = earlier.find(|other| other.id < self.season.id && other.weekend(id.as_str()).is_some())?;
        let winners = self.of(QuestionKind::Winners).season(earlier.id.clone());
        match self.ask(winners::answer, &winners.weekend(id.clone()))? {
            Body::Winners(winners) => Some(LastTime {
                season: earlier.id.clone(),
                winners,
            }),
            _ => None,
        }
    }

    /// Entrants who live near the circuit.
    fn locals(&self, entries: Option<&Entries>) -> Vec<LocalDriver> {
        let circuit = self.catalogue.circuit(self.weekend);
        let local = |seat: &&Seat| circuit.is_some_and(|circuit| is_local(circuit, seat.hometown.as_deref()));
        let named = |seat: &Seat| {
            Some(LocalDriver {
                who: seat.who.clone(),
                hometown: seat.hometown.clone()?,
            })
        };
        seats(entries).filter(local).filter_map(named).collect()
    }

    /// The weekend's notes that are known on its eve.
    fn notes(&self) -> Vec<Note> {
        let known = |note: &&Note| {
            note.since
                .is_none_or(|since| day_start(self.series.zone, since) <= self.eve.now)
        };
        self.weekend.notes.iter().filter(known).cloned().collect()
    }
}

/// All who are entered.
fn seats(entries: Option<&Entries>) -> impl Iterator<Item = &Seat> {
    let classes = entries.into_iter().flat_map(|entries| &entries.classes);
    classes.flat_map(|class| &class.seats)
}

/// True if a home town is in the circuit's state or province: `Huntington, New York`.
fn is_local(circuit: &Circuit, hometown: Option<&str>) -> bool {
    let region = hometown
        .and_then(|town| town.rsplit_once(", "))
        .map(|(_, region)| region);
    region.is_some() && region == circuit.region.as_deref()
}
