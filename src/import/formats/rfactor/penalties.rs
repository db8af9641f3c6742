//! Penalties of a session, which the stream of its events tells as sentences: `Fen_grey received Drive Thru penalty`.

use std::collections::BTreeMap;

use super::xml::RfactorSession;

/// The penalties of drivers by their names, those of one driver after the other.
pub fn by_driver(session: &RfactorSession) -> BTreeMap<String, String> {
    let mut penalties: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for sentence in &session.penalties {
        let names = session.drivers.iter().filter_map(|driver| driver.text("Name"));
        let told = names.filter_map(|name| Some((name, sentence.strip_prefix(name)?.strip_prefix(' ')?)));
        // A name can begin as another one does.
        if let Some((name, words)) = told.max_by_key(|(name, _)| name.len())
            && let Some(penalty) = penalty(words)
        {
            penalties.entry(name.to_owned()).or_default().push(penalty);
        }
    }
    let joined = penalties.into_iter().map(|(name, all)| (name, all.join("; ")));
    joined.collect()
}

/// The penalty that a sentence without its driver gives; `None` if it tells that one was served.
fn penalty(words: &str) -> Option<String> {
    if let Some(received) = words.strip_prefix("received ") {
        let kind = received.split(" penalty").next().unwrap_or(received).trim();
        return (!kind.is_empty()).then(|| kind.to_owned());
    }
    let (_, added) = words
        .strip_prefix("finished before serving penalty")?
        .split_once("added ")?;
    let seconds = added.split_whitespace().next()?;
    Some(format!("{seconds} seconds added at the end"))
}

#[cfg(test)]
mod tests {
    use super::penalty;

    #[test]
    fn sentences_tell_penalties() {
        let told = |words| penalty(words).unwrap_or_default();
        assert_eq!(
            told("received Stop/Go penalty, 10s, 0laps. Result: penalties=1"),
            "Stop/Go"
        );
        assert_eq!(told("served 1st Stop/Go penalty, result: penalties=0"), "");
        assert_eq!(
            told("finished before serving penalty, added 35 seconds to totalET"),
            "35 seconds added at the end"
        );
    }
}
