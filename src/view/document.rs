//! The document model between answers and outputs.

use chrono::{DateTime, Utc};

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// What it is about.
    pub title: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// Small lines at its end: what it rests on.
    pub footer: Vec<String>,
    /// What can be asked next.
    pub links: Vec<Link>,
    /// A command line that gives this document again, where there is a shorter one than the question's own.
    pub again: Option<String>,
    /// Whether what it says is hidden until the reader wants to see it.
    pub hidden: bool,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading inside the document.
    Heading(String),
    /// Lines of text, each on its own.
    Lines(Vec<Line>),
    /// A table.
    Table(Table),
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line(pub Vec<Inline>);

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Text that stands out.
    Strong(String),
    /// A small remark.
    Small(String),
    /// An instant by the reader's own clock.
    Stamp(DateTime<Utc>, Stamp),
    /// A question that can be asked, as a command line.
    Command(String),
    /// A channel of Discord, by its id.
    Channel(u64),
    /// A role of Discord, by its id: shown by name, and never pinged from here.
    Role(u64),
}

/// How an instant is shown on the reader's own clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// Weekday, date and time.
    Full,
    /// How far away it is: `in 3 hours`.
    Relative,
}

/// A table: short texts in columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// To which side its texts stand.
    pub align: Align,
    /// Whether it gives way when the table is too wide.
    pub gives_way: bool,
    /// Whether it goes first when the table is too wide.
    pub extra: bool,
}

/// To which side texts stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// A question that can be asked next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What a button says.
    pub label: String,
    /// The question as a command line.
    pub line: String,
}

impl Column {
    /// A column of words that may be cut short.
    pub const fn words(heading: &'static str) -> Self {
        Self {
            heading,
            align: Align::Left,
            gives_way: true,
            extra: false,
        }
    }

    /// A column of short texts that are never cut.
    pub const fn short(heading: &'static str) -> Self {
        Self {
            heading,
            align: Align::Left,
            gives_way: false,
            extra: false,
        }
    }

    /// A column of numbers.
    pub const fn number(heading: &'static str) -> Self {
        Self {
            heading,
            align: Align::Right,
            gives_way: false,
            extra: false,
        }
    }
}

impl Column {
    /// The column as one that only a wide table has: it is left out before any other is cut.
    #[must_use]
    pub const fn extra(self) -> Self {
        Self { extra: true, ..self }
    }
}

impl Line {
    /// A line of plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self(vec![Inline::Text(text.into())])
    }

    /// A line that stands out.
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Inline::Strong(text.into())])
    }

    /// A small remark on a line of its own.
    pub fn small(text: impl Into<String>) -> Self {
        Self(vec![Inline::Small(text.into())])
    }

    /// The line with more behind it.
    #[must_use]
    pub fn and(mut self, span: Inline) -> Self {
        self.0.push(span);
        self
    }
}

impl View {
    /// An empty document.
    pub fn titled(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            ..Self::default()
        }
    }

    /// Adds one line.
    pub fn line(&mut self, line: Line) {
        match self.blocks.last_mut() {
            Some(Block::Lines(lines)) => lines.push(line),
            _ => self.blocks.push(Block::Lines(vec![line])),
        }
    }

    /// Adds a small line where there is something to remark.
    pub fn remark(&mut self, text: Option<String>) {
        if let Some(text) = text {
            self.line(Line::small(text));
        }
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a question that can be asked next.
    pub fn link(&mut self, label: impl Into<String>, line: impl Into<String>) {
        self.links.push(Link {
            label: label.into(),
            line: line.into(),
        });
    }
}
