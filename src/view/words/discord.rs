//! What only Discord's readers see: labels of buttons and options, and what is said when something is amiss.

/// What the option `private:` is for.
pub const PRIVATE: &str = "whether only you see the answer";
/// The button to the page before.
pub const PREVIOUS: &str = "◀ Previous page";
/// The button to the page after.
pub const NEXT: &str = "Next page ▶";
/// The title over a button that does nothing any more.
pub const STALE: &str = "That button leads nowhere any more";
/// What to do about it.
pub const ASK_AGAIN: &str = "It asks something that I do not know. Ask again with a command: ";
/// What `/ask` does.
pub const ASK: &str = "Ask in your own words: when is quali, how far back is cooper, who won the glen last year";
/// What its option is for.
pub const TEXT: &str = "the question";
/// The title over a plea for patience.
pub const TOO_MANY: &str = "One at a time, please";
/// That plea.
pub const SLOWER: &str = "You ask faster than I can answer everybody. Give me a few seconds, then ask again.";
/// The title over an answer that broke.
pub const BROKEN: &str = "Something broke on my side";

/// Which page this is.
pub fn page(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}

/// What to do about an answer that broke.
pub fn broken(reference: &str) -> String {
    format!("It is logged as {reference}. Tell whoever runs this bot that reference, and try again later.")
}
