//! Messages of the typed parser in the words of a pack.

/// A message of the parser as people say it: `'DNF' is none of dnf, dns`, `7 stands where a text belongs`.
pub fn in_words(message: &str) -> String {
    let told = wrong_type(message).or_else(|| unknown_word(message));
    told.unwrap_or_else(|| message.to_owned())
}

fn unknown_word(message: &str) -> Option<String> {
    let (text, known) = message.strip_prefix("unknown variant `")?.split_once("`, expected ")?;
    let known: Vec<&str> = known.split('`').skip(1).step_by(2).collect();
    Some(format!("'{text}' is none of {}", known.join(", ")))
}

fn wrong_type(message: &str) -> Option<String> {
    let rest = message
        .strip_prefix("invalid type: ")
        .or_else(|| message.strip_prefix("invalid value: "))?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    let expected = match expected {
        "a string" => "a text",
        "a sequence" => "a list",
        "a boolean" => "true or false",
        "a map" => "an object",
        _ if expected.starts_with("struct ") => "an object",
        _ => expected,
    };
    Some(format!("{} stands where {expected} belongs", value(found)))
}

/// A value as the parser names it: an integer in backticks, a string in quotes, or `map`.
fn value(named: &str) -> String {
    let text = named.strip_prefix("string \"").and_then(|rest| rest.strip_suffix('"'));
    match (text, named) {
        (Some(text), _) => format!("'{text}'"),
        (None, "map") => "an object".to_owned(),
        (None, "sequence") => "a list".to_owned(),
        (None, _) => named.split('`').nth(1).unwrap_or(named).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_parser_are_those_of_a_pack() {
        let told = [
            (
                "invalid type: integer `7`, expected a string",
                "7 stands where a text belongs",
            ),
            (
                "invalid type: string \"a, b\", expected a sequence",
                "'a, b' stands where a list belongs",
            ),
            (
                "invalid type: map, expected a sequence",
                "an object stands where a list belongs",
            ),
            (
                "invalid type: sequence, expected struct Row",
                "a list stands where an object belongs",
            ),
            (
                "invalid value: integer `-1`, expected a whole number",
                "-1 stands where a whole number belongs",
            ),
            (
                "unknown variant `full`, expected `complete` or `partial`",
                "'full' is none of complete, partial",
            ),
            ("'x y' is not an id", "'x y' is not an id"),
        ];
        for (message, words) in told {
            assert_eq!(in_words(message), words);
        }
    }
}
