//! Understanding: a message in the asker's own words becomes an [`Intent`], by a grammar and no model.
//!
//! ```text
//! text      = words                        no accents, no case, no apostrophes, no invisible characters        text
//! words     = segment*                     from left to right, the longest that is known                       segments
//! segment   = name | number | day | zone | tag | filler | unknown
//! name      = an entry of the packs' index driver, team, weekend, circuit, class, championship, series
//! number    = "race 1" | "p3" | "top 3" | "round 7" | "2023" | "in 23" | "the 24"                              numbers
//! day       = "today" | "saturday" | "june 22"   zone = "in london" | "pacific time" | ...               lookup
//! tag       = a word or phrase of the lexicon, in four languages, one typo forgiven                  lexicon, vocabulary
//! parse     = the fields that names, numbers and days fill, and the union of all tags                          parse
//! rule      = needs: of each group of tags one; bars: none of these; weighs: the weight of each tag            intents
//! reading   = the rule with the highest score, its question filled in from the parse                     ranking, fill
//! ```
//!
//! The score of a rule is the sum of the weights of the tags it weighs, less a penalty for the tags it ignores. Two readings
//! as close as `CLOSE` become a question back. No rule that reaches `LEAST`, or an unknown word where a name would change
//! the answer, is a [`Misunderstanding`] with the nearest questions. Names come from the packs: a new pack brings new names
//! without code, and where a series is named, the names of others are left out.
//!
//! A message is parsed once: questions, reminders and notes of what was seen are told apart here, not by the callers.

mod context;
mod explain;
mod fill;
mod fill_facts;
mod fill_results;
mod follow_up;
mod intent;
mod intents;
mod lexicon;
mod numbers;
mod out_of_scope;
mod parse;
mod ranking;
mod segments;
mod series;
mod spoilers;
mod stories;
mod tags;
mod text;
mod unsupported;
mod vocabulary;

pub use explain::{ParseTrace, explain};
pub use intent::{BotCommand, Intent, Reading};
pub use out_of_scope::{OutOfScope, UnsupportedTopic};
pub use spoilers::SpoilerHorizon;

use crate::dataset::Catalogue;
use crate::domain::{Asker, SeriesId};
use crate::lookup::{Named, fillers, normalised};
use crate::question::{Call, Candidate, Misunderstanding, Question};
use parse::Parse;
use ranking::{LEAST, ScoredRule, ranked};
use tags::Tag;

/// Maximum difference of two scores at which the asker is asked back, in tenths.
const CLOSE: i32 = 3;
/// Minimum score of an out-of-scope topic at which no note is searched, in tenths.
const SURE: i32 = 40;
/// Maximum number of questions answered at once.
const MOST_QUESTIONS: usize = 3;

/// Reads a message in the asker's own words.
fn read(text: &str, last: Option<&Question>, catalogue: &Catalogue, asker: &Asker) -> Result<Intent, Misunderstanding> {
    let parse = Parse::of(text, catalogue, asker).ok_or(Misunderstanding::Empty)?;
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
        && let Some(readings) = elsewhere(text, &parse, last)
    {
        return Err(Misunderstanding::Close { readings });
    }
    if let Some((words, people)) = &parse.either {
        return Err(ambiguous(text, words, people, last, catalogue, asker));
    }
    let ranked = ranked(&parse);
    // A topic that is certainly out of scope needs no note that happens to have its words.
    let out_of_scope = ranked
        .first()
        .is_some_and(|best| best.rule.lenient && best.score >= SURE);
    if !out_of_scope && let Some(story) = stories::reading(&parse, ranked.first().map_or(0, |best| best.score)) {
        return Ok(Intent::question(story));
    }
    let Some(best) = ranked.first().filter(|best| best.score >= LEAST) else {
        return Err(unread(&parse, &ranked));
    };
    if !best.rule.lenient && !parse.unknown.is_empty() {
        return Err(unread(&parse, &ranked));
    }
    let close: Vec<Question> = ranked
        .iter()
        .take_while(|one| best.score - one.score < CLOSE)
        .filter_map(|one| (one.rule.fill)(&parse).ok())
        .filter_map(|intent| intent.questions().first().cloned())
        .collect();
    let mut intent = (best.rule.fill)(&parse)?;
    let mut distinct: Vec<Question> = Vec::new();
    for question in close {
        if !distinct.contains(&question) {
            distinct.push(question);
        }
    }
    if distinct.len() > 1 && intent.questions().len() == 1 {
        return Err(Misunderstanding::Close {
            readings: distinct.iter().map(Question::line).collect(),
        });
    }
    if let Intent::Questions(reading) = &mut intent {
        reading.questions.truncate(MOST_QUESTIONS);
    }
    Ok(intent)
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
    let call = Call::parse(line);
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

/// The question about each of several other series that have a name, as far as it can be read.
fn elsewhere(text: &str, parse: &Parse<'_>, last: Option<&Question>) -> Option<Vec<String>> {
    let of = |series: &SeriesId| {
        let asker = Asker {
            series: series.clone(),
            ..parse.asker.clone()
        };
        let intent = read(text, last, parse.catalogue, &asker).ok()?;
        let line = intent.questions().first()?.line();
        Some(format!("{line} series:{series}"))
    };
    let readings: Vec<String> = parse.others.iter().filter_map(of).take(3).collect();
    (!readings.is_empty()).then_some(readings)
}

/// The ambiguity of a name that several people have, with the question about each of them.
fn ambiguous(
    text: &str,
    words: &str,
    people: &[&Named],
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Misunderstanding {
    let plain = text::Text::of(text);
    let candidates = people.iter().map(|named| {
        let replaced = plain.line().replacen(words, &normalised(&named.label), 1);
        let intent = read(&replaced, last, catalogue, asker).ok();
        let line = intent.and_then(|intent| intent.questions().first().map(Question::line));
        Candidate {
            line,
            ..Candidate::of(named)
        }
    });
    Misunderstanding::Ambiguous {
        text: words.to_owned(),
        candidates: candidates.collect(),
    }
}

/// The misunderstanding of a text: its unknown words, and the three nearest questions.
fn unread(parse: &Parse<'_>, ranked: &[ScoredRule]) -> Misunderstanding {
    let mut nearest: Vec<String> = Vec::new();
    let usual = ["next", "leaders", "help"].map(str::to_owned);
    let filled = ranked.iter().filter_map(|one| (one.rule.fill)(parse).ok());
    let lines = filled.flat_map(|intent| intent.questions().iter().map(Question::line).collect::<Vec<_>>());
    for line in lines.chain(usual) {
        if !nearest.contains(&line) && nearest.len() < 3 {
            nearest.push(line);
        }
    }
    Misunderstanding::Unread {
        unknown: parse.unknown.iter().take(3).cloned().collect(),
        nearest,
    }
}
