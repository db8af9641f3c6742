//! Reading of a message: the intent of a command line or of the asker's own words.

use super::as_of::{AsOf, as_of, dated};
use super::coverage::is_negation;
use super::intent::{BotCommand, Intent, Reading};
use super::learned::model;
use super::measures::{LikelyReading, likely_readings};
use super::parse::Parse;
use super::tags::Tag;
use super::text::Text;
use super::{cancellations, follow_up, series, several, spoilers, stories, suppositions};
use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId, SessionKind};
use crate::lookup::{Named, fillers};
use crate::question::{Call, Candidate, Misunderstanding, Question, QuestionKind, asker_as_of, day_at};

/// Minimum probability of a reading that is taken without asking back.
const SURE: f32 = 0.55;
/// Minimum probability of a reading that is offered.
const LIKELY: f32 = 0.12;
/// Minimum probability of a reading about the racing at which no note is searched.
const CERTAIN: f32 = 0.8;
/// Measures of a title that is still open.
const OPEN: &[&str] = &["clinch", "contenders"];
/// Maximum number of readings offered.
const MOST_READINGS: usize = 3;
/// Maximum number of questions answered at once.
const MOST_QUESTIONS: usize = 3;

/// Reads a message in the asker's own words.
fn read(text: &str, last: Option<&Question>, catalogue: &Catalogue, asker: &Asker) -> Result<Intent, Misunderstanding> {
    let parse = Parse::of(text, catalogue, asker).ok_or(Misunderstanding::Empty)?;
    read_parse(parse, last)
}

/// Reads a parsed message.
fn read_parse(parse: Parse<'_>, last: Option<&Question>) -> Result<Intent, Misunderstanding> {
    if parse.text.len() == 0 {
        return Err(Misunderstanding::Empty);
    }
    if let Some(horizon) = spoilers::horizon(&parse) {
        return Ok(Intent::Seen(horizon));
    }
    if let Some(intent) = follow_up::follow_up(&parse, last) {
        return intent;
    }
    if parse.tags.has(Tag::Spoiler) && !parse.tags.has(Tag::Seen) {
        return spoilers::hidden(parse);
    }
    if parse.others.len() > 1
        && let Some(mut readings) = elsewhere(&parse, last)
    {
        return match (readings.len(), readings.pop()) {
            (1, Some(only)) => Ok(Intent::question(only)),
            (_, last) => Err(Misunderstanding::Close {
                readings: readings.into_iter().chain(last).collect(),
            }),
        };
    }
    if let Some((words, meant)) = parse.either.first() {
        return Err(ambiguous(&parse, words, meant, last));
    }
    if let Some(nobody) = &parse.nobody {
        return Err(nobody.clone());
    }
    if let Some(supposed) = suppositions::read(&parse) {
        return supposed;
    }
    if let Some(cancelled) = cancellations::read(&parse) {
        let mut intent = cancelled?;
        if let Intent::Questions(reading) = &mut intent {
            settle(&parse, reading, &[]);
        }
        return Ok(intent);
    }
    if let Some(both) = read_both(&parse) {
        return Ok(both);
    }
    read_measure(&parse)
}

/// Reads two questions in one text: both where each can be read, else the first with the other as left out; `None` where the
/// text is one question.
fn read_both(parse: &Parse<'_>) -> Option<Intent> {
    let (first, second) = several::split(parse)?;
    let part = |text: &str| {
        let parse = Parse::of(text, parse.catalogue, parse.asker)?;
        let unsettled = !parse.either.is_empty() || parse.nobody.is_some() || parse.others.len() > 1;
        let intent = if unsettled { None } else { read_measure(&parse).ok() }?;
        (!intent.questions().is_empty()).then_some(intent)
    };
    let mut first = part(first)?;
    let named = Parse::of(second, parse.catalogue, parse.asker)?;
    let names_somebody = !named.drivers.is_empty() || !named.teams.is_empty();
    let depends = several::refers(second) && !names_somebody;
    let read = (!depends).then(|| part(second)).flatten();
    let told = first
        .questions()
        .first()
        .is_some_and(|asked| several::is_told_by(asked, &named));
    let (Intent::Questions(reading), other) = (&mut first, read) else {
        return None;
    };
    match (other, reading.questions.first().cloned()) {
        (Some(Intent::Questions(other)), Some(asked)) => {
            for question in other.questions {
                if !several::stands(&asked, &question, &named) {
                    reading.left_out.push(second.to_owned());
                    break;
                }
                let question = several::continued(&asked, question);
                if !reading.questions.contains(&question) && reading.questions.len() < MOST_QUESTIONS {
                    reading.questions.push(question);
                }
            }
            reading.left_out.extend(other.left_out);
        }
        _ if told => {}
        _ => reading.left_out.push(second.to_owned()),
    }
    Some(first)
}

/// Reads a parsed message by what it asks for.
fn read_measure(parse: &Parse<'_>) -> Result<Intent, Misunderstanding> {
    let likely = likely_readings(parse);
    let Some(best) = likely.first() else {
        return Err(unread(parse, &likely));
    };
    let measure = best.measures().next().unwrap_or_default();
    let is_strange = |word: &String| !model().knows(word);
    let strange = parse.unknown.iter().any(is_strange);
    // A topic that is certainly out of scope needs no note that happens to have its words.
    let certain = if best.is_racing() {
        best.probability >= CERTAIN && !strange && measure != "story"
    } else {
        best.probability >= SURE
    };
    if (best.is_racing() || !certain)
        && let Some(story) = stories::reading(parse, measure, certain)
    {
        return Ok(Intent::question(story));
    }
    let silent = parse.segments.iter().all(|segment| segment.tags.is_empty()) && parse.unknown.iter().all(is_strange);
    let sure = best.probability >= SURE;
    if best.probability < LIKELY || (strange && (best.is_racing() || silent || !sure)) {
        return Err(unread(parse, &likely));
    }
    if !sure {
        return Err(close(parse, &likely));
    }
    let mut intent = best.filled.clone()?;
    let sprint = parse.tags.has(Tag::Sprint) && !intent.questions().iter().all(is_about_sprints);
    let unheard = sprint.then(|| "sprint".to_owned());
    if let Some(word) = unheard.or_else(|| unheard_zone(parse, &intent)) {
        return Err(Misunderstanding::Unread {
            unknown: vec![word],
            nearest: intent.questions().to_vec(),
        });
    }
    if let Intent::Questions(reading) = &mut intent {
        if let Some(running) = parse.only_running().filter(|_| OPEN.contains(&measure)) {
            let questions = reading.questions.iter_mut();
            questions.for_each(|question| question.options.series = Some(running.clone()));
            reading.assumed = true;
        }
        let measures: Vec<&str> = if best.is_racing() {
            best.measures().collect()
        } else {
            Vec::new()
        };
        settle(parse, reading, &measures);
        let negated = reading.left_out.iter().any(|word| is_negation(word));
        if negated || parse.asks_of_another(&reading.questions) || parse.misses_truth(&reading.questions) {
            return Err(unread(parse, &likely));
        }
    }
    Ok(intent)
}

/// Gives the questions of a reading their forms, and notes the words that none of them uses.
fn settle(parse: &Parse<'_>, reading: &mut Reading, measures: &[&str]) {
    reading.questions.truncate(MOST_QUESTIONS);
    for question in &mut reading.questions {
        question.form = parse.form(question);
    }
    reading.left_out = parse.left_out(&reading.questions, measures);
    reading.assumed |= parse.segments.iter().any(|segment| segment.typo);
}

/// The words of a zone in a question about results: a place that is not known, since results have no clock.
fn unheard_zone(parse: &Parse<'_>, intent: &Intent) -> Option<String> {
    let kinds = [QuestionKind::Results, QuestionKind::Winners];
    let asked = intent.questions().iter().any(|question| kinds.contains(&question.kind));
    let zone = parse.segments.iter().find(|segment| segment.tags.has(Tag::AZone))?;
    (asked && parse.weekends.is_empty()).then(|| parse.text.words(zone.at, zone.count).to_owned())
}

/// The misunderstanding of a text that can be read in several ways: a question back, where these are questions.
fn close(parse: &Parse<'_>, likely: &[LikelyReading]) -> Misunderstanding {
    let mut readings: Vec<Question> = Vec::new();
    let offered = likely.iter().take_while(|one| one.probability >= LIKELY);
    for question in offered.filter_map(LikelyReading::question).take(MOST_READINGS) {
        if !readings.contains(&question) {
            readings.push(question);
        }
    }
    if readings.len() > 1 {
        Misunderstanding::Close { readings }
    } else {
        unread(parse, likely)
    }
}

/// The intent of a line: a command, with or without its slash, or the asker's own words. `last` is the question before, for
/// follow-ups such as "and sunday?".
///
/// # Errors
/// Returns what was not understood, with the nearest things that can be asked.
pub fn understand(
    line: &str,
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Intent, Misunderstanding> {
    let series = catalogue.series.get(&asker.series);
    let Some(AsOf { rest, said, day }) = as_of(line, day_at(series, asker)) else {
        return understand_now(line, last, catalogue, asker);
    };
    let unknown = || Misunderstanding::UnknownDate { text: said.clone() };
    let Some(day) = day else {
        // "As of round 5" is the table after it.
        let intent =
            understand_now(line, last, catalogue, asker).map_err(|why| if dated(&said) { unknown() } else { why })?;
        let limited = |question: &Question| question.options.after.is_some() || question.options.weekend.is_some();
        return if intent.questions().iter().all(limited) {
            Ok(intent)
        } else {
            Err(unknown())
        };
    };
    let series = series::named(&Text::of(&rest), catalogue).or(series);
    let then = asker_as_of(day, series, catalogue, asker)?;
    let mut intent = match last.filter(|_| rest.is_empty()) {
        Some(last) => Intent::question(last.clone()),
        None => understand_now(&rest, last, catalogue, &then)?,
    };
    if let Intent::Questions(reading) = &mut intent {
        for question in &mut reading.questions {
            question.set_as_of(day)?;
        }
    }
    Ok(intent)
}

/// The intent of a line at the asker's moment.
fn understand_now(
    line: &str,
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Intent, Misunderstanding> {
    let call = Call::parse(line);
    if call.as_ref().is_ok_and(lists_reminders) {
        return Ok(Intent::Command(BotCommand::ListReminders));
    }
    let asked = call.clone().and_then(|call| Question::read(&call, catalogue, asker));
    let is_command = line.trim_start().starts_with('/') || call.as_ref().is_ok_and(|call| !call.options.is_empty());
    match (asked, call) {
        (Ok(question), _) if is_command => Ok(Intent::question(question)),
        (Ok(question), Ok(call)) => {
            // Fillers may say more than a command takes: "gap to hartog".
            let joined = call.words.iter().any(|word| fillers().command.contains(word));
            let read = joined.then(|| read(line, last, catalogue, asker).ok()).flatten();
            let same = |intent: &Intent| {
                let questions = intent.questions();
                !questions.is_empty() && questions.iter().all(|one| one.spec() == question.spec())
            };
            Ok(read.filter(same).unwrap_or_else(|| Intent::question(question)))
        }
        (Err(why), _) if is_command => Err(why),
        (Err(why), call) => read(line, last, catalogue, asker).map_err(|unread| match unread {
            // The fault of a command is more specific than that it is no sentence.
            Misunderstanding::Unread { .. } if call.is_ok() => why,
            Misunderstanding::Empty => why,
            unread => unread,
        }),
        (Ok(question), Err(_)) => Ok(Intent::question(question)),
    }
}

/// True if a question uses the word "sprint": by its session, by its kind, or because it is about all points that are paid.
fn is_about_sprints(question: &Question) -> bool {
    let session = question.options.session.as_ref();
    session.is_some_and(|session| session.as_str().contains("sprint"))
        || question.options.kind == Some(SessionKind::Sprint)
        || question.kind == QuestionKind::Points
        || question.options.about.as_deref() == Some("maximum")
}

/// True if a command is `/schedule reminders`: the reminders beside the timetable.
fn lists_reminders(call: &Call) -> bool {
    let word = |word: &String| ["reminder", "reminders"].contains(&word.to_lowercase().as_str());
    call.spec.kind == QuestionKind::Schedule
        && call.options.is_empty()
        && matches!(call.words.as_slice(), [only] if word(only))
}

/// The question about each of several other series that have a name, as far as it can be read.
fn elsewhere(parse: &Parse<'_>, last: Option<&Question>) -> Option<Vec<Question>> {
    let of = |series: &SeriesId| {
        let asker = Asker {
            series: series.clone(),
            ..parse.asker.clone()
        };
        let intent = read(parse.raw, last, parse.catalogue, &asker).ok()?;
        Some(intent.questions().first()?.clone().series(series.clone()))
    };
    let readings: Vec<Question> = parse.others.iter().filter_map(of).take(3).collect();
    (!readings.is_empty()).then_some(readings)
}

/// The ambiguity of a name that several people or weekends have, with the question about each of them.
fn ambiguous(parse: &Parse<'_>, words: &str, meant: &[&Named], last: Option<&Question>) -> Misunderstanding {
    let candidates = meant.iter().map(|named| {
        let chosen = Parse::of(parse.raw, parse.catalogue, parse.asker).and_then(|mut chosen| {
            chosen.choose(named);
            chosen.either.is_empty().then_some(chosen)
        });
        let intent = chosen.and_then(|chosen| read_parse(chosen, last).ok());
        Candidate {
            question: intent.and_then(|intent| intent.questions().first().cloned()),
            ..Candidate::of(named)
        }
    });
    Misunderstanding::Ambiguous {
        text: words.to_owned(),
        candidates: candidates.collect(),
    }
}

/// The misunderstanding of a text: its unknown words, and the three nearest questions.
fn unread(parse: &Parse<'_>, likely: &[LikelyReading]) -> Misunderstanding {
    let mut nearest: Vec<Question> = Vec::new();
    let usual = [QuestionKind::Next, QuestionKind::Leaders, QuestionKind::Help].map(Question::of);
    let questions = likely.iter().filter_map(LikelyReading::question);
    for question in questions.chain(usual) {
        if !nearest.contains(&question) && nearest.len() < 3 {
            nearest.push(question);
        }
    }
    Misunderstanding::Unread {
        unknown: parse.unknown.iter().take(3).cloned().collect(),
        nearest,
    }
}
