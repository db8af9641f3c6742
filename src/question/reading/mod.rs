//! Reading: a question in somebody's own words becomes a question, by a grammar and by nothing else.
//!
//! ```text
//! text      = words                        no accents, no case, no apostrophes, nothing that cannot be seen    text
//! words     = piece*                       from left to right, the longest that is known                       pieces
//! piece     = name | count | day | zone | sign | filler | unknown
//! name      = what the packs' index knows  driver, team, weekend, circuit, class, championship, series
//! count     = "race 1" | "p3" | "top 3" | "round 7" | "2023" | "in 23" | "the 24"                              numbers
//! day       = "today" | "saturday" | "june 22"   zone = "in london" | "pacific time" | ...                           dates
//! sign      = a word or phrase of the lexicon, in four languages, with one slip forgiven             lexicon, vocabulary
//! sense     = the fields that names, counts and days fill, and all signs together                              sense
//! intent    = needs: of each group of signs one; bars: none of these; weighs: what each sign speaks for        intents
//! reading   = the intent with the highest score, its question filled in from the sense                   rank, fill
//! ```
//!
//! An intent's score is the sum of the weights of the signs it hears, less what it leaves unheard. Two readings as close as
//! `CLOSE` become a question back; none that reaches `LEAST`, or a word that nobody knows in a place where a name would
//! change the answer, is not understood, with the nearest questions. Names come from the packs: a new pack brings new
//! names without code, and the names of other series are not looked at where a series is named.

mod at_hand;
mod beyond;
mod explain;
mod fill;
mod fill_facts;
mod fill_results;
mod fillers;
mod follow;
mod intents;
mod lexicon;
mod mark;
mod numbers;
mod outside;
mod pieces;
mod rank;
mod sense;
mod series;
mod spoilers;
mod stories;
mod text;
mod vocabulary;

pub use explain::{Explained, explain};
pub use outside::Outside;
pub use spoilers::{Seen, seen};

use super::reader::FILLERS;
use super::{Call, Candidate, Misunderstanding, Question};
use crate::dataset::Catalogue;
use crate::domain::{Asker, Slug};
use mark::Mark;
use rank::{LEAST, Ranked, ranked};
use sense::Sense;

/// What somebody's words were read as: one question, or several that were asked at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The questions, in the order in which they were asked; never none.
    pub questions: Vec<Question>,
    /// Whether results are to be hidden until the reader wants to see them.
    pub hidden: bool,
}

/// How close two readings must be for a question back.
const CLOSE: i32 = 3;
/// What must speak for a reading that needs no look at the notes.
const SURE: i32 = 40;
/// The most questions that are answered at once.
const MOST_QUESTIONS: usize = 3;

/// Reads a question in somebody's own words. `last` is what they asked before, for words such as "and sunday?".
///
/// # Errors
/// Why it is not understood or not answered, with what can be asked instead.
pub fn read(
    text: &str,
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Reading, Misunderstanding> {
    let sense = Sense::of(text, catalogue, asker).ok_or(Misunderstanding::Empty)?;
    if sense.text.len() == 0 {
        return Err(Misunderstanding::Empty);
    }
    if let Some(reading) = follow::follow(&sense, last) {
        return reading;
    }
    if sense.marks.has(Mark::Spoiler) && !sense.marks.has(Mark::Seen) {
        return spoilers::hidden(sense);
    }
    if sense.others.len() > 1
        && let Some(readings) = elsewhere(text, &sense, last)
    {
        return Err(Misunderstanding::Close { readings });
    }
    if let Some((words, people)) = &sense.either {
        return Err(which(text, words, people, last, catalogue, asker));
    }
    let ranked = ranked(&sense);
    // What is outside for sure needs no note that happens to have its words.
    let outside = ranked
        .first()
        .is_some_and(|best| best.intent.lenient && best.score >= SURE);
    if !outside && let Some(reading) = stories::reading(&sense, ranked.first().map_or(0, |best| best.score)) {
        return Ok(reading);
    }
    let Some(best) = ranked.first().filter(|best| best.score >= LEAST) else {
        return Err(unread(&sense, &ranked));
    };
    if !best.intent.lenient && !sense.unknown.is_empty() {
        return Err(unread(&sense, &ranked));
    }
    let close: Vec<Question> = ranked
        .iter()
        .take_while(|one| best.score - one.score < CLOSE)
        .filter_map(|one| (one.intent.fill)(&sense).ok())
        .filter_map(|questions| questions.into_iter().next())
        .collect();
    let questions = (best.intent.fill)(&sense)?;
    let mut distinct: Vec<Question> = Vec::new();
    for question in close {
        if !distinct.contains(&question) {
            distinct.push(question);
        }
    }
    if distinct.len() > 1 && questions.len() == 1 {
        return Err(Misunderstanding::Close {
            readings: distinct.iter().map(Question::line).collect(),
        });
    }
    Ok(Reading {
        questions: questions.into_iter().take(MOST_QUESTIONS).collect(),
        hidden: false,
    })
}

/// Understands a line: a command, with or without its slash, or somebody's own words.
///
/// # Errors
/// Why it is not understood or not answered, with what can be asked instead.
pub fn understand(
    line: &str,
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Result<Reading, Misunderstanding> {
    let alone = |question| Reading {
        questions: vec![question],
        hidden: false,
    };
    let call = Call::parse(line);
    let asked = call.clone().and_then(|call| Question::read(&call, catalogue, asker));
    let is_command = line.trim_start().starts_with('/') || call.as_ref().is_ok_and(|call| !call.options.is_empty());
    match (asked, call) {
        (Ok(question), _) if is_command => Ok(alone(question)),
        (Ok(question), Ok(call)) => {
            // Joining words may say more than a command hears: "gap to hartog".
            let joined = call.words.iter().any(|word| FILLERS.contains(&word.as_str()));
            let read = joined.then(|| read(line, last, catalogue, asker).ok()).flatten();
            let same = |reading: &Reading| reading.questions.iter().all(|one| one.spec() == question.spec());
            Ok(read.filter(same).unwrap_or_else(|| alone(question)))
        }
        (Err(why), _) if is_command => Err(why),
        (Err(why), call) => read(line, last, catalogue, asker).map_err(|unread| match unread {
            // What is wrong with a command says more than that it is no sentence.
            Misunderstanding::Unread { .. } if call.is_ok() => why,
            Misunderstanding::Empty => why,
            unread => unread,
        }),
        (Ok(question), Err(_)) => Ok(alone(question)),
    }
}

/// Several other series have a name: the question about each of them, as far as it can be read.
fn elsewhere(text: &str, sense: &Sense<'_>, last: Option<&Question>) -> Option<Vec<String>> {
    let of = |series: &Slug| {
        let asker = Asker {
            series: series.clone(),
            ..sense.asker.clone()
        };
        let reading = read(text, last, sense.catalogue, &asker).ok()?;
        let line = reading.questions.first()?.line();
        Some(format!("{line} series:{series}"))
    };
    let readings: Vec<String> = sense.others.iter().filter_map(of).take(3).collect();
    (!readings.is_empty()).then_some(readings)
}

/// Several people have the name: the question about each of them.
fn which(
    text: &str,
    words: &str,
    people: &[&crate::dataset::Named],
    last: Option<&Question>,
    catalogue: &Catalogue,
    asker: &Asker,
) -> Misunderstanding {
    let plain = text::Text::of(text);
    let candidates = people.iter().map(|named| {
        let said = plain
            .line()
            .replacen(words, &crate::dataset::normalised(&named.label), 1);
        let reading = read(&said, last, catalogue, asker).ok();
        let line = reading.and_then(|reading| reading.questions.first().map(Question::line));
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

/// Not understood: the words that nobody knows, and the three nearest questions.
fn unread(sense: &Sense<'_>, ranked: &[Ranked]) -> Misunderstanding {
    let mut nearest: Vec<String> = Vec::new();
    let usual = ["next", "leaders", "help"].map(str::to_owned);
    let filled = ranked.iter().filter_map(|one| (one.intent.fill)(sense).ok());
    let lines = filled.flatten().map(|question| question.line());
    for line in lines.chain(usual) {
        if !nearest.contains(&line) && nearest.len() < 3 {
            nearest.push(line);
        }
    }
    Misunderstanding::Unread {
        unknown: sense.unknown.iter().take(3).cloned().collect(),
        nearest,
    }
}
