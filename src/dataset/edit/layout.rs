//! Layout of values that are put into a pack: records of scalars in one line, everything else with a line for each part.

use super::node::{Member, Node, NodeKind};

/// Spaces of one step.
const STEP: usize = 2;
/// Longest record in one line, in characters.
const RECORD: usize = 240;
/// Longest line of a list of scalars, in characters.
const LIST: usize = 120;

/// A value as text, the first line of which stands at an indent.
pub fn print(node: &Node, indent: usize) -> String {
    let flat = flat(node);
    let (is_flat, limit) = match &node.kind {
        NodeKind::Scalar(_) => (true, usize::MAX),
        NodeKind::Array(elements) => (elements.iter().all(is_scalar), LIST.saturating_sub(indent)),
        NodeKind::Object(members) => (members.iter().all(|member| is_plain(&member.value)), RECORD),
    };
    if is_flat && flat.chars().count() <= limit {
        return flat;
    }
    let inner = indent + STEP;
    let pad = " ".repeat(inner);
    match &node.kind {
        NodeKind::Array(elements) if is_flat => wrapped(elements, inner),
        NodeKind::Array(elements) => {
            let lines: Vec<String> = elements
                .iter()
                .map(|one| format!("{pad}{}", print(one, inner)))
                .collect();
            format!("[\n{}\n{}]", lines.join(",\n"), " ".repeat(indent))
        }
        NodeKind::Object(members) => {
            let line = |one: &Member| format!("{pad}{}: {}", quoted(&one.key), print(&one.value, inner));
            let lines: Vec<String> = members.iter().map(line).collect();
            format!("{{\n{}\n{}}}", lines.join(",\n"), " ".repeat(indent))
        }
        NodeKind::Scalar(_) => flat,
    }
}

/// A list of scalars in lines as long as they may be.
fn wrapped(elements: &[Node], inner: usize) -> String {
    let pad = " ".repeat(inner);
    let mut lines: Vec<String> = Vec::new();
    for element in elements.iter().map(flat) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + element.chars().count() + 2 <= LIST => {
                line.push_str(&format!(", {element}"));
            }
            _ => lines.push(format!("{pad}{element}")),
        }
    }
    format!("[\n{}\n{}]", lines.join(",\n"), " ".repeat(inner.saturating_sub(STEP)))
}

/// A value in one line.
pub fn flat(node: &Node) -> String {
    match &node.kind {
        NodeKind::Scalar(value) => value.to_string(),
        NodeKind::Array(elements) => format!("[{}]", elements.iter().map(flat).collect::<Vec<_>>().join(", ")),
        NodeKind::Object(members) if members.is_empty() => "{}".to_owned(),
        NodeKind::Object(members) => {
            let member = |one: &Member| format!("{}: {}", quoted(&one.key), flat(&one.value));
            format!("{{ {} }}", members.iter().map(member).collect::<Vec<_>>().join(", "))
        }
    }
}

/// A text in quotation marks, as JSON writes it.
pub fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn is_scalar(node: &Node) -> bool {
    matches!(node.kind, NodeKind::Scalar(_))
}

/// True for a scalar, and for a list or an object of scalars.
fn is_plain(node: &Node) -> bool {
    match &node.kind {
        NodeKind::Scalar(_) => true,
        NodeKind::Array(elements) => elements.iter().all(is_scalar),
        NodeKind::Object(members) => members.iter().all(|member| is_scalar(&member.value)),
    }
}
