//! Alignment of two lists of records: which of the new ones is which of the old.

use super::node::{Node, NodeKind};

/// Keys that tell records of one list apart; those that a record has make its identity together.
const IDENTITY: [&str; 9] = [
    "id",
    "session",
    "revision",
    "championship",
    "after",
    "competitor",
    "award",
    "car",
    "driver",
];

/// One step of an alignment: positions in the old and the new list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlignStep {
    /// The record stays or is changed.
    Kept(usize, usize),
    /// It goes.
    Removed(usize),
    /// It is new.
    Added(usize),
}

/// Aligns lists by the longest common sequence of identities.
pub fn align(old: &[Node], new: &[Node]) -> Vec<AlignStep> {
    let same = |one: &Node, two: &Node| one == two || identity(one).is_some_and(|id| identity(two) == Some(id));
    let start = old.iter().zip(new).take_while(|(one, two)| same(one, two)).count();
    let tails = old.iter().skip(start).rev().zip(new.iter().skip(start).rev());
    let end = tails.take_while(|(one, two)| same(one, two)).count();
    let (old_end, new_end) = (old.len() - end, new.len() - end);
    let mut steps: Vec<AlignStep> = (0..start).map(|at| AlignStep::Kept(at, at)).collect();
    let inner_old = old.get(start..old_end).unwrap_or_default();
    let inner_new = new.get(start..new_end).unwrap_or_default();
    steps.extend(middle(inner_old, inner_new, same).into_iter().map(|step| match step {
        AlignStep::Kept(one, two) => AlignStep::Kept(one + start, two + start),
        AlignStep::Removed(one) => AlignStep::Removed(one + start),
        AlignStep::Added(two) => AlignStep::Added(two + start),
    }));
    steps.extend((0..end).map(|at| AlignStep::Kept(old_end + at, new_end + at)));
    steps
}

/// Alignment of what lies between the common start and end.
fn middle(old: &[Node], new: &[Node], same: impl Fn(&Node, &Node) -> bool) -> Vec<AlignStep> {
    let width = new.len() + 1;
    let mut lengths = vec![0_usize; (old.len() + 1) * width];
    let length = |lengths: &[usize], at: (usize, usize)| lengths.get(at.0 * width + at.1).copied().unwrap_or(0);
    for (one, node) in old.iter().enumerate().rev() {
        for (two, other) in new.iter().enumerate().rev() {
            let best = if same(node, other) {
                length(&lengths, (one + 1, two + 1)) + 1
            } else {
                length(&lengths, (one + 1, two)).max(length(&lengths, (one, two + 1)))
            };
            if let Some(cell) = lengths.get_mut(one * width + two) {
                *cell = best;
            }
        }
    }
    let (mut one, mut two, mut steps) = (0, 0, Vec::new());
    loop {
        match (old.get(one), new.get(two)) {
            (None, None) => return steps,
            (Some(node), Some(other)) if same(node, other) => {
                steps.push(AlignStep::Kept(one, two));
                (one, two) = (one + 1, two + 1);
            }
            (Some(_), other)
                if other.is_none() || length(&lengths, (one + 1, two)) >= length(&lengths, (one, two + 1)) =>
            {
                steps.push(AlignStep::Removed(one));
                one += 1;
            }
            _ => {
                steps.push(AlignStep::Added(two));
                two += 1;
            }
        }
    }
}

/// The values of the keys that tell a record apart; `None` for what is no record or has none of them.
fn identity(node: &Node) -> Option<Vec<(&'static str, &Node)>> {
    let NodeKind::Object(_) = node.kind else { return None };
    let named = IDENTITY.iter().filter_map(|key| Some((*key, node.get(key)?)));
    let named: Vec<_> = named.collect();
    Some(named).filter(|named| !named.is_empty())
}
