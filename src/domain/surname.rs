//! Surnames: the part of a name that a family shares, with its particles and what tells generations apart.

/// Words before a surname that belong to it, in small letters.
const PARTICLES: [&str; 28] = [
    "al", "d", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "la", "las",
    "le", "los", "st", "te", "ten", "ter", "van", "vom", "von", "zu", "zur",
];

/// Words after a surname that tell generations apart, in small letters.
const GENERATIONS: [&str; 7] = ["jr", "junior", "sr", "ii", "iii", "iv", "v"];

fn is_one_of(words: &[&str], word: &str) -> bool {
    let word = word.trim_matches(['.', ',']).to_lowercase();
    words.contains(&word.as_str())
}

/// The surname at the end of a whole name: `Sainz Jr.`, `van der Berg`.
pub(super) fn surname(name: &str) -> &str {
    let family = without_generation(name);
    let mut from = family.rfind(' ').map_or(0, |space| space + 1);
    // The first word is a given name, whatever it looks like.
    while let Some((before, particle)) = name.get(..from).and_then(|before| before.trim_end().rsplit_once(' '))
        && is_one_of(&PARTICLES, particle)
    {
        from = before.len() + 1;
    }
    name.get(from..).unwrap_or(name)
}

/// A name without what tells generations apart: `Carlos Sainz` of `Carlos Sainz Jr.`.
pub(super) fn without_generation(name: &str) -> &str {
    match name.trim_end().rsplit_once(' ') {
        Some((before, last)) if is_one_of(&GENERATIONS, last) => before.trim_end_matches([' ', ',']),
        _ => name,
    }
}

/// A surname without its particles: `Berg` of `van der Berg`.
pub(super) fn without_particles(surname: &str) -> &str {
    match surname.split_once(' ') {
        Some((first, rest)) if is_one_of(&PARTICLES, first) => without_particles(rest),
        _ => surname,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn particles_and_generations_belong_to_surnames() {
        let forms = |name| {
            let whole = surname(name);
            let family = without_generation(whole);
            [whole, family, without_particles(family)]
        };
        let names = [
            "Carlos Sainz Jr.",
            "Carlos Sainz, Jr.",
            "Marc Lee III",
            "Jan van der Berg",
            "Elias De La Torre IV",
            "Al Unser Sr",
            "Mo",
            "Seán O'Neil",
        ];
        assert_eq!(
            names.map(forms),
            [
                ["Sainz Jr.", "Sainz", "Sainz"],
                ["Sainz, Jr.", "Sainz", "Sainz"],
                ["Lee III", "Lee", "Lee"],
                ["van der Berg", "van der Berg", "Berg"],
                ["De La Torre IV", "De La Torre", "Torre"],
                ["Unser Sr", "Unser", "Unser"],
                ["Mo", "Mo", "Mo"],
                ["O'Neil", "O'Neil", "O'Neil"],
            ]
        );
    }
}
