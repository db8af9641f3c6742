//! Document model between answers and outputs.

use chrono::{DateTime, NaiveDate, Utc};

use crate::question::Question;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct View {
    /// The sentence that answers what was asked, where there is one.
    pub headline: Option<String>,
    /// The title.
    pub title: String,
    /// The content, in order.
    pub blocks: Vec<Block>,
    /// Small lines at the end: provenance of the content.
    pub footer: Vec<String>,
    /// Follow-up questions.
    pub links: Vec<Link>,
    /// Question that opens this document again, where there is a shorter one than the question's own.
    pub again: Option<Question>,
    /// True if the content is hidden until the reader reveals it.
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
    /// Emphasised text.
    Strong(String),
    /// Small print.
    Small(String),
    /// An instant in the reader's time zone.
    Stamp(DateTime<Utc>, Stamp),
    /// A question that can be asked, as a command line.
    Command(String),
    /// A channel of Discord, by its id.
    Channel(u64),
    /// A role of Discord, by its id: shown by name, and never pinged from here.
    Role(u64),
}

/// Style of an instant in the reader's time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// Weekday, date and time.
    Full,
    /// Relative: `in 3 hours`.
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
    /// Its alignment.
    pub align: Align,
    /// True if its texts are shortened when the table is too wide.
    pub gives_way: bool,
    /// True if it is dropped first when the table is too wide.
    pub extra: bool,
}

/// Alignment of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// A follow-up question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Label of the button.
    pub label: String,
    /// The question, or another command.
    pub target: LinkTarget,
}

/// Target of a link: a question or a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// A question.
    Question(Box<Question>),
    /// A command line: an example as it is written, or a command that is no question.
    Line(String),
}

impl LinkTarget {
    /// Asks a question as of a day.
    pub(super) fn set_as_of(&mut self, day: NaiveDate) {
        if let Self::Question(question) = self {
            // A question that takes no day, such as that for a timetable, is asked as of now.
            let _ = question.set_as_of(day);
        }
    }

    /// The command line.
    pub fn line(&self) -> String {
        match self {
            Self::Question(question) => question.line(),
            Self::Line(line) => line.clone(),
        }
    }
}

impl From<Question> for LinkTarget {
    fn from(question: Question) -> Self {
        Self::Question(Box::new(question))
    }
}

impl From<&str> for LinkTarget {
    fn from(line: &str) -> Self {
        Self::Line(line.to_owned())
    }
}

impl From<String> for LinkTarget {
    fn from(line: String) -> Self {
        Self::Line(line)
    }
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
    /// The column as one for wide tables only: it is dropped before any other is shortened.
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

    /// An emphasised line.
    pub fn strong(text: impl Into<String>) -> Self {
        Self(vec![Inline::Strong(text.into())])
    }

    /// A line of small print.
    pub fn small(text: impl Into<String>) -> Self {
        Self(vec![Inline::Small(text.into())])
    }

    /// The line with a span appended.
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

    /// The top line: the headline, unless it is hidden or there is none; then the title.
    pub fn top(&self) -> &str {
        match &self.headline {
            Some(headline) if !self.hidden => headline,
            _ => &self.title,
        }
    }

    /// The line under the top: the title under the headline, or a headline that is hidden with the content.
    pub fn below_top(&self) -> Option<Line> {
        let headline = self.headline.as_ref()?;
        let below = if self.hidden {
            Line::strong(headline)
        } else {
            Line::small(&self.title)
        };
        Some(below)
    }

    /// A document of one line.
    pub fn one_line(title: &str, text: impl Into<String>) -> Self {
        let mut view = Self::titled(title);
        view.line(Line::text(text));
        view
    }

    /// Adds the sentence that answers what was asked.
    #[must_use]
    pub fn with_headline(mut self, headline: Option<String>) -> Self {
        self.headline = headline;
        self
    }

    /// Adds one line.
    pub fn line(&mut self, line: Line) {
        match self.blocks.last_mut() {
            Some(Block::Lines(lines)) => lines.push(line),
            _ => self.blocks.push(Block::Lines(vec![line])),
        }
    }

    /// Adds a line of small print, if there is any.
    pub fn remark(&mut self, text: Option<String>) {
        if let Some(text) = text {
            self.line(Line::small(text));
        }
    }

    /// Puts a line of small print before all content, if there is any.
    pub fn remark_first(&mut self, text: Option<String>) {
        if let Some(text) = text {
            self.blocks.insert(0, Block::Lines(vec![Line::small(text)]));
        }
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Heading(text.into()));
    }

    /// Adds a follow-up question.
    pub fn link(&mut self, label: impl Into<String>, target: impl Into<LinkTarget>) {
        self.links.push(Link {
            label: label.into(),
            target: target.into(),
        });
    }
}
