//! Merging of a changed value into a text: what did not change keeps its bytes.

use super::align::{AlignStep, align};
use super::layout::{print, quoted};
use super::node::{Member, Node, NodeKind};

/// The text with a new value in place of the old one.
///
/// Returns `None` if the text is no JSON.
pub fn merged(text: &str, new: &Node) -> Option<String> {
    let old = Node::parse(text)?;
    let before = text.get(..old.span.start)?;
    let after = text.get(old.span.end..)?;
    Some(format!("{before}{}{after}", Merge { text }.value(&old, new, 0)?))
}

/// The text that is merged into.
struct Merge<'t> {
    text: &'t str,
}

impl Merge<'_> {
    fn value(&self, old: &Node, new: &Node, indent: usize) -> Option<String> {
        if old == new {
            return self.slice(old.span.clone());
        }
        match (&old.kind, &new.kind) {
            (NodeKind::Object(was), NodeKind::Object(now)) if !was.is_empty() => self.object(old, was, now),
            (NodeKind::Array(was), NodeKind::Array(now)) if !was.is_empty() && !now.is_empty() => {
                self.array(old, was, now)
            }
            _ => Some(print(new, indent)),
        }
    }

    fn object(&self, old: &Node, was: &[Member], now: &[Member]) -> Option<String> {
        let inner = self.indent_of(was.first()?.span.start);
        let mut parts: Vec<(Option<std::ops::Range<usize>>, String)> = Vec::new();
        for member in was {
            if let Some(changed) = now.iter().find(|one| one.key == member.key) {
                let key = self.slice(member.span.start..member.value.span.start)?;
                let value = self.value(&member.value, &changed.value, inner)?;
                parts.push((Some(member.span.clone()), format!("{key}{value}")));
            }
        }
        for (at, member) in now.iter().enumerate() {
            if !was.iter().any(|one| one.key == member.key) {
                let text = format!("{}: {}", quoted(&member.key), print(&member.value, inner));
                // A new key stands before the old one that follows it in the record.
                let follows = |part: &(Option<std::ops::Range<usize>>, String)| {
                    let next = was.iter().find(|old| Some(&old.span) == part.0.as_ref());
                    next.is_some_and(|next| now.iter().skip(at).any(|later| later.key == next.key))
                };
                let place = parts.iter().position(follows).unwrap_or(parts.len());
                parts.insert(place, (None, text));
            }
        }
        let spans: Vec<_> = was.iter().map(|member| member.span.clone()).collect();
        self.joined(old, &spans, &parts)
    }

    fn array(&self, old: &Node, was: &[Node], now: &[Node]) -> Option<String> {
        let inner = self.indent_of(was.first()?.span.start);
        let mut parts = Vec::new();
        for step in align(was, now) {
            match step {
                AlignStep::Kept(one, two) => {
                    let (one, two) = (was.get(one)?, now.get(two)?);
                    parts.push((Some(one.span.clone()), self.value(one, two, inner)?));
                }
                AlignStep::Added(two) => parts.push((None, print(now.get(two)?, inner))),
                AlignStep::Removed(_) => {}
            }
        }
        let spans: Vec<_> = was.iter().map(|element| element.span.clone()).collect();
        self.joined(old, &spans, &parts)
    }

    /// The parts of an object or a list between its brackets. What stood between two parts that are still neighbours
    /// stays; other neighbours are parted as the first two were, or each on its own line.
    fn joined(
        &self,
        whole: &Node,
        spans: &[std::ops::Range<usize>],
        parts: &[(Option<std::ops::Range<usize>>, String)],
    ) -> Option<String> {
        let (first, last) = (spans.first()?, spans.last()?);
        let opening = self.slice(whole.span.start..first.start)?;
        let closing = self.slice(last.end..whole.span.end)?;
        let usual = match spans.get(1) {
            Some(second) => self.slice(first.end..second.start)?,
            None if opening.contains('\n') => format!(",{}", opening.get(1..)?),
            None => ", ".to_owned(),
        };
        let mut text = opening;
        let mut before: Option<&std::ops::Range<usize>> = None;
        for (at, (span, part)) in parts.iter().enumerate() {
            let between = match (before, span) {
                (Some(one), Some(two)) => {
                    let next = spans
                        .iter()
                        .position(|span| span == one)
                        .and_then(|at| spans.get(at + 1));
                    if next == Some(two) {
                        self.slice(one.end..two.start)?
                    } else {
                        usual.clone()
                    }
                }
                _ => usual.clone(),
            };
            if at > 0 {
                text.push_str(&between);
            }
            text.push_str(part);
            before = span.as_ref();
        }
        text.push_str(&closing);
        Some(text)
    }

    /// The spaces before what stands at a place of the text, where it is the first in its line; else those of the line.
    fn indent_of(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        let line = before.rsplit('\n').next().unwrap_or_default();
        line.len() - line.trim_start().len()
    }

    fn slice(&self, span: std::ops::Range<usize>) -> Option<String> {
        self.text.get(span).map(str::to_owned)
    }
}

#[cfg(test)]
mod tests {
    use super::{Node, merged};

    const TEXT: &str = r#"{
  "rows": [
    { "place": 1,  "car": "7", "driver": "a" },
    { "place": 2, "car": "9", "driver": "b" }
  ],
  "notes": []
}
"#;

    fn changed(new: &str) -> String {
        merged(TEXT, &Node::parse(new).unwrap()).unwrap()
    }

    #[test]
    fn a_changed_value_changes_its_own_bytes_alone() {
        let new = r#"{"rows":[{"place":1,"car":"7","driver":"a"},{"place":3,"car":"9","driver":"b"}],"notes":[]}"#;
        assert_eq!(changed(new), TEXT.replace("\"place\": 2", "\"place\": 3"));
    }

    #[test]
    fn a_new_row_gets_its_own_line_and_a_removed_one_leaves_none() {
        let new = r#"{"rows":[{"place":1,"car":"7","driver":"a"},{"place":2,"car":"4","driver":"c"},
            {"place":2,"car":"9","driver":"b"}],"notes":[]}"#;
        let row = "\n    { \"place\": 2, \"car\": \"4\", \"driver\": \"c\" },";
        let before = "\n    { \"place\": 2, \"car\": \"9\"";
        assert_eq!(changed(new), TEXT.replace(before, &format!("{row}{before}")));
        let without = r#"{"rows":[{"place":2,"car":"9","driver":"b"}],"notes":[]}"#;
        assert_eq!(
            changed(without),
            TEXT.replace("{ \"place\": 1,  \"car\": \"7\", \"driver\": \"a\" },\n    ", "")
        );
    }

    #[test]
    fn a_new_key_stands_where_the_record_has_it() {
        let new = r#"{"rows":[{"place":1,"class":"pro","car":"7","driver":"a"},{"place":2,"car":"9","driver":"b"}],
            "notes":["late"]}"#;
        let text = TEXT.replace("1,  \"car\"", "1,  \"class\": \"pro\",  \"car\"");
        assert_eq!(changed(new), text.replace("\"notes\": []", "\"notes\": [\"late\"]"));
    }
}
