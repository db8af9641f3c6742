//! Grids: tables of fixed-width text that shrink to the available width.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::view::{Align, Column, Table};

/// Lays out a table in lines of at most `width` columns, the heading first.
pub(super) fn lay_out(table: &Table, width: usize) -> Vec<String> {
    let widths = widths(table, width);
    let heading = line(table.columns.iter().map(|column| column.heading), table, &widths);
    let rows = table.rows.iter();
    let rows = rows.map(|row| line(row.iter().map(String::as_str), table, &widths));
    std::iter::once(heading).chain(rows).collect()
}

fn line<'a>(cells: impl Iterator<Item = &'a str>, table: &Table, widths: &[usize]) -> String {
    let mut line = String::new();
    let cells = cells.zip(&table.columns).zip(widths).filter(|(_, width)| **width > 0);
    for (at, ((text, column), width)) in cells.enumerate() {
        if at > 0 {
            line.push(' ');
        }
        cell(&mut line, text, column, *width);
    }
    line.truncate(line.trim_end().len());
    line
}

/// The widths of the columns, 0 for one that is dropped: their natural width, reduced to fit.
fn widths(table: &Table, width: usize) -> Vec<usize> {
    let needed = |(at, column): (usize, &Column)| {
        let texts = table.rows.iter().filter_map(|row| row.get(at)).map(|text| text.width());
        texts.chain([column.heading.width()]).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = table.columns.iter().enumerate().map(needed).collect();
    let shown = |widths: &[usize]| widths.iter().filter(|width| **width > 0).count();
    let total = |widths: &[usize]| widths.iter().sum::<usize>() + shown(widths).saturating_sub(1);
    // Columns for wide tables only are dropped first, from the right.
    for (at, _) in table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| column.extra)
        .rev()
    {
        if total(&widths) > width
            && let Some(extra) = widths.get_mut(at)
        {
            *extra = 0;
        }
    }
    // The widest flexible column loses one text column at a time, down to a readable minimum.
    while total(&widths) > width {
        let give = table
            .columns
            .iter()
            .zip(widths.iter_mut())
            .filter(|(column, width)| column.gives_way && **width > 6);
        match give.max_by_key(|(_, width)| **width) {
            Some((_, widest)) => *widest -= 1,
            None => break,
        }
    }
    // Columns that still do not fit are dropped from the right.
    for at in (1..widths.len()).rev() {
        if total(&widths) > width {
            widths.truncate(at);
        }
    }
    widths.resize(table.columns.len(), 0);
    widths
}

fn cell(line: &mut String, text: &str, column: &Column, width: usize) {
    let text = cut(text, width);
    let fill = std::iter::repeat_n(' ', width - text.width());
    match column.align {
        Align::Left => {
            line.push_str(&text);
            line.extend(fill);
        }
        Align::Right => {
            line.extend(fill);
            line.push_str(&text);
        }
    }
}

/// A text cut to a width, with an ellipsis where it was cut; zero-width and line-breaking characters are removed.
pub(super) fn cut(text: &str, width: usize) -> String {
    let clean: String = text.chars().filter(|letter| !letter.is_control()).collect();
    if clean.width() <= width {
        return clean;
    }
    let mut cut = String::new();
    for letter in clean.chars() {
        if cut.width() + letter.width().unwrap_or(0) + 1 > width {
            break;
        }
        cut.push(letter);
    }
    cut.push('…');
    cut
}
