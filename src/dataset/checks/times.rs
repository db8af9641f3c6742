//! Times as printed: each can be read, so that orders can be compared with them.

use std::fmt::Arguments;

use super::report::Report;
use super::results::classifications;
use super::rule::{Rule, RuleCheck};
use super::scope::SeasonScope;

pub const RULES: &[Rule] = &[Rule {
    name: "unreadable-time",
    holds: "a time has digits and a dot before its fraction; one that is none of hours, minutes and seconds, a gap or laps is \
            worth a second look",
    needs: &[],
    check: RuleCheck::Season(readable),
}];

/// Form of a printed time.
#[derive(Debug, PartialEq, Eq)]
enum TimeForm {
    /// Hours, minutes and seconds, a gap, or a number of laps.
    Plain,
    /// The same with a comma in place of the dot, as it should be written.
    Comma(String),
    /// Digits in another form.
    Odd,
    /// No digits at all.
    None,
}

fn form(text: &str) -> TimeForm {
    let body = text.trim().trim_start_matches(['+', '-']).trim_start();
    if !body.contains(|letter: char| letter.is_ascii_digit()) {
        return TimeForm::None;
    }
    let dotted = body.replace(',', ".");
    if !is_clock(&dotted) {
        let rest = body.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_count = rest.len() < body.len() && !rest.contains(|letter: char| letter.is_ascii_digit());
        return if is_count { TimeForm::Plain } else { TimeForm::Odd };
    }
    if dotted == body {
        TimeForm::Plain
    } else {
        TimeForm::Comma(text.replace(',', "."))
    }
}

/// True of hours, minutes and seconds with colons, and a fraction of the seconds.
fn is_clock(text: &str) -> bool {
    let text = text.trim_end_matches('s').trim_end();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    whole.split(':').count() <= 3 && whole.split(':').all(is_number) && is_number(fraction)
}

fn readable(scope: &SeasonScope<'_>, report: &mut Report<'_>) {
    for (c, classification) in classifications(scope) {
        for (r, row) in classification.rows.iter().enumerate() {
            let at = format!("$.classifications[{c}].rows[{r}]");
            look(report, format_args!("{at}.time"), row.time.as_deref());
            look(report, format_args!("{at}.best_lap"), row.best_lap.as_deref());
        }
        for (a, award) in classification.awards.iter().enumerate() {
            let path = format_args!("$.classifications[{c}].awards[{a}].time");
            look(report, path, award.time.as_deref());
        }
    }
}

fn look(report: &mut Report<'_>, path: Arguments<'_>, time: Option<&str>) {
    let Some(text) = time else { return };
    let hint = "write it such as 30:01.000, 1:27.345, +4.2 or +1 lap; how a race ended is \"status\"";
    match form(text) {
        TimeForm::Plain => {}
        TimeForm::Comma(dotted) => {
            let message = format!("'{text}' has a comma where a dot belongs");
            report.error("results.json", path, message, format!("write \"{dotted}\""));
        }
        TimeForm::Odd => report.note("results.json", path, format!("'{text}' cannot be read as a time"), hint),
        TimeForm::None => report.error("results.json", path, format!("'{text}' is no time"), hint),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_sheets_print_them() {
        for text in [
            "30:01.000",
            "1:30:01.5",
            "+4.25s",
            "45.2",
            "+1 Lap",
            "2 laps",
            "-1L",
            "27.345 s",
            "1:40",
        ] {
            assert_eq!(form(text), TimeForm::Plain, "{text}");
        }
        assert_eq!(form("30:01,000"), TimeForm::Comma("30:01.000".to_owned()));
        assert_eq!(form("+4,2"), TimeForm::Comma("+4.2".to_owned()));
        for text in ["30.01.000", "1:2:3:4", "30'01.000", "1h30m"] {
            assert_eq!(form(text), TimeForm::Odd, "{text}");
        }
        assert_eq!(form("fast"), TimeForm::None);
    }
}
