//! Suggestions for a misspelt word: the nearest candidate.

/// The candidate nearest to `word`, if one is near enough to be meant: one edit in three letters, and always one.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let length = word.chars().count();
    // A word longer than any id or key is no typo, and comparing it would take long.
    if length > 80 {
        return None;
    }
    let allowed = (length / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(slips, _)| *slips <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_found_and_a_far_one_is_not() {
        let words = ["class", "car", "team", "jdx-racing"];
        assert_eq!(nearest("clas", words), Some("class"));
        assert_eq!(nearest("jdc-racing", words), Some("jdx-racing"));
        assert_eq!(nearest("driver", words), None);
        assert_eq!(nearest(&"c".repeat(10_000), words), None);
    }
}
