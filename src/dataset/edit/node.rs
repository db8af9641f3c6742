//! JSON that keeps its order, and of which each part knows its place in the text.

use jsonc_parser::ast::Value;
use jsonc_parser::common::Ranged as _;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

/// A value. Two are equal if they mean the same, wherever they stand in their texts and whatever the order of their keys.
#[derive(Debug, Clone)]
pub struct Node {
    /// First and one past the last byte in the text; empty for a value that was put in.
    pub(super) span: std::ops::Range<usize>,
    /// The value.
    pub(super) kind: NodeKind,
}

/// Kind of a value, with its content.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum NodeKind {
    /// A text, number, `true`, `false` or `null`.
    Scalar(serde_json::Value),
    /// A list.
    Array(Vec<Node>),
    /// An object, in the order of its keys.
    Object(Vec<Member>),
}

/// A key of an object with its value.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    pub key: String,
    pub value: Node,
    /// First and one past the last byte of key and value in the text.
    pub span: std::ops::Range<usize>,
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (NodeKind::Object(one), NodeKind::Object(two)) => {
                let has = |member: &Member| {
                    two.iter()
                        .any(|other| other.key == member.key && other.value == member.value)
                };
                one.len() == two.len() && one.iter().all(has)
            }
            (one, two) => one == two,
        }
    }
}

impl Node {
    /// Reads JSON, strictly. `None` if it is none.
    pub fn parse(text: &str) -> Option<Self> {
        // Strictness is serde_json's; the other parser gives the places.
        serde_json::from_str::<serde::de::IgnoredAny>(text).ok()?;
        let parsed = parse_to_ast(text, &CollectOptions::default(), &ParseOptions::default()).ok()?;
        Self::of(parsed.value.as_ref()?, text)
    }

    /// A record as it is written, its keys in the order in which its type declares them.
    pub fn of_record(record: &impl serde::Serialize) -> Option<Self> {
        Self::parse(&serde_json::to_string(record).ok()?)
    }

    fn of(value: &Value<'_>, text: &str) -> Option<Self> {
        let range = value.range();
        let span = range.start..range.end;
        let kind = match value {
            Value::Object(object) => {
                let member = |property: &jsonc_parser::ast::ObjectProp<'_>| {
                    Some(Member {
                        key: property.name.as_str().to_owned(),
                        value: Self::of(&property.value, text)?,
                        span: property.range.start..property.range.end,
                    })
                };
                NodeKind::Object(object.properties.iter().map(member).collect::<Option<_>>()?)
            }
            Value::Array(array) => {
                let elements = array.elements.iter().map(|element| Self::of(element, text));
                NodeKind::Array(elements.collect::<Option<_>>()?)
            }
            _ => NodeKind::Scalar(serde_json::from_str(text.get(span.clone())?).ok()?),
        };
        Some(Self { span, kind })
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        let NodeKind::Object(members) = &self.kind else {
            return None;
        };
        members
            .iter()
            .find(|member| member.key == key)
            .map(|member| &member.value)
    }

    /// The value of a key, for changing it.
    pub fn get_mut(&mut self, key: &str) -> Option<&mut Self> {
        let NodeKind::Object(members) = &mut self.kind else {
            return None;
        };
        let found = members.iter_mut().find(|member| member.key == key);
        found.map(|member| &mut member.value)
    }

    /// The elements of a list.
    pub fn elements_mut(&mut self) -> Option<&mut Vec<Self>> {
        match &mut self.kind {
            NodeKind::Array(elements) => Some(elements),
            _ => None,
        }
    }

    /// Gives a key a value, at the end if the key is new.
    pub fn set(&mut self, key: &str, value: Self) {
        if let Some(old) = self.get_mut(key) {
            *old = value;
        } else if let NodeKind::Object(members) = &mut self.kind {
            members.push(Member {
                key: key.to_owned(),
                value,
                span: 0..0,
            });
        }
    }

    /// The text of a value that is one.
    pub fn as_text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar(value) => value.as_str(),
            _ => None,
        }
    }
}
